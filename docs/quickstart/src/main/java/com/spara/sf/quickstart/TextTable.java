package com.spara.sf.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Text in columns of fixed width. Words that do not fit go to the next line of their cell. */
final class TextTable {
    private static final String GAP = "  ";
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");

    private final List<Integer> widths;
    private final StringBuilder text = new StringBuilder();

    TextTable(List<Integer> widths) {
        this.widths = widths;
    }

    TextTable row(List<String> cells) {
        List<List<String>> columns = IntStream.range(0, cells.size())
                .mapToObj(i -> wrapped(cells.get(i), widths.get(i)))
                .toList();
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            text.append(line(columns, line)).append(System.lineSeparator());
        }
        return this;
    }

    TextTable rule() {
        return row(widths.stream().map("-"::repeat).toList());
    }

    private String line(List<List<String>> columns, int line) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String cell = line < columns.get(i).size() ? columns.get(i).get(line) : "";
            joined.append(i == 0 ? "" : GAP).append(cell).append(" ".repeat(widths.get(i) - cell.length()));
        }
        return joined.toString().stripTrailing();
    }

    /** Control characters are left away: a lead's text is not to steer the terminal. */
    private static List<String> wrapped(String cell, int width) {
        return cell.lines().flatMap(line -> wrappedLine(line, width).stream()).toList();
    }

    private static List<String> wrappedLine(String cell, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : INVISIBLE.matcher(cell).replaceAll(" ").strip().split("\\s+", -1)) {
            for (String piece : pieces(word, width)) {
                if (!line.isEmpty() && line.length() + 1 + piece.length() > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String word, int width) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < word.length() || from == 0; from += width) {
            pieces.add(word.substring(from, Math.min(word.length(), from + width)));
        }
        return pieces;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
