/**
 * Where Kubernetes leaves the order open, Mooring goes one way; here are all the others.
 *
 * <pre>
 * Cluster --Explorer.explore--&gt; Exploration: the settled worlds that upstream may end in, Mooring's own first
 * </pre>
 *
 * <p>What is varied: who takes what others want too (a volume that nobody has, a place on a node), and what is taken
 * where several are equal. Whoever takes such a thing may come after any other that his controller looks at, and after
 * whatever the controllers behind it do. All else comes in Mooring's one order, for it makes no difference to who gets what;
 * writes of one look stay together but for what the controllers before it do between them. Front door: {@link io.mooring.binding.explore.Explorer}.
 *
 * <p>Order: Mooring's own end first, the others in the order they were found, which is always the same. Two worlds that
 * differ in numbers (uids, versions, times) or events only are one. A limit bounds the worlds that are looked at, and the
 * result says whether it was reached.
 */
@NullMarked
package io.mooring.binding.explore;

import org.jspecify.annotations.NullMarked;
