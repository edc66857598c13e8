package io.mooring;

import io.mooring.binding.plan.UpgradeSubject;
import io.mooring.binding.plan.UpgradeTrial;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manifests, created in one Kubernetes or another with all else as it is here. */
record CreatedAnew(Mooring mooring, List<Reading> readings) implements UpgradeSubject {
    @Override
    public UpgradeTrial in(Semantics semantics) {
        Creation creation = new Creation(Cluster.empty(mooring.controllers(semantics)));
        readings.forEach(creation::create);
        Cluster created = creation.cluster();
        Cluster whole = mooring.manifests().standIn().isPresent()
                ? created.create(Loader.node()).orThrow()
                : created;
        return new UpgradeTrial(whole.settle(), refused(creation.refusals()));
    }

    private static List<UpgradeTrial.Refused> refused(List<Refusal> refusals) {
        List<UpgradeTrial.Refused> refused = new ArrayList<>();
        for (Refusal refusal : refusals) {
            if (refusal instanceof Refusal.Refused by) {
                refused.add(new UpgradeTrial.Refused(by.manifest().object().ref(), by.answer()));
            }
        }
        return refused;
    }

    @Override
    public Optional<JsonObject> written(Ref<?> object) {
        return Optional.ofNullable(mooring.manifests().manifests().get(object)).map(Manifest::tree);
    }
}
