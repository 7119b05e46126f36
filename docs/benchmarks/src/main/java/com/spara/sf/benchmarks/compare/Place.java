package com.spara.sf.benchmarks.compare;

/** Where an org is, and what lets a client in. */
record Place(String url, String token, String appKey, String appSecret, String refreshToken) {

    static Place parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Place(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    String toLine() {
        return String.join(" ", url, token, appKey, appSecret, refreshToken);
    }
}
