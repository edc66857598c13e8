package io.mooring.binding.world;

import io.mooring.binding.finding.Finding;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;

/**
 * What differs from the cluster in which a search began, kept change by change, so that a digest costs by what changed
 * and not by how many objects stand by. Without a beginning everything differs.
 *
 * @param uids of the objects that were there at the beginning
 * @param objects what was written since
 * @param findings what was found out since
 * @param born the objects that came since, by uid
 * @param gone the uids of those that were there at the beginning and went
 */
record Trail(
        Set<String> uids,
        HashPMap<Ref<?>, Step> objects,
        HashPMap<Ref<?>, Step> findings,
        HashPMap<String, Ref<?>> born,
        MapPSet<String> gone) {
    /** Kept only in clusters that are searched from. */
    static final View<Trail> VIEW = new View<>() {
        @Override
        public Trail start() {
            return from(Set.of());
        }

        @Override
        public Trail after(Trail trail, Change<?> change, Lister objects) {
            return trail.after(change);
        }

        @Override
        public Trail after(Trail trail, Optional<Finding> before, Optional<Finding> found) {
            return trail.after(before, found);
        }
    };

    private static final Comparator<Digest> IN_ORDER =
            Comparator.comparingLong(Digest::first).thenComparingLong(Digest::second);

    /** More names in names than anybody gives. */
    static final int DEEPEST = 4;

    /**
     * One place.
     *
     * @param first what stood there at the beginning
     * @param last what stands there now
     */
    private record Step(Mark first, Mark last) {}

    private static Trail from(Set<String> uids) {
        return new Trail(uids, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty());
    }

    static Trail from(Cluster start) {
        Set<String> uids = new HashSet<>();
        start.all().forEach(object -> uids.add(object.metadata().uid()));
        return from(uids);
    }

    private Trail after(Change<?> change) {
        Ref<?> ref = change.ref();
        Mark before = change.before().map(Mark::of).orElseGet(() -> Mark.absent("object", ref));
        Mark after = change.after().map(Mark::of).orElseGet(() -> Mark.absent("object", ref));
        String uid = change.object().metadata().uid();
        boolean isOld = uids.contains(uid);
        return new Trail(
                uids,
                plus(objects, ref, before, after),
                findings,
                change.isCreation() && !isOld
                        ? born.plus(uid, ref)
                        : change.isRemoval() && !isOld ? born.minus(uid) : born,
                change.isRemoval() && isOld ? gone.plus(uid) : gone);
    }

    private Trail after(Optional<Finding> before, Optional<Finding> found) {
        Ref<?> ref = found.or(() -> before).orElseThrow().about();
        Mark was = before.map(Mark::of).orElseGet(() -> Mark.absent("finding", ref));
        Mark is = found.map(Mark::of).orElseGet(() -> Mark.absent("finding", ref));
        return new Trail(uids, objects, plus(findings, ref, was, is), born, gone);
    }

    private static HashPMap<Ref<?>, Step> plus(HashPMap<Ref<?>, Step> steps, Ref<?> ref, Mark before, Mark after) {
        Step step = steps.get(ref);
        return steps.plus(ref, new Step(step == null ? before : step.first(), after));
    }

    /** Together with what the controllers have to do. */
    Digest digest(List<String> work) {
        List<Digest> all = new ArrayList<>();
        Stream.concat(objects.values().stream(), findings.values().stream())
                .filter(step -> !step.first().imprint().equals(step.last().imprint()))
                .forEach(step -> all.add(named(step.last().imprint(), 0)));
        all.sort(IN_ORDER);
        work.forEach(each -> all.add(named(Imprint.of(each), 0)));
        return Hashing.of(all);
    }

    /** With uids as the names of their objects. */
    private Digest named(Imprint imprint, int depth) {
        if (imprint.uids().isEmpty()) {
            return imprint.text();
        }
        List<Digest> all = new ArrayList<>();
        all.add(imprint.text());
        imprint.uids().forEach(uid -> all.add(named(uid, depth)));
        return Hashing.of(all);
    }

    /** Whoever was there at the beginning goes by the uid; of what is gone none matters more than another. */
    private Digest named(String uid, int depth) {
        Ref<?> ref = born.get(uid);
        if (ref == null) {
            return Hashing.of(uids.contains(uid) && !gone.contains(uid) ? uid : "gone");
        }
        return depth == DEEPEST
                ? Hashing.of(uid)
                : named(Imprint.of(ref.toString().replace(uid, "of-itself")), depth + 1);
    }
}
