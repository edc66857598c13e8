/**
 * What to change so that an object stands as it is to stand: the search behind {@link io.mooring.binding.explain.Fixes}.
 *
 * <pre>
 * Cluster, object --Targets--&gt; Target: when does it stand so? what may help now?
 *                 --FixSearch: applies, settles, asks the target and Losses--&gt; fixes, or what each change failed by
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.explain.fix.FixSearch}. What is tried follows from what the controllers find
 * ({@code ClaimProposals}, {@code PodProposals}, {@code VolumeProposals} have a case for each finding); nothing is proposed that
 * falsifies what storage is, such as its capacity. Whoever would lose by a change is found by {@code Losses}.
 *
 * <p>Order: proposals by what they ask of people, then volumes by the number of rules that they fail and by name. Not covered:
 * what is inside a pod, storage to be bought, pods that are to be evicted for others.
 */
@NullMarked
package io.mooring.binding.explain.fix;

import org.jspecify.annotations.NullMarked;
