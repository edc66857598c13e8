package io.mooring.binding.plan;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;

/** What people ask about most: edits for {@link WorldDifference#ofEdits} and {@link DataLoss}. */
public final class WhatIf {
    private WhatIf() {}

    /** A set, a Deployment or its like of so many replicas. */
    public static Edit scale(Ref<?> workload, int replicas) {
        return new Edit.Patch(
                workload,
                JsonObject.of("spec", JsonObject.of("replicas", JsonNumber.of(replicas))),
                "scale " + name(workload) + " to " + replicas);
    }

    /** An object less. */
    public static Edit delete(Ref<?> object) {
        return new Edit.Delete(object, "delete " + name(object));
    }

    /** Another end for a volume whose claim goes. */
    public static Edit reclaimPolicy(Ref<PersistentVolume> volume, ReclaimPolicy policy) {
        return new Edit.Patch(
                volume,
                JsonObject.of("spec", JsonObject.of("persistentVolumeReclaimPolicy", new JsonString(policy.value()))),
                "give " + name(volume) + " the reclaim policy " + policy.value());
    }

    /** One object more, such as a class. */
    public static Edit create(JsonObject object, Ref<?> ref) {
        return new Edit.Create(object, "create " + name(ref));
    }

    /** The same objects in another Kubernetes: its controllers start, and look at every object. */
    public static Cluster in(Semantics semantics, Cluster cluster) {
        Controllers started = cluster.controllers().with(semantics);
        return semantics.equals(cluster.semantics())
                ? cluster
                : cluster.with(Controllers.NONE.with(semantics)).with(started);
    }

    private static String name(Ref<? extends KubernetesObject> object) {
        return object.kind().name() + " " + object.qualifiedName();
    }
}
