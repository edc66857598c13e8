package io.mooring.binding.control.set;

import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.tree.JsonObject;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a set's pods are made of. Models {@code getStatefulSetRevisions} and {@code truncateHistory}.
 *
 * @param current what the pods below the partition are made of
 * @param update what all others are to be made of: the set's template
 * @param writes what makes the update revision the latest one and the set its owner; empty if all is so
 * @param history all revisions that were there before, oldest first
 */
record Revisions(Revision current, Revision update, List<Write> writes, List<Revision> history) {
    private static final int DEFAULT_HISTORY_LIMIT = 10;

    static Revisions of(Cluster cluster, StatefulSet set) {
        List<Write> writes = new ArrayList<>();
        List<Revision> history = history(cluster, set, writes);
        Optional<Revision> known = isKnown(set) ? named(history, set.status().updateRevision()) : Optional.empty();
        Revision update = known.orElseGet(() -> update(set, history, writes));
        Revision current = named(history, set.status().currentRevision()).orElse(update);
        return new Revisions(current, update, List.copyOf(writes), history);
    }

    /** The template as a revision, which becomes the latest one. */
    private static Revision update(StatefulSet set, List<Revision> history, List<Write> writes) {
        JsonObject data = Revision.data(set.spec().template());
        long next = history.isEmpty() ? 1 : latest(history).number() + 1;
        Optional<Revision> equal =
                history.stream().filter(revision -> revision.isOf(data)).reduce((first, last) -> last);
        if (equal.isEmpty()) {
            Revision made = Revision.make(
                    set,
                    set.spec().template().metadata().labels(),
                    data,
                    next,
                    set.status().collisionCount().orElse(0));
            writes.add(new Write.Create(made.object()));
            return made;
        }
        if (!equal.get().equals(latest(history))) {
            writes.add(new Write.Update(equal.get().withNumber(next).object()));
        }
        return equal.get();
    }

    /** Whether the status names the revision of the template as it is now. */
    private static boolean isKnown(StatefulSet set) {
        return set.status().observedGeneration() == set.metadata().generation();
    }

    private static Optional<Revision> named(List<Revision> history, String name) {
        return history.stream().filter(revision -> revision.name().equals(name)).findFirst();
    }

    private static Revision latest(List<Revision> history) {
        return history.get(history.size() - 1);
    }

    /**
     * The set's own, and those that nobody has and that carry its labels, which it takes in. What a set owns is sorted by
     * kind, and {@code ControllerRevision} goes before claims and pods.
     */
    private static List<Revision> history(Cluster cluster, StatefulSet set, List<Write> writes) {
        Stream<Revision> own = Dependents.BY_OWNER
                .find(cluster, set.metadata().uid())
                .takeWhile(each -> each.kind().compareTo(Revision.KIND) <= 0)
                .filter(each -> each.kind().equals(Revision.KIND))
                .map(each -> new Revision(Revision.KIND.type().cast(each)));
        List<Revision> adopted = Orphans.revisions(cluster, set)
                .filter(each -> Adoption.isSelected(set, each.object()))
                .map(each -> each.ownedBy(set))
                .toList();
        adopted.forEach(revision -> writes.add(new Write.Update(revision.object())));
        return Stream.concat(own, adopted.stream())
                .sorted(Comparator.comparingLong(Revision::number).thenComparing(Revision::name))
                .toList();
    }

    /** The oldest revisions that no pod has any more, beyond the number that the set wants kept. */
    List<Write> truncate(StatefulSet set, SetPods pods) {
        Set<String> live = new HashSet<>(pods.revisions());
        live.add(current.name());
        live.add(update.name());
        List<Revision> old = history.stream()
                .filter(revision -> !live.contains(revision.name()))
                .toList();
        int limit = set.spec().revisionHistoryLimit().orElse(DEFAULT_HISTORY_LIMIT);
        if (limit < 0 || old.size() <= limit) {
            return List.of();
        }
        return old.subList(0, old.size() - limit).stream()
                .<Write>map(revision -> Write.delete(revision.object().ref()))
                .toList();
    }
}
