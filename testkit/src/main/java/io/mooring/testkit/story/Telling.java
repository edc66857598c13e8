package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A story that is being told, step by step. */
final class Telling {
    private final Cluster start;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();

    /** Since all was settled last. */
    private final List<Taken> open = new ArrayList<>();

    private Cluster before;
    private Cluster now;
    private @Nullable RuntimeException thrown;

    Telling(Cluster start) {
        this.start = start;
        this.before = start;
        this.now = start;
    }

    Cluster now() {
        return now;
    }

    int steps() {
        return taken.size();
    }

    /** Whether nothing more can be told, since something was thrown. */
    boolean isBrokenOff() {
        return thrown != null;
    }

    void take(Step step) {
        if (thrown == null) {
            add(done(step));
        }
    }

    private Taken done(Step step) {
        try {
            return step.take(now);
        } catch (RuntimeException broken) {
            thrown = broken;
            return Taken.unasked(now, step, now);
        }
    }

    private void add(Taken next) {
        taken.add(next);
        now = next.after();
        if (thrown == null && next.step() instanceof Step.Settle) {
            close();
        } else {
            open.add(next);
        }
    }

    private void close() {
        passages.add(new Passage(before, open, now));
        open.clear();
        before = now;
    }

    /** The story; the controllers settle at the end, whether a step says so or not. */
    Story end() {
        if (thrown == null && !open.isEmpty()) {
            settle();
        }
        return Story.told(start, taken, passages, Optional.ofNullable(thrown));
    }

    private void settle() {
        try {
            now = now.settle();
            close();
        } catch (RuntimeException broken) {
            thrown = broken;
        }
    }
}
