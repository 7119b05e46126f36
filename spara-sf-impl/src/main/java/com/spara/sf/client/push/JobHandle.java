package com.spara.sf.client.push;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The jobs of one round of a push, as a short text that a host keeps: an org and the Ids of jobs, and nothing of people. */
record JobHandle(String org, List<Job> jobs) {

    private static final String FORM = "bulk1";

    /**
     * A job that creates or updates records of one object.
     *
     * @param rows how many rows it is given at the most; {@link #UNKNOWN} where a handle does not say, as the first ones did not
     */
    record Job(String object, boolean isCreate, String id, int rows) {

        static final int UNKNOWN = Integer.MAX_VALUE;

        private static final Pattern TEXT = Pattern.compile("(\\w+):(insert|update):(\\w+)(?::(\\d{1,9}))?");

        private String text() {
            return object + ":" + (isCreate ? "insert" : "update") + ":" + id + ":" + rows;
        }

        private static Job parse(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches() || !PushPipeline.OBJECTS.contains(parts.group(1))) {
                throw notAHandle(text.length());
            }
            int rows = parts.group(4) == null ? UNKNOWN : Integer.parseInt(parts.group(4));
            return new Job(parts.group(1), parts.group(2).equals("insert"), parts.group(3), rows);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(FORM + ";" + URLEncoder.encode(org, StandardCharsets.UTF_8));
        jobs.forEach(job -> text.append(';').append(job.text()));
        return text + ";" + checksum(text.toString());
    }

    static JobHandle parse(String handle) {
        String text = handle.strip();
        int end = Math.max(0, text.lastIndexOf(';'));
        if (!text.startsWith(FORM + ";") || !text.substring(end + 1).equals(checksum(text.substring(0, end)))) {
            throw notAHandle(text.length());
        }
        List<String> parts = List.of(text.substring(0, end).split(";", -1));
        List<Job> jobs = new ArrayList<>();
        parts.subList(2, parts.size()).forEach(part -> jobs.add(Job.parse(part)));
        return new JobHandle(URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8), jobs);
    }

    private static IllegalArgumentException notAHandle(int length) {
        return new IllegalArgumentException("Not a handle of bulk jobs, or not all of one: it has " + length
                + " characters, and its checksum does not fit. Keep the text whole.");
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
