package com.spara.sf.benchmarks.compare;

/** What a contender is to do once. */
record Round(String job, int people, int latencyMillis) {}
