package io.mooring.admission.pod;

import io.mooring.admission.claim.ClaimSpecSchema;
import io.mooring.admission.source.Sources;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeSchema;
import io.mooring.storage.SourceType;
import io.mooring.tree.JsonObject;
import io.mooring.workload.EphemeralClaimTemplate;
import java.util.Optional;

/** What the API server fills in where a pod's volume says nothing. Models {@code SetDefaults_Volume} and its like. */
final class VolumeDefaults {
    private VolumeDefaults() {}

    static JsonObject volume(JsonObject volume) {
        if (volume.without("name").isEmpty()) {
            return volume.with("emptyDir", JsonObject.EMPTY);
        }
        JsonObject filled = volume;
        for (String field : volume.fields().keySet()) {
            Optional<TreeSchema> source = Sources.of(SourceType.ofField(field)).inPod();
            if (source.isPresent()) {
                filled = Tree.changing(filled, field, source.get()::withDefaults);
            }
        }
        return Tree.changing(
                filled,
                "ephemeral",
                claim -> Tree.changing(claim, "volumeClaimTemplate", VolumeDefaults::claimTemplate));
    }

    private static JsonObject claimTemplate(JsonObject template) {
        EphemeralClaimTemplate read =
                EphemeralClaimTemplate.CODEC.decode(template).orThrow();
        return EphemeralClaimTemplate.CODEC.write(read.withSpec(ClaimSpecSchema.SPEC.withDefaults(read.spec())));
    }
}
