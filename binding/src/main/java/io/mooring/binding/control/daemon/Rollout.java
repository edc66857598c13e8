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
    private final int wanted;
    private final Predicate<Pod> isAvailable;
    private final List<Pod> gone = new ArrayList<>();
    private final List<Pod> candidates = new ArrayList<>();
    private final List<Pod> unwanted = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> candidateNodes = new ArrayList<>();
    private int busy;
    private int available;

    /** Of a set that so many nodes are to have a pod of. */
    Rollout(DaemonSet set, int wanted, Predicate<Pod> isAvailable) {
        this.maxUnavailable = maxUnavailable(set, wanted);
        this.maxSurge = maxSurge(set, wanted);
        this.wanted = wanted;
        this.isAvailable = isAvailable;
    }

    /** Whether a new pod may stand beside the old one. Models {@code AllowsSurge}. */
    static boolean surges(DaemonSet set) {
        return maxSurge(set, 1) > 0;
    }

    private static int maxSurge(DaemonSet set, int nodes) {
        return Share.roundedUp(set.spec().updateStrategy().rollingUpdate().flatMap(RollingDaemons::maxSurge), nodes);
    }

    /** At least one, where pods may not stand side by side either. */
    private static int maxUnavailable(DaemonSet set, int nodes) {
        int share = Share.roundedUp(
                set.spec().updateStrategy().rollingUpdate().flatMap(RollingDaemons::maxUnavailable), nodes);
        return nodes > 0 && share == 0 && maxSurge(set, nodes) == 0 ? 1 : share;
    }

    /** A node that is to have a pod, with its pods that are not being deleted. */
    void see(String node, List<Pod> updated, List<Pod> old) {
        if (isClear(updated, old)) {
            if (maxSurge == 0) {
                seeWithoutSurge(updated, old);
            } else {
                seeWithSurge(node, updated, old);
            }
        }
    }

    /** A node that keeps the pods that it has, and is to have no new one. */
    void seeUnwanted(List<Pod> updated, List<Pod> old) {
        if (isClear(updated, old)) {
            if (maxSurge == 0) {
                seeWithoutSurge(updated, old);
            } else {
                seeUnwantedWithSurge(updated, old);
            }
        }
    }

    /** Where a node has several pods of one template, the surplus goes first. */
    private boolean isClear(List<Pod> updated, List<Pod> old) {
        boolean isClear = updated.size() <= 1 && old.size() <= 1;
        busy += isClear ? 0 : 1;
        return isClear;
    }

    private void seeWithoutSurge(List<Pod> updated, List<Pod> old) {
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

    private void seeWithSurge(String node, List<Pod> updated, List<Pod> old) {
        count(updated, old);
        if (old.isEmpty()) {
            return;
        }
        if (updated.isEmpty()) {
            (isAvailable.test(old.get(0)) ? candidateNodes : broken).add(node);
        } else {
            follow(updated, old);
        }
    }

    /** Its pod goes when as many are available elsewhere as there are to be. */
    private void seeUnwantedWithSurge(List<Pod> updated, List<Pod> old) {
        count(updated, old);
        if (old.isEmpty()) {
            return;
        }
        if (updated.isEmpty()) {
            (isAvailable.test(old.get(0)) ? unwanted : gone).add(old.get(0));
        } else {
            follow(updated, old);
        }
    }

    private void follow(List<Pod> updated, List<Pod> old) {
        if (isAvailable.test(updated.get(0))) {
            gone.add(old.get(0));
        } else {
            busy++;
        }
    }

    private void count(List<Pod> updated, List<Pod> old) {
        if (Stream.concat(old.stream(), updated.stream()).limit(1).anyMatch(isAvailable)) {
            available++;
        }
    }

    /** The pods to delete. */
    List<Pod> pods() {
        return Stream.of(
                        gone.stream(),
                        candidates.stream().limit(Math.max(0, maxUnavailable - busy)),
                        unwanted.stream().limit(Math.max(0, available - wanted)))
                .flatMap(pods -> pods)
                .toList();
    }

    /** The nodes that get a pod of the new template beside the old one. */
    List<String> nodes() {
        return Stream.concat(broken.stream(), candidateNodes.stream().limit(Math.max(0, maxSurge - busy)))
                .toList();
    }
}
