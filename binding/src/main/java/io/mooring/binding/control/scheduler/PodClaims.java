package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a pod, of which none stands in the way by itself. Upstream: {@code PodVolumeClaims}.
 *
 * @param bound those that are bound, to volumes that exist
 * @param waiting those that wait for a node
 * @param inUse the first ReadWriteOncePod claim that another pod has, if any
 */
record PodClaims(
        List<PersistentVolumeClaim> bound,
        List<PersistentVolumeClaim> waiting,
        Optional<NodeRejection.ClaimInUse> inUse) {}
