/**
 * Which volume for this claim? The rules of Kubernetes' {@code FindMatchingVolume} and of the controller's index over it,
 * asked of a pool that need not be walked, and an explaining walk that names every rule a volume fails.
 *
 * <pre>
 *   Search -----+                                        +--&gt; Matched(volume, why)
 *   (claim,     +--&gt; {@link io.mooring.binding.match.VolumeMatcher#match match} ----------------&gt;+--&gt; Blocked(reserved, mismatch)
 *    who looks) |                                        +--&gt; Unmatched
 *               +--&gt; {@link io.mooring.binding.match.VolumeMatcher#choices choices} ----&gt; all of these that Kubernetes may end in
 *   VolumePool -+--&gt; {@link io.mooring.binding.match.VolumeMatcher#examine examine} ----&gt; for each volume, every Mismatch
 * </pre>
 *
 * The rules, in upstream's order; {@link io.mooring.binding.match.MatchRule} is the same table as code. Each is asked by
 * the volume controller (c), the scheduler (s) or both, of free volumes (f), of those reserved for the claim (r) or both.
 * A search {@link io.mooring.binding.match.Search#forNode for a node} among all classes is the scheduler's without rule 2.
 *
 * <pre>
 *   1 SELECTOR_IS_READABLE       c s  f r  the claim's selector can be read
 *   2 LISTED_BY_CLASS              s  f r  it is of the claim's class: what the volume binder's cache lists
 *   3 INDEXED_BY_ACCESS_MODES    c    f r  it offers every mode asked for: what the controller's index lists
 *   4 NOT_ALREADY_TAKEN            s  f r  no other claim of the pod has got it
 *   5 NOT_ANOTHER_CLAIMS         c s  f r  its claimRef names no other claim
 *   6 CAPACITY                   c s  f r  it holds at least what the claim requests
 *   7 VOLUME_MODE                c s  f r  both are a file system or both a block device
 *   8 ATTRIBUTES_CLASS           c s  f r  both have the same attributes class or none
 *   9 NOT_BEING_DELETED          c s  f r  it is not being deleted
 *   10 NOT_LEFT_TO_SCHEDULER     c    f    the claim's class does not wait for the first consumer
 *   11 PHASE                     c s  f    it is Available
 *   12 SELECTOR                  c s  f    its labels are what the selector wants
 *   13 CLASS                     c s  f    it is of the claim's class, where rule 2 has not seen to it
 *   14 NODE_AFFINITY               s  f r  the node can reach it
 *   15 ACCESS_MODES                s  f    it offers every mode asked for
 * </pre>
 *
 * <p>Order of choice: see {@link io.mooring.binding.match.VolumeMatcher}. A reserved volume that passes its rules but is
 * out of the node's reach ends the scheduler's search without a match.
 *
 * <p>Amounts are compared exactly. A capacity or a request that is absent counts as 0, a volume mode as Filesystem, a
 * class or attributes class as none. No outcome is null, and nothing is thrown for what admission lets through or does not.
 *
 * <p>What a match costs: the logarithm of the pool, whatever the number of classes, modes and taken volumes. A selector's
 * requirement narrows down what is looked at to the volumes with one of its values (In, matchLabels), with its key (Exists),
 * or without its key or with one of its few other values (DoesNotExist, NotIn; of a key that most volumes have); a volume's
 * node affinity does by one In of each term. The narrowest of these is gone through from the first volume that is large
 * enough, past branches that bear none of the wanted single labels, and past any run of volumes that a NotIn, DoesNotExist
 * or Exists refuses, whose end is found by counting. Among 100,000 volumes of which one in a thousand does that is 0.5 to 3
 * microseconds, and about 8 where it takes counting: a NotIn of what most have, where many other values are left.
 *
 * <p>What cannot be that fast: requirements of which each fits many volumes and all together hardly any. Then the narrowest
 * is walked, at about 0.3 microseconds a volume: two labels of 50,000 volumes each and never on the same one, where a hundred
 * other labels blur the branches; In or NotIn of many values, and a node affinity by other operators than In.
 * An update costs the logarithm of the pool for each label of the volume, and at each doubling of a shelf it may walk it.
 *
 * <p>Not covered: who binds claim and volume afterwards, provisioning, and the scheduler's order among the claims of a pod.
 */
@NullMarked
package io.mooring.binding.match;

import org.jspecify.annotations.NullMarked;
