/** Programs that print what a push costs. */
@NullMarked
package com.spara.sf.benchmarks;

import org.jspecify.annotations.NullMarked;
