/**
 * Maps and lists that never change, in as little memory as they can do with: what the values hold of either is mostly small and
 * there a hundred thousand times. Front door: {@link io.mooring.style.collect.ImmutableMap}, {@link
 * io.mooring.style.collect.ImmutableList}. They are equal to the JDK's of the same content, keep the order in which they were
 * made, hold no null, and refuse every change with an UnsupportedOperationException.
 */
@NullMarked
package io.mooring.style.collect;

import org.jspecify.annotations.NullMarked;
