package io.mooring.binding.control.daemon;

import io.mooring.binding.control.workload.Share;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingDaemons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which pods of an earlier template go next, or which nodes get a pod of the new one beside it. A pod that is not available
 * may be replaced in any case; of the others, as many as the update may leave away, or have beside. Models {@code
 * rollingUpdate}.
 */
final class Rollout {
    private final int maxUnavailable;
    private final int maxSurge;
    private final List<Pod> gone = new ArrayList<>();
    private final List<Pod> candidates = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> candidateNodes = new ArrayList<>();
    private int busy;

    Rollout(int maxUnavailable, int maxSurge) {
        this.maxUnavailable = maxUnavailable;
        this.maxSurge = maxSurge;
    }

    static int maxSurge(DaemonSet set, int nodes) {
        return Share.roundedUp(set.spec().updateStrategy().rollingUpdate().flatMap(RollingDaemons::maxSurge), nodes);
    }

    /** At least one, where pods may not stand side by side either. */
    static int maxUnavailable(DaemonSet set, int nodes) {
        int share = Share.roundedUp(
                set.spec().updateStrategy().rollingUpdate().flatMap(RollingDaemons::maxUnavailable), nodes);
        return share == 0 && maxSurge(set, nodes) == 0 ? 1 : share;
    }

    /** A node with its pods that are not being deleted. */
    void see(String node, List<Pod> updated, List<Pod> old, Predicate<Pod> isAvailable) {
        if (updated.size() > 1 || old.size() > 1) {
            busy++;
        } else if (maxSurge == 0) {
            seeWithoutSurge(updated, old, isAvailable);
        } else {
            seeWithSurge(node, updated, old, isAvailable);
        }
    }

    private void seeWithoutSurge(List<Pod> updated, List<Pod> old, Predicate<Pod> isAvailable) {
        if (updated.size() == old.size()) {
            busy++;
        } else if (old.isEmpty()) {
            busy += isAvailable.test(updated.get(0)) ? 0 : 1;
        } else if (isAvailable.test(old.get(0))) {
            candidates.add(old.get(0));
        } else {
            gone.add(old.get(0));
            busy++;
        }
    }

    private void seeWithSurge(String node, List<Pod> updated, List<Pod> old, Predicate<Pod> isAvailable) {
        if (old.isEmpty()) {
            return;
        }
        if (updated.isEmpty()) {
            (isAvailable.test(old.get(0)) ? candidateNodes : broken).add(node);
        } else if (isAvailable.test(updated.get(0))) {
            gone.add(old.get(0));
        } else {
            busy++;
        }
    }

    /** The pods to delete. */
    List<Pod> pods() {
        return Stream.concat(gone.stream(), candidates.stream().limit(Math.max(0, maxUnavailable - busy)))
                .toList();
    }

    /** The nodes that get a pod of the new template beside the old one. */
    List<String> nodes() {
        return Stream.concat(broken.stream(), candidateNodes.stream().limit(Math.max(0, maxSurge - busy)))
                .toList();
    }
}
