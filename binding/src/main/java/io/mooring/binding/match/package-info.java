/**
 * Which volume for this claim? The rules of Kubernetes' {@code FindMatchingVolume} and of the controller's index over it,
 * asked of a pool of volumes without visiting them all; and of each volume, every rule that it fails.
 *
 * <pre>
 *   Search -----+                                          +--&gt; Matched(volume, reason)
 *   (claim, who +--&gt; {@link io.mooring.binding.match.VolumeMatcher#match match} ------------------&gt;+--&gt; Blocked(reserved, mismatch)
 *    searches)  |                                          +--&gt; Unmatched
 *               +--&gt; {@link io.mooring.binding.match.VolumeMatcher#choices choices} ----&gt; each Match that Kubernetes may end in
 *   VolumePool -+--&gt; {@link io.mooring.binding.match.VolumeMatcher#evaluate evaluate} ---&gt; for each volume, every Mismatch
 * </pre>
 *
 * The rules, in upstream's order; {@link io.mooring.binding.match.MatchRule} is the same table as code. Each is asked by
 * the volume controller (c), the scheduler (s) or both, of free volumes (f), of volumes reserved for the claim (r) or both.
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
 * <p>Front door: {@link io.mooring.binding.match.VolumeMatcher}.
 *
 * <p>Order of choice: see {@link io.mooring.binding.match.VolumeMatcher}. A reserved volume that passes every rule but 14
 * ends the scheduler's search without a match.
 *
 * <p>Amounts are compared exactly. An absent capacity or request counts as 0, an absent volume mode as Filesystem, an absent
 * class or attributes class as none. No outcome is null. Nothing is thrown, whether admission would let the objects through
 * or not.
 *
 * <p>How it is fast: a pool keeps the free volumes apart by class, volume mode and attributes class, and each part in search
 * trees in the order of choice: one of all, one for each label, one for each label key, and one for each node label that a
 * node affinity names by an In. A search takes the trees with the fewest volumes that its selector and its node leave, starts
 * at the first volume that is large enough, skips subtrees whose summary of labels and access modes rules them out, and skips
 * any run of volumes that fail one NotIn, DoesNotExist or Exists, whose end it finds by counting.
 *
 * <p>What a match costs: the logarithm of the pool's size, however many classes, modes and taken volumes there are. Among
 * 100,000 volumes of which one in a thousand fits that is 0.5 to 3 microseconds; about 8 where runs are skipped by counting
 * and many values are left. An update costs the logarithm for each label of the volume; each time that a part of the pool
 * doubles, it may visit all its volumes.
 *
 * <p>What is slow: requirements that many volumes meet each and hardly any meet all together. Then the smallest trees are gone
 * through at about 0.3 microseconds a volume: for instance two labels that 50,000 volumes have each and none has both, if a
 * hundred other labels blur the summaries; an In or NotIn of many values; a node affinity without In.
 *
 * <p>Not covered: who binds claim and volume afterwards, provisioning, and the scheduler's order among the claims of a pod.
 */
@NullMarked
package io.mooring.binding.match;

import org.jspecify.annotations.NullMarked;
