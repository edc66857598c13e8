package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.release.Semantics;
import java.util.Optional;

/** {@code in}: an object sent to the namespace default; the whole answer. */
final class AdmissionCreatePlayer implements Player {
    private final AdmissionWorld world;

    AdmissionCreatePlayer(Semantics semantics) {
        this.world = Verdicts.world(semantics);
    }

    @Override
    public String file() {
        return "admission-create";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        return Verdicts.compare(record, Admission.createIn("default", Trees.ofObject(record.get("in")), world));
    }
}
