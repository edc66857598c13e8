package io.mooring.binding.plan;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The objects that are asked about, and what one Kubernetes or another makes of them. */
public interface UpgradeSubject {
    /** What comes of them there, everything quiet. */
    UpgradeTrial in(Semantics semantics);

    /** The object as somebody wrote it, or as it is stored. */
    Optional<JsonObject> written(Ref<?> object);

    /**
     * Those of a cluster as they stand: each of these kinds is written again as it is, as an API server does that reads what
     * another has stored, and the controllers start.
     */
    static UpgradeSubject of(Cluster cluster, Set<ObjectKind<?>> kinds) {
        return new UpgradeSubject() {
            @Override
            public UpgradeTrial in(Semantics semantics) {
                return again(WhatIf.in(semantics, cluster), kinds);
            }

            @Override
            public Optional<JsonObject> written(Ref<?> object) {
                return cluster.tree(object);
            }
        };
    }

    private static UpgradeTrial again(Cluster stored, Set<ObjectKind<?>> kinds) {
        List<? extends KubernetesObject> all =
                stored.all().filter(object -> kinds.contains(object.kind())).toList();
        List<UpgradeTrial.Refused> refused = new ArrayList<>();
        Cluster cluster = stored;
        for (KubernetesObject object : all) {
            Outcome outcome = cluster.update(object);
            cluster = outcome.cluster();
            outcome.answer().refused().ifPresent(answer -> refused.add(new UpgradeTrial.Refused(object.ref(), answer)));
        }
        return new UpgradeTrial(cluster.settle(), refused);
    }
}
