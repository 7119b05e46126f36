/** Programs that print what a push costs, and what a connection costs that nobody uses. */
@NullMarked
package com.spara.sf.benchmarks;

import org.jspecify.annotations.NullMarked;
