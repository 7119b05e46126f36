package com.spara.sf.client.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of {@code docs/reliability.md}, as the tests play them. */
final class ReliabilityPage {

    private static final String NOT_PLAYED = "–";

    private ReliabilityPage() {}

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String part : List.of("Writes", "Reads", "Logins")) {
            List<List<String>> rows = table("### " + part);
            List<Operation> operations =
                    rows.get(0).stream().skip(1).map(Operation::named).toList();
            rows.stream().skip(1).forEach(row -> addRow(row, operations, cells));
        }
        return cells;
    }

    private static void addRow(List<String> row, List<Operation> operations, List<Cell> cells) {
        for (int i = 0; i < operations.size(); i++) {
            if (!row.get(i + 1).equals(NOT_PLAYED)) {
                cells.add(new Cell(operations.get(i), row.get(0), row.get(i + 1)));
            }
        }
    }

    /** The first table below a heading, without the line under its head. */
    static List<List<String>> table(String heading) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : linesBelow(heading)) {
            if (line.startsWith("|")) {
                rows.add(columns(line));
            } else if (!rows.isEmpty()) {
                break;
            }
        }
        rows.remove(1);
        return rows;
    }

    private static List<String> columns(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static List<String> linesBelow(String heading) {
        List<String> lines = lines();
        int at = lines.indexOf(heading);
        if (at < 0) {
            throw new IllegalStateException("docs/reliability.md has no heading '" + heading + "'");
        }
        return lines.subList(at, lines.size());
    }

    private static List<String> lines() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs/reliability.md")) ? here : here.getParent();
        try {
            return Files.readAllLines(root.resolve("docs/reliability.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
