/**
 * The garbage collector. Models {@code pkg/controller/garbagecollector}.
 *
 * <pre>
 * an owner is gone              what it owned goes, or forgets it
 * an owner waits (foreground)   what it owns goes first
 * an owner leaves (orphan)      what it owned forgets it first
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.garbage.GarbageCollector}.
 */
@NullMarked
package io.mooring.binding.control.garbage;

import org.jspecify.annotations.NullMarked;
