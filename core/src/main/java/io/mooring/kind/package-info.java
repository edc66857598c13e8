/**
 * The table of kinds: which objects Mooring interprets, and the stand-in for all others.
 *
 * <p>Front door: {@link io.mooring.kind.Kinds}.
 */
@NullMarked
package io.mooring.kind;

import org.jspecify.annotations.NullMarked;
