package com.spara.sf.client.bulk;

import java.util.List;

/**
 * What a job took.
 *
 * @param rows how many of the rows, from the first on; those behind them need another job
 * @param leftOut the places of those among them that are too long for any job, counted from 0: a value of more than 131,072
 *     characters, or all values of more than 400,000
 */
public record Uploaded(int rows, List<Integer> leftOut) {}
