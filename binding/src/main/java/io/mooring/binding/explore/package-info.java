/**
 * Where Kubernetes leaves the order open, Mooring goes one way; here are all the others.
 *
 * <pre>
 * Cluster --Explorer.explore--&gt; Exploration: the settled worlds that upstream may end in, Mooring's own first
 * </pre>
 *
 * <p>What is varied: the order in which the controllers whose keys compete look at them, their choice between equals, and
 * whether others act before them. Writes of one look stay together but for what the controllers before it do between
 * them. Front door: {@link io.mooring.binding.explore.Explorer}.
 *
 * <p>Order: Mooring's own end first, the others in the order they were found, which is always the same. Two worlds that
 * differ in numbers (uids, versions, times) or events only are one. A limit bounds the worlds that are looked at, and the
 * result says whether it was reached.
 */
@NullMarked
package io.mooring.binding.explore;

import org.jspecify.annotations.NullMarked;
