package io.mooring.binding.control.deployment;

import io.mooring.binding.control.workload.Int32;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How many pods each ReplicaSet of a Deployment is to have next. Those that stay as they are do not come up. */
final class Scaling {
    private static final Comparator<ReplicaSet> LARGEST_FIRST =
            Comparator.comparingInt(ReplicaSet::wantedReplicas).reversed();

    private final DeploymentView view;
    private final Map<ReplicaSet, Integer> sizes = new LinkedHashMap<>();

    private Scaling(DeploymentView view) {
        this.view = view;
    }

    /** The number of pods for the current template, of which there are {@code size}. Models {@code NewRSNewReplicas}. */
    static int ofCurrent(DeploymentView view, int size) {
        if (!view.isRolling()) {
            return view.wanted();
        }
        int room = view.most() - view.asked();
        return room <= 0 ? size : size + Math.min(room, view.wanted() - size);
    }

    /** More of the current template, or less if there are too many. Models {@code reconcileNewReplicaSet}. */
    static Map<ReplicaSet, Integer> up(DeploymentView view, ReplicaSet current) {
        int size = current.wantedReplicas();
        return new Scaling(view).to(current, size > view.wanted() ? view.wanted() : ofCurrent(view, size)).sizes;
    }

    /**
     * Less of the old templates: first what is not available anyway, then as much as availability allows. Models {@code
     * reconcileOldReplicaSets}.
     */
    static Map<ReplicaSet, Integer> down(DeploymentView view, ReplicaSet current) {
        int least = view.wanted() - view.maxUnavailable();
        long starting = (long) current.wantedReplicas() - current.status().availableReplicas();
        Scaling scaling = new Scaling(view);
        long most = (long) view.asked() - least - starting;
        if (most > 0) {
            scaling.less(most, set -> set.wantedReplicas() - set.status().availableReplicas());
            scaling.less(view.sum(ReplicaSetStatus::availableReplicas) - least, scaling::size);
        }
        return scaling.sizes;
    }

    private interface Amount {
        int of(ReplicaSet set);
    }

    private void less(long most, Amount amount) {
        long left = most;
        for (ReplicaSet set : view.old()) {
            int taken = (int) Math.min(left, Math.min(size(set), amount.of(set)));
            if (taken > 0) {
                to(set, size(set) - taken);
                left -= taken;
            }
        }
    }

    /** None of the old templates. */
    static Map<ReplicaSet, Integer> oldAway(DeploymentView view) {
        Scaling scaling = new Scaling(view);
        DeploymentView.active(view.old().stream()).forEach(set -> scaling.to(set, 0));
        return scaling.sizes;
    }

    /**
     * Another number of pods while the template stays: all to the only ReplicaSet that has any, or shared among all that
     * have. Models {@code scale}.
     */
    static Map<ReplicaSet, Integer> shared(DeploymentView view) {
        List<ReplicaSet> active = DeploymentView.active(view.all());
        if (active.size() <= 1) {
            Optional<ReplicaSet> only = active.isEmpty() ? latest(view) : Optional.of(active.get(0));
            Scaling scaling = new Scaling(view);
            only.ifPresent(set -> scaling.to(set, view.wanted()));
            return scaling.sizes;
        }
        if (view.current().filter(set -> isSaturated(view, set)).isPresent()) {
            return oldAway(view);
        }
        return view.isRolling() ? new Scaling(view).share(active) : Map.of();
    }

    private static Optional<ReplicaSet> latest(DeploymentView view) {
        return view.current().or(() -> view.old().stream().reduce((older, newer) -> newer));
    }

    private static boolean isSaturated(DeploymentView view, ReplicaSet set) {
        return set.wantedReplicas() == view.wanted()
                && ReplicaAnnotations.number(set, ReplicaAnnotations.DESIRED).orElse(-1) == view.wanted()
                && set.status().availableReplicas() == view.wanted();
    }

    /** In proportion to their sizes, the largest first; what is left over goes to the largest. */
    private Map<ReplicaSet, Integer> share(List<ReplicaSet> active) {
        int allowed = view.wanted() > 0 ? view.most() : 0;
        int toAdd = allowed - view.asked();
        Comparator<ReplicaSet> order = LARGEST_FIRST.thenComparing(
                toAdd > 0 ? DeploymentView.OLDEST_FIRST.reversed() : DeploymentView.OLDEST_FIRST);
        List<ReplicaSet> sorted = active.stream().sorted(order).toList();
        int added = 0;
        for (ReplicaSet set : sorted) {
            int part = part(set, toAdd, added);
            sizes.put(set, set.wantedReplicas() + part);
            added += part;
        }
        ReplicaSet largest = sorted.get(0);
        sizes.put(largest, Math.max(0, Int32.bounded((long) size(largest) + toAdd - added)));
        return sizes;
    }

    /** Models {@code GetReplicaSetProportion}. */
    private int part(ReplicaSet set, int toAdd, int added) {
        int left = toAdd - added;
        if (left == 0) {
            return 0;
        }
        int fair = fairPart(set);
        return toAdd > 0 ? Math.min(fair, left) : Math.max(fair, left);
    }

    /** Models {@code getReplicaSetFraction}: by how much the Deployment grew, as far as the ReplicaSet knows. */
    private int fairPart(ReplicaSet set) {
        int size = set.wantedReplicas();
        if (view.wanted() == 0) {
            return -size;
        }
        long most = view.most();
        long noted = Math.max(
                0, ReplicaAnnotations.number(set, ReplicaAnnotations.MOST).orElse(0));
        long before = noted == 0 ? view.deployment().status().replicas() : noted;
        return before == 0 ? 0 : rounded(size * most, before) - size;
    }

    /** A half is a whole one. */
    private static int rounded(long part, long whole) {
        long rest = part % whole;
        return Int32.bounded(part / whole + (rest >= whole - rest ? 1 : 0));
    }

    private int size(ReplicaSet set) {
        return sizes.getOrDefault(set, set.wantedReplicas());
    }

    private Scaling to(ReplicaSet set, int size) {
        if (size != set.wantedReplicas() || sizes.containsKey(set)) {
            sizes.put(set, size);
        }
        return this;
    }

    /** Whether the Deployment wants another number of pods than when it last scaled. Models {@code isScalingEvent}. */
    static boolean isDue(DeploymentView view) {
        Stream<ReplicaSet> active = DeploymentView.active(view.all()).stream();
        return active.map(set -> ReplicaAnnotations.number(set, ReplicaAnnotations.DESIRED))
                .anyMatch(desired -> desired.isPresent() && desired.getAsLong() != view.wanted());
    }
}
