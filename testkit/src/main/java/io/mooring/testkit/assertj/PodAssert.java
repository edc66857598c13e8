package io.mooring.testkit.assertj;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.Optional;

/**
 * On a pod.
 *
 * <pre>{@code
 * assertThat(cluster).pod("shop/web-0").isReady().isOn("node-1");
 * }</pre>
 */
public final class PodAssert extends AbstractObjectAssert<PodAssert, Pod> {
    PodAssert(Cluster cluster, Ref<Pod> pod) {
        super(cluster, pod, PodAssert.class);
    }

    /** It runs and is ready. */
    public PodAssert isReady() {
        return is(Pod::isReady, "to be ready", "it is not");
    }

    /** It has this node. */
    public PodAssert isOn(String node) {
        String found = object().spec().nodeName();
        return has("the node", Optional.of(node), Optional.of(found).filter(name -> !name.isEmpty()));
    }

    /** It has no node yet. */
    public PodAssert isWaitingForNode() {
        return is(
                pod -> !pod.isPlaced(),
                "to wait for a node",
                "it is on " + object().spec().nodeName());
    }

    /** It uses this claim of its namespace. */
    public PodAssert usesClaim(String claim) {
        return object().claimNames().anyMatch(claim::equals)
                ? this
                : broken(
                        "to use the claim " + claim,
                        "it uses " + object().claimNames().toList());
    }
}
