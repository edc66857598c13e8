package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.util.Optional;

/**
 * {@code yaml} text of a claim sent to the namespace default; the whole answer. Reading refuses what the API server refuses
 * with code 400, and nothing else; the rest is admission's.
 */
final class YamlPlayer implements Player {
    private static final int BAD_REQUEST = 400;
    private static final String NAMESPACE = "default";

    private final AdmissionWorld world;

    YamlPlayer(Semantics semantics) {
        this.world = Verdicts.world(semantics);
    }

    @Override
    public String file() {
        return "yaml";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        Reading reading = Manifests.reader()
                .asRequestFor(PersistentVolumeClaim.KIND, NAMESPACE)
                .read(record.get("yaml").textValue());
        boolean isUnreadable = record.path("code").intValue() == BAD_REQUEST;
        if (isUnreadable == reading.isClean()) {
            return Optional.of(difference(record, reading));
        }
        return isUnreadable ? Optional.empty() : admitted(record, reading);
    }

    private Optional<Difference> admitted(JsonNode record, Reading reading) {
        return Verdicts.compare(
                record, Admission.createIn(NAMESPACE, reading.orThrow().get(0).tree(), world));
    }

    private static Difference difference(JsonNode record, Reading reading) {
        String expected = record.path("message").asText("read");
        return new Difference(expected, reading.isClean() ? "read" : reading.problemText());
    }
}
