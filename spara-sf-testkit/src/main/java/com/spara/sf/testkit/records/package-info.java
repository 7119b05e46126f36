/**
 * The records of one org and the rules under which they change. Start at {@link com.spara.sf.testkit.records.Records}.
 *
 * <p>A save runs through a list of steps ({@code SaveStep}): a new rule of the platform is one more step. Everything
 * that changes is written to an undo log, so that whatever was done since a savepoint can be taken back. Knows nothing
 * of queries or of the wire.
 */
@NullMarked
package com.spara.sf.testkit.records;

import org.jspecify.annotations.NullMarked;
