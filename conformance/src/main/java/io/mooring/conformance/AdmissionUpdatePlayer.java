package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.object.Kinds;
import io.mooring.meta.KubernetesObject;
import io.mooring.release.Semantics;
import java.util.Optional;

/** {@code old}: an object as it is stored; {@code in}: what it is replaced by; the whole answer. */
final class AdmissionUpdatePlayer implements Player {
    private final AdmissionWorld world;

    AdmissionUpdatePlayer(Semantics semantics) {
        this.world = Verdicts.world(semantics);
    }

    @Override
    public String file() {
        return "admission-update";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        JsonNode old = Verdicts.withTimes(record.get("old"));
        KubernetesObject stored = Trees.read(
                Kinds.of(old.get("apiVersion").textValue(), old.get("kind").textValue()), old);
        return Verdicts.compare(record, Admission.update(stored, Trees.ofObject(record.get("in")), world));
    }
}
