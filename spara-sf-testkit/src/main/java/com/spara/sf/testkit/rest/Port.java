package com.spara.sf.testkit.rest;

import java.time.Duration;

/**
 * Where a server listens, and how long it lets every request wait, as a network does.
 *
 * @param number the port of this machine; 0 takes a free one
 * @param latency the wait; zero for none
 */
public record Port(int number, Duration latency) {}
