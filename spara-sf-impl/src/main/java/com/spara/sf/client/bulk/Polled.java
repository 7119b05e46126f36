package com.spara.sf.client.bulk;

/**
 * What came of waiting for a job.
 *
 * @param info how it stands; not over if the time was
 * @param polls how often it was asked for, those before among them
 */
public record Polled(JobInfo info, int polls) {}
