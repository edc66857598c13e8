package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ControllerQueueTest {
    /** What is done with an item. */
    enum Deed {
        WAKE_NOW,
        WAKE_AT_RESYNC,
        TAKE_FIRST,
        TAKE,
        PARK,
        UNPARK
    }

    record Step(Deed deed, String item) {}

    /** The queue as three sets of the JDK. */
    private static final class Plain {
        final Set<String> now = new LinkedHashSet<>();
        final Set<String> resync = new TreeSet<>();
        final Set<String> parked = new TreeSet<>();

        void wakeNow(String item) {
            now.add(item);
            resync.remove(item);
            parked.remove(item);
        }

        void wakeAtResync(String item) {
            if (!now.contains(item)) {
                resync.add(item);
                parked.remove(item);
            }
        }

        void take(String item) {
            now.remove(item);
            resync.remove(item);
        }

        void park(String item) {
            if (!now.contains(item) && !resync.contains(item)) {
                parked.add(item);
            }
        }

        void unpark() {
            new ArrayList<>(parked).forEach(this::wakeAtResync);
        }
    }

    @Property(tries = 500)
    void isWhatSetsAre(@ForAll("steps") List<Step> steps) {
        ControllerQueue<String> queue = ControllerQueue.empty();
        Plain plain = new Plain();
        for (Step step : steps) {
            queue = played(queue, plain, step);

            assertThat(queue.queued()).containsExactlyElementsOf(plain.now);
            assertThat(queue.queuedInOrder()).containsExactlyElementsOf(new TreeSet<>(plain.now));
            assertThat(queue.resync()).containsExactlyElementsOf(plain.resync);
            assertThat(queue.parked()).containsExactlyElementsOf(plain.parked);
            assertThat(queue.isReady()).isEqualTo(!plain.now.isEmpty());
        }
    }

    private static ControllerQueue<String> played(ControllerQueue<String> queue, Plain plain, Step step) {
        String item = step.item();
        switch (step.deed()) {
            case WAKE_NOW -> {
                plain.wakeNow(item);
                return queue.wake(Wake.now(item));
            }
            case WAKE_AT_RESYNC -> {
                plain.wakeAtResync(item);
                return queue.wake(Wake.atResync(item));
            }
            case TAKE_FIRST -> {
                if (!queue.isReady()) {
                    return queue;
                }
                String first = queue.firstNow();
                plain.take(first);
                return queue.without(first);
            }
            case TAKE -> {
                plain.take(item);
                return queue.without(item);
            }
            case PARK -> {
                plain.park(item);
                return queue.park(item);
            }
            case UNPARK -> {
                plain.unpark();
                return queue.unparked();
            }
        }
        throw new AssertionError(step);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Deed.class), Arbitraries.of("a", "b", "c", "d", "e"))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
