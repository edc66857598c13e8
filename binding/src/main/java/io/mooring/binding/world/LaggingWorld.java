package io.mooring.binding.world;

import io.mooring.binding.world.Caches.Entry;
import io.mooring.binding.world.Settling.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A cluster whose controllers may see it as it was a moment ago, and may crash: what {@link
 * io.mooring.binding.explore.Explorer#check} follows.
 *
 * <p>Each controller reads the world by a cache a kind, and each cache is somewhere in the log of the changes of its kind. At a
 * look the caches may lack up to {@link Bounds#lag} changes together, the last ones of their kinds; what a cache has seen once it
 * keeps. Whether a controller sees what it wrote itself, and what it reads past its caches, it says ({@link
 * Controller#seesItsOwnWrites}, {@link Controller#asksTheServer}). What a stale look makes it write is
 * written into the world as it is: an update or a status meets a conflict where the object has changed, a creation or a deletion
 * does not. A controller that looked while its caches lagged looks again when they have caught up.
 *
 * <p>A controller falls behind either by such a look, or by being late: then it waits while others act, and each of its looks,
 * whenever it comes, may miss what happened meanwhile, until one misses nothing.
 *
 * <p>A controller that crashes forgets what it was about to write, and looks at everything anew.
 */
public final class LaggingWorld {
    private static final int NOBODY = -1;

    private final Cluster cluster;
    private final Bounds bounds;
    private final Caches caches;
    private final Set<Integer> late;

    /**
     * How far the search goes.
     *
     * @param lag how many of the last changes a controller's caches may lack at a look
     * @param falls how often a controller may fall behind on one way
     * @param crashes how many crashes there may be on one way
     */
    public record Bounds(int lag, int falls, int crashes) {
        /** Every controller sees the world as it is, and none crashes. */
        public static final Bounds NONE = new Bounds(0, 0, 0);

        /** So many changes that are not seen, at so many looks; nobody crashes. */
        public static Bounds lag(int lag) {
            return new Bounds(lag, lag, 0);
        }

        private Bounds afterFall() {
            return new Bounds(lag, falls - 1, crashes);
        }

        /** The same with so many crashes. */
        public Bounds withCrashes(int count) {
            return new Bounds(lag, falls, count);
        }

        /** @throws IllegalArgumentException if one is negative */
        public Bounds {
            if (lag < 0 || falls < 0 || crashes < 0) {
                throw new IllegalArgumentException("bounds must not be negative, and are " + lag + " for the lag, "
                        + falls + " for falls and " + crashes + " for crashes");
            }
        }
    }

    /**
     * What one step was.
     *
     * @param who the controller; empty for time that passes
     * @param what what it did, in words
     * @param unseen the changes that its caches lacked
     */
    public record Deed(String who, String what, List<Change<?>> unseen) {
        public Deed {
            unseen = List.copyOf(unseen);
        }
    }

    /** A step and where it leads. */
    public record Way(Deed deed, LaggingWorld world) {}

    private LaggingWorld(Cluster cluster, Bounds bounds, Caches caches, Set<Integer> late) {
        this.cluster = cluster;
        this.bounds = bounds;
        this.caches = caches;
        this.late = late;
    }

    /** The cluster as a start; so far every cache is up to date. */
    public static LaggingWorld of(Cluster start, Bounds bounds) {
        return new LaggingWorld(start.asStart(), bounds, Caches.UP_TO_DATE, Set.of());
    }

    /** The world as it is, whoever has seen it. */
    public Cluster cluster() {
        return cluster;
    }

    /** After a call from outside. */
    public LaggingWorld after(Outcome outcome) {
        return next(outcome.cluster(), NOBODY, bounds);
    }

    /** Tells apart the worlds that follow from one start; see {@link Cluster#digest}. */
    public Digest digest() {
        List<Digest> all = new ArrayList<>();
        all.add(cluster.digest());
        for (Entry entry : caches.log()) {
            all.add(Hashing.of(entry.author() + " " + entry.change().ref()));
            all.add(entry.before().imprint().text());
        }
        for (int i = 0; i < cluster.controllers().all().size(); i++) {
            for (List<Entry> unseen : unseenBy(i)) {
                all.add(Hashing.of(
                        i + " " + unseen.stream().map(caches.log()::indexOf).toList()));
            }
        }
        all.add(Hashing.of(bounds + " late " + late.stream().sorted().toList()));
        return Hashing.of(all);
    }

    /** The steps that may come next, Mooring's own first; none if the cluster is settled and nobody waits for time to pass. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        OptionalInt first = firstInTime();
        if (first.isPresent()) {
            Turn<?> turn = Turn.of(cluster, first.getAsInt());
            addOthers(turn, addOwn(turn, ways), ways);
            addStale(ways);
            addLate(turn, ways);
        } else {
            addQuiet(ways);
        }
        addCrashes(ways);
        return ways;
    }

    /**
     * Who may come before the turn: whoever is late or has something to write; and, where the turn takes what others may want, the next
     * that is ready, and those behind it as long as each takes something too. Where one takes nothing, it makes no difference which of
     * those behind comes first: they come after it.
     */
    private void addOthers(Turn<?> turn, boolean isContested, List<Way> ways) {
        boolean mayGoOn = isContested;
        for (int other : cluster.queues().readyBut(turn.index()).toArray()) {
            boolean isApart = late.contains(other)
                    || cluster.queues().queue(other).pending().isPresent();
            if (isApart) {
                addOwn(Turn.of(cluster, other), ways);
            } else if (mayGoOn) {
                mayGoOn = addOwn(Turn.of(cluster, other), ways);
            }
        }
    }

    /** The first that is ready and not late; of those that are late the first if no other is ready. */
    private OptionalInt firstInTime() {
        List<ControllerQueue<?>> queues = cluster.queues().queues();
        OptionalInt first = IntStream.range(0, queues.size())
                .filter(each -> queues.get(each).isReady() && !late.contains(each))
                .findFirst();
        return first.isPresent() ? first : cluster.queues().firstReady();
    }

    /** The controller that would come next waits. */
    private void addLate(Turn<?> turn, List<Way> ways) {
        boolean mayWait = turn.queue().pending().isEmpty()
                && cluster.queues().readyBut(turn.index()).findFirst().isPresent();
        if (bounds.falls() > 0 && mayWait && !late.contains(turn.index())) {
            Set<Integer> later = new HashSet<>(late);
            later.add(turn.index());
            ways.add(new Way(
                    new Deed(turn.controller().name(), "is late", List.of()),
                    new LaggingWorld(cluster, bounds.afterFall(), caches, Set.copyOf(later))));
        }
    }

    /** @return whether what it takes others may want too */
    private <I extends Comparable<? super I>> boolean addOwn(Turn<I> turn, List<Way> ways) {
        if (turn.queue().pending().isPresent()) {
            Write write = turn.queue().pending().get().rest().get(0);
            ways.add(way(turn, write.accept(WriteText.INSTANCE), turn.step(), List.of()));
            return false;
        }
        I first = turn.queue().firstNow();
        List<List<Write>> choices = turn.choices(first);
        addFresh(turn, first, choices, ways);
        boolean isContested = turn.isTaking(choices);
        if (isContested) {
            turn.queue().queued().stream()
                    .filter(item -> !item.equals(first))
                    .forEach(item -> addFresh(turn, item, turn.choices(item), ways));
        }
        return isContested;
    }

    private <I extends Comparable<? super I>> void addFresh(
            Turn<I> turn, I item, List<List<Write>> choices, List<Way> ways) {
        choices.forEach(writes -> ways.add(way(turn, "looks at " + item, turn.begin(item, writes), List.of())));
    }

    /** Looks that lead to other writes than they would if the caches were up to date; one that leads to none is a look later. */
    private void addStale(List<Way> ways) {
        if (bounds.lag() == 0) {
            return;
        }
        Map<List<Entry>, Cluster> seen = new HashMap<>();
        for (int i = 0; i < cluster.queues().queues().size(); i++) {
            ControllerQueue<?> queue = cluster.queues().queue(i);
            if (queue.isReady() && queue.pending().isEmpty()) {
                addStale(Turn.of(cluster, i), unseenBy(i), seen, ways);
            }
        }
    }

    private <I extends Comparable<? super I>> void addStale(
            Turn<I> turn, List<List<Entry>> lacking, Map<List<Entry>, Cluster> seen, List<Way> ways) {
        if (lacking.isEmpty()) {
            return;
        }
        for (I item : turn.queue().queued()) {
            Set<String> known = new HashSet<>();
            turn.choices(item).stream().map(Work::text).forEach(known::add);
            Kinds asked = turn.controller().asksTheServer(item);
            for (List<Entry> unseen : lacking) {
                if (unseen.stream()
                        .anyMatch(entry -> asked.contains(entry.change().kind()))) {
                    continue;
                }
                Cluster old = seen.computeIfAbsent(unseen, this::without);
                for (List<Write> writes : new Reconciling<>(turn.controller(), old, item).choices()) {
                    String text = Work.text(writes);
                    if (!text.isBlank() && known.add(text)) {
                        ways.add(staleLook(turn, item, writes, unseen));
                    }
                }
            }
        }
    }

    private <I extends Comparable<? super I>> Way staleLook(
            Turn<I> turn, I item, List<Write> writes, List<Entry> unseen) {
        Cluster begun = turn.begin(item, writes);
        WorkQueues queues = begun.queues();
        ControllerQueue<I> again = queues.queue(turn.index(), turn.controller()).wake(Wake.now(item));
        Way way = way(
                turn,
                "looks at " + item,
                begun.with(queues.with(turn.index(), again)),
                unseen.stream().<Change<?>>map(Entry::change).toList());
        return late.contains(turn.index())
                ? way
                : new Way(way.deed(), way.world().afterFall());
    }

    /** Every set of changes that the controller's caches may lack. */
    private List<List<Entry>> unseenBy(int controller) {
        if (bounds.falls() == 0 && !late.contains(controller)) {
            return List.of();
        }
        Controller<?> reader = cluster.controllers().all().get(controller);
        return caches.unseenBy(controller, reader.seesItsOwnWrites(cluster.semantics()), bounds.lag());
    }

    /** The world as somebody sees it who has not seen these changes. */
    private Cluster without(List<Entry> unseen) {
        Cluster seen = cluster;
        for (int i = unseen.size() - 1; i >= 0; i--) {
            seen = seen.after(unseen.get(i).change().undone());
        }
        return seen;
    }

    /** Nobody has anything to do now: the resync, and then time that passes. */
    private void addQuiet(List<Way> ways) {
        OptionalInt resyncing = cluster.queues().firstForResync();
        if (resyncing.isPresent()) {
            addResync(Turn.of(cluster, resyncing.getAsInt()), ways);
            return;
        }
        cluster.untilNextDue()
                .ifPresent(wait -> ways.add(new Way(
                        new Deed("", "time passes: " + wait.toSeconds() + " s", List.of()),
                        next(cluster.advance(wait), NOBODY, bounds))));
    }

    /** The first comes first; any may, if it takes what others may want. */
    private <I extends Comparable<? super I>> void addResync(Turn<I> turn, List<Way> ways) {
        I first = turn.queue().resync().first();
        ways.add(again(turn, first, "the controllers look at everything again"));
        if (turn.isTaking(turn.choices(first))) {
            turn.queue().resync().stream()
                    .filter(item -> !item.equals(first))
                    .forEach(item ->
                            ways.add(again(turn, item, "the controllers look at everything again, first at " + item)));
        }
    }

    private <I extends Comparable<? super I>> Way again(Turn<I> turn, I item, String what) {
        WorkQueues woken = cluster.queues().with(turn.index(), turn.queue().wake(Wake.now(item)));
        return new Way(new Deed("", what, List.of()), next(cluster.with(woken), NOBODY, bounds));
    }

    private void addCrashes(List<Way> ways) {
        if (bounds.crashes() == 0) {
            return;
        }
        for (int i = 0; i < cluster.queues().queues().size(); i++) {
            if (cluster.queues().queue(i).pending().isPresent()) {
                ways.add(crash(Turn.of(cluster, i)));
            }
        }
    }

    private <I extends Comparable<? super I>> Way crash(Turn<I> turn) {
        Cluster restarted = cluster.with(Waking.anew(turn.index(), cluster));
        LaggingWorld next = next(restarted, turn.index(), bounds.withCrashes(bounds.crashes() - 1));
        return new Way(new Deed(turn.controller().name(), "crashes and starts again", List.of()), next);
    }

    private Way way(Turn<?> turn, String what, Cluster to, List<Change<?>> unseen) {
        LaggingWorld next = next(to, turn.index(), bounds);
        boolean isLook = turn.queue().pending().isEmpty();
        LaggingWorld seen = isLook ? next.seenBy(turn.index(), unseen) : next;
        return new Way(new Deed(turn.controller().name(), what, unseen), seen);
    }

    private LaggingWorld afterFall() {
        return new LaggingWorld(cluster, bounds.afterFall(), caches, late);
    }

    /** From now on the controller's caches have all but these changes. */
    private LaggingWorld seenBy(int controller, List<Change<?>> unseen) {
        Set<Integer> behind = new HashSet<>(late);
        if (unseen.isEmpty()) {
            behind.remove(controller);
        }
        return new LaggingWorld(cluster, bounds, caches.seenBy(controller, unseen), Set.copyOf(behind));
    }

    private LaggingWorld next(Cluster to, int author, Bounds left) {
        if (left.lag() == 0 || (left.falls() == 0 && late.isEmpty())) {
            return new LaggingWorld(to, left, Caches.UP_TO_DATE, late);
        }
        List<Change<?>> changes = to == cluster ? List.of() : to.changesSince(cluster);
        return new LaggingWorld(to, left, caches.after(changes, author, left.lag()), late);
    }

    /** Whether nothing happens any more, but for time that passes. */
    public boolean isQuiet() {
        return cluster.isSettled();
    }
}
