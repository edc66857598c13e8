/** A runnable main for each question of {@code docs/library}. */
@NullMarked
package io.mooring.examples;

import org.jspecify.annotations.NullMarked;
