/**
 * Where else could a cluster settle? Where Kubernetes leaves the order open, Mooring goes one way; here are all others.
 *
 * <pre>
 * Cluster --{@link io.mooring.binding.explore.Explorer#explore explore}--&gt; {@link io.mooring.binding.explore.Exploration}: the settled clusters that upstream may end in, Mooring's own first
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explore.Explorer}. What is varied: who takes what others want too (a volume that nobody
 * has, room on a node), and what is taken where several are equal. An item for which such a thing is taken may come after any other
 * item of its controller, and after whatever the controllers behind it do. All else comes in Mooring's one order, since it makes no
 * difference to who gets what; the writes for one item stay together but for what earlier controllers do between them. Steps that commute are followed in one order.
 *
 * <p>Order: Mooring's own end first, the others in the order in which they were found, which is always the same. Two clusters that
 * differ only in numbers (uids, versions, times) or events count as one. A limit bounds how many are followed, and the result says
 * whether it was reached.
 *
 * <p>{@link io.mooring.binding.explore.Explorer#check} asks more: whether a {@link io.mooring.binding.explore.Property} holds whenever
 * your own steps come, however far the controllers' caches lag and wherever they crash, within bounds ({@link
 * io.mooring.binding.world.LaggingWorld}). What it finds is told as the shortest way to it, which {@code replay} goes again.
 */
@NullMarked
package io.mooring.binding.explore;

import org.jspecify.annotations.NullMarked;
