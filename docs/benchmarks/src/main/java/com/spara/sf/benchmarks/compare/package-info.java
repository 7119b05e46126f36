/**
 * One job, done by several contenders on one fake org: each contender in a process of its own, the org in another, so that
 * processor time, allocation and heap are the contender's own. Open {@code Race} first. What a contender left in the org
 * and what it read back is compared with what the job asks for; a contender that did anything else ends the program.
 */
@NullMarked
package com.spara.sf.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
