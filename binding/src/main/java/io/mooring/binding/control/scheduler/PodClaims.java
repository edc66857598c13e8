package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/**
 * The claims of a pod, of which none stands in the way by itself. Upstream: {@code PodVolumeClaims}.
 *
 * @param bound those that are bound, to volumes that exist
 * @param waiting those that wait for a node
 * @param inUse the ReadWriteOncePod claims that other pods have
 */
record PodClaims(
        List<PersistentVolumeClaim> bound, List<PersistentVolumeClaim> waiting, List<NodeRejection.ClaimInUse> inUse) {}
