/** One runnable main for each section of the README. */
@NullMarked
package io.mooring.examples;

import org.jspecify.annotations.NullMarked;
