package io.mooring.conformance;

import io.mooring.binding.control.binder.BinderItem;
import io.mooring.binding.control.binder.VolumeBinder;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolumeClaim;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Which events the recorded control plane dropped. Upstream's event recorder drops what a component emits about one object
 * beyond a burst of 25, repetitions included, and the volume binder repeats itself on each resync for as long as a claim
 * waits. A cluster without a clock repeats nothing, so the resyncs of the recording are reckoned here: between one
 * step and the next there were about five.
 */
final class EventBudget {
    private static final String BINDER = "persistentvolume-binder-controller";
    private static final int BURST = 25;

    /** How often the volume binder looked at everything again between one step and the next. */
    static final int RESYNCS_A_STEP = 5;

    /** How long it waits in between by default. Upstream: {@code PVClaimBinderSyncPeriod}. */
    static final Duration RESYNC_PERIOD = Duration.ofSeconds(15);

    private final VolumeBinder binder = new VolumeBinder();
    private final Map<String, Integer> repeated = new HashMap<>();
    private final Map<String, Integer> emittedBefore = new HashMap<>();

    /** For a whole story. */
    EventBudget() {}

    /**
     * For the rest of a story.
     *
     * @param before what was used up until now
     * @param named what the rest of the story calls an object that had this uid
     */
    EventBudget(EventBudget before, UnaryOperator<String> named) {
        before.emittedBefore.forEach((uid, count) -> repeated.put(named.apply(uid), count));
        emittedBefore.putAll(repeated);
    }

    /** Whether the recorder still had room for this event when it came up in the step just played. */
    boolean hasRoomFor(Event event) {
        return !event.source().equals(BINDER) || !isUsedUp(event.uid());
    }

    /** Whether the binder had no room left, before the step that is being played, for events of this object. */
    boolean isUsedUp(String uid) {
        return emittedBefore.getOrDefault(uid, 0) >= BURST;
    }

    /** The step is over: what was emitted so far, and is repeated until the next one, is used up. */
    void close(Cluster cluster) {
        cluster.list(PersistentVolumeClaim.KIND).forEach(claim -> {
            int events = (int) binder.reconcile(cluster, new BinderItem.OfClaim(claim.ref())).stream()
                    .filter(Write.Emit.class::isInstance)
                    .count();
            repeated.merge(claim.metadata().uid(), events * RESYNCS_A_STEP, Integer::sum);
        });
        emittedBefore.clear();
        emittedBefore.putAll(repeated);
        cluster.events().stream()
                .filter(event -> event.source().equals(BINDER))
                .forEach(event -> emittedBefore.merge(event.uid(), event.count(), Integer::sum));
    }
}
