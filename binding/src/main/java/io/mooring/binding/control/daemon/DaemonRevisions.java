package io.mooring.binding.control.daemon;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.control.workload.RevisionHash;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.Write;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonObject;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The templates that a DaemonSet had and has. Models {@code constructHistory}.
 *
 * @param current the hash of the template as it is now
 * @param writes what makes that template the latest one; empty if it is
 * @param old all others, oldest first
 */
record DaemonRevisions(String current, List<Write> writes, List<Revision> old) {
    static final Index<OtherObject, String> ORPHANS = Keeping.orphans(Revision.KIND);

    private static final int DEFAULT_LIMIT = 10;

    static DaemonRevisions of(Cluster cluster, DaemonSet set, LabelMatcher matcher) {
        Keeping<OtherObject> kept = Keeping.of(cluster, set, matcher, Revision.KIND, ORPHANS, each -> true);
        List<Revision> history = kept.kept().stream()
                .map(Revision::new)
                .sorted(Comparator.comparingLong(Revision::number).thenComparing(Revision::name))
                .toList();
        if (!kept.writes().isEmpty()) {
            return new DaemonRevisions("", kept.writes(), history);
        }
        return of(cluster, set, history);
    }

    private static DaemonRevisions of(Cluster cluster, DaemonSet set, List<Revision> history) {
        JsonObject data = Revision.data(set.spec().template());
        Optional<Revision> current =
                history.stream().filter(each -> each.isOf(data)).reduce((first, last) -> last);
        long latest = history.isEmpty() ? 0 : history.get(history.size() - 1).number();
        if (current.isEmpty()) {
            Revision made = make(cluster, set, data, latest + 1);
            return new DaemonRevisions(hash(made), List.of(new Write.Create(made.object())), history);
        }
        List<Revision> old =
                history.stream().filter(each -> !each.equals(current.get())).toList();
        boolean isLatest =
                old.stream().noneMatch(each -> each.number() >= current.get().number());
        List<Write> writes = isLatest
                ? List.of()
                : List.of(new Write.Update(current.get().withNumber(latest + 1).object()));
        return new DaemonRevisions(hash(current.get()), writes, old);
    }

    /** Another name where that of the hash is taken. */
    private static Revision make(Cluster cluster, DaemonSet set, JsonObject data, long number) {
        JsonObject template = Objects.write(set.spec().template());
        int collisions = set.status().collisionCount().orElse(0);
        Revision made = make(set, RevisionHash.of(template, collisions), data, number);
        while (cluster.get(made.object().ref()).isPresent()) {
            collisions++;
            made = make(set, RevisionHash.of(template, collisions), data, number);
        }
        return made;
    }

    private static Revision make(DaemonSet set, String hash, JsonObject data, long number) {
        return Revision.make(
                set, set.spec().template().metadata().labels(), DaemonSet.REVISION_LABEL, hash, data, number);
    }

    private static String hash(Revision revision) {
        return revision.object().metadata().labels().getOrDefault(DaemonSet.REVISION_LABEL, "");
    }

    /** The oldest that no pod has any more, beyond the number that is kept. Models {@code cleanupHistory}. */
    List<Write> truncate(DaemonSet set, List<Pod> pods) {
        Set<String> live = pods.stream()
                .map(pod -> pod.metadata().labels().getOrDefault(DaemonSet.REVISION_LABEL, ""))
                .collect(Collectors.toSet());
        int limit = set.spec().revisionHistoryLimit().orElse(DEFAULT_LIMIT);
        return old.stream()
                .filter(revision -> !live.contains(hash(revision)))
                .limit(Math.max(0, old.size() - limit))
                .<Write>map(revision -> Write.delete(revision.object().ref()))
                .toList();
    }
}
