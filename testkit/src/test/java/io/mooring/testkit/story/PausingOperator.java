package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.testkit.choice.Choices;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.StatefulSet;
import java.util.List;

/**
 * An operator of a database with a bug: when a set's annotation says pause, it scales the set to nothing, whatever becomes of the
 * claims then. With {@code whenScaled: Delete} the data goes.
 */
final class PausingOperator implements Controller<Ref<StatefulSet>> {
    private static final String PAUSE = "example.com/pause";
    private static final JsonObject PAUSED =
            JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(PAUSE, new JsonString("true"))));

    /** Somebody pauses a set. */
    static final StepSource PAUSING = new StepSource() {
        @Override
        public int weight(Cluster cluster) {
            return 15 * (int) cluster.list(StatefulSet.KIND).count();
        }

        @Override
        public Step draw(Cluster cluster, Choices choices) {
            return new Step.Patch(
                    choices.pick(cluster.list(StatefulSet.KIND).toList()).ref(), PAUSED);
        }
    };

    @Override
    public String name() {
        return "pausing-operator";
    }

    @Override
    public Watches<Ref<StatefulSet>> watches() {
        return Watches.of(StatefulSet.KIND, Watches.Handler.ofItself(StatefulSet::ref));
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<StatefulSet> item) {
        return cluster.get(item)
                .filter(set -> set.metadata().annotations().containsKey(PAUSE))
                .filter(set -> set.spec().replicas().orElse(1) > 0)
                .<List<Write>>map(
                        set -> List.of(new Write.Update(set.withSpec(set.spec().withReplicas(0)))))
                .orElse(List.of());
    }
}
