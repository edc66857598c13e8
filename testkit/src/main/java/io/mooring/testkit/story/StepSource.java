package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import io.mooring.testkit.choice.Choices;

/**
 * Draws steps of one kind from what there is.
 *
 * <pre>{@code
 * StepSource pause = new StepSource() {
 *     public int weight(Cluster cluster) {
 *         return (int) cluster.list(StatefulSet.KIND).count();
 *     }
 *
 *     public Step draw(Cluster cluster, Choices choices) {
 *         StatefulSet set = choices.pick(cluster.list(StatefulSet.KIND).toList());
 *         return new Step.Patch(set.ref(), PAUSED);
 *     }
 * };
 * }</pre>
 */
public interface StepSource {
    /** How likely it is, beside the weights of the others; 0 if there is nothing to draw from. */
    int weight(Cluster cluster);

    /** A step; asked only where the weight is not 0. */
    Step draw(Cluster cluster, Choices choices);
}
