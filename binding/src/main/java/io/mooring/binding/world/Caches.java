package io.mooring.binding.world;

import io.mooring.meta.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far each controller has read of the last changes, where controllers lag: it has a cache a kind, and each cache is somewhere in
 * the log of the changes of its kind.
 *
 * @param log the last changes, in their order
 * @param places the number of the last change that a cache has; one that is not there has none of the log
 * @param written how many changes were ever logged
 */
record Caches(List<Entry> log, Map<Cache, Long> places, long written) {
    /** Every cache has everything. */
    static final Caches UP_TO_DATE = new Caches(List.of(), Map.of(), 0);

    private static final Long NOTHING_SEEN = -1L;
    private static final Comparator<ObjectKind<?>> BY_KIND = Comparator.comparing(ObjectKind::toString);

    /** What a controller, by its place, knows of a kind. */
    record Cache(int controller, ObjectKind<?> kind) {}

    /** @param before what the object was; kept, since the digest of every world that follows asks for its imprint */
    record Entry(long number, Change<?> change, int author, Mark before) {
        private static Entry of(long number, Change<?> change, int author) {
            Mark before = change.before().map(Mark::of).orElseGet(() -> Mark.absent("object", change.ref()));
            return new Entry(number, change, author, before);
        }
    }

    /**
     * After changes that no cache has yet.
     *
     * @param author the place of the controller that wrote them
     * @param lag how many changes of each kind a cache may lack; older ones are forgotten
     */
    Caches after(List<Change<?>> changes, int author, int lag) {
        if (changes.isEmpty()) {
            return this;
        }
        List<Entry> longer = new ArrayList<>(log);
        long number = written;
        for (Change<?> change : changes) {
            longer.add(Entry.of(number++, change, author));
        }
        return new Caches(lastOfEachKind(longer, lag), places, number);
    }

    private static List<Entry> lastOfEachKind(List<Entry> log, int count) {
        Map<ObjectKind<?>, Integer> kept = new HashMap<>();
        List<Entry> last = new ArrayList<>();
        for (int i = log.size() - 1; i >= 0; i--) {
            if (kept.merge(log.get(i).change().kind(), 1, Integer::sum) <= count) {
                last.add(0, log.get(i));
            }
        }
        return List.copyOf(last);
    }

    /** From now on the controller's caches have all but these changes. */
    Caches seenBy(int controller, List<Change<?>> unseen) {
        Map<Cache, Long> moved = new HashMap<>(places);
        Set<ObjectKind<?>> lagging = new LinkedHashSet<>();
        for (Entry entry : log) {
            ObjectKind<?> kind = entry.change().kind();
            if (unseen.contains(entry.change())) {
                lagging.add(kind);
            } else if (!lagging.contains(kind)) {
                moved.merge(new Cache(controller, kind), entry.number(), Math::max);
            }
        }
        return new Caches(log, moved, written);
    }

    /**
     * Every set of changes that the controller's caches may lack; of each kind the last ones, and not too many together.
     *
     * @param seesOwn whether the controller knows what it wrote itself
     * @param lag how many changes may be lacking together
     */
    List<List<Entry>> unseenBy(int controller, boolean seesOwn, int lag) {
        Map<ObjectKind<?>, List<Entry>> byKind = new HashMap<>();
        for (Entry entry : log) {
            List<Entry> ofKind = byKind.computeIfAbsent(entry.change().kind(), kind -> new ArrayList<>());
            if ((seesOwn && entry.author() == controller) || isSeenBy(controller, entry)) {
                ofKind.clear();
            } else {
                ofKind.add(entry);
            }
        }
        List<List<Entry>> found = new ArrayList<>();
        found.add(List.of());
        byKind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_KIND))
                .forEach(each -> addSuffixes(each.getValue(), lag, found));
        found.remove(0);
        return found;
    }

    private boolean isSeenBy(int controller, Entry entry) {
        Cache cache = new Cache(controller, entry.change().kind());
        return entry.number() <= places.getOrDefault(cache, NOTHING_SEEN);
    }

    private static void addSuffixes(List<Entry> ofKind, int lag, List<List<Entry>> found) {
        int before = found.size();
        for (int from = ofKind.size() - 1; from >= 0; from--) {
            for (int i = 0; i < before; i++) {
                List<Entry> together = new ArrayList<>(found.get(i));
                together.addAll(ofKind.subList(from, ofKind.size()));
                together.sort(Comparator.comparingLong(Entry::number));
                if (together.size() <= lag) {
                    found.add(together);
                }
            }
        }
    }
}
