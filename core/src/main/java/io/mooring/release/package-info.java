/**
 * Which Kubernetes answers. Releases differ in few things that concern storage; each is one row of {@link
 * io.mooring.release.Behaviour}, and the rows that hold in a release are its {@link io.mooring.release.Semantics}.
 *
 * <pre>{@code
 * Semantics older = Semantics.of(Release.parse("1.35"));
 * older.has(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE);                               // false
 * older.withGate("MaxUnavailableStatefulSet", true);                               // as with the gate set by hand
 * }</pre>
 *
 * <p>Whoever answers differently asks {@code has} at the place where the difference acts; nobody compares releases. What
 * is the same in v1.34 to v1.37 is not told here. Nothing is null; releases are ordered by time.
 *
 * <p>Front door: {@link io.mooring.release.Semantics}.
 */
@org.jspecify.annotations.NullMarked
package io.mooring.release;
