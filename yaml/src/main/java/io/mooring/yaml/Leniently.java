package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.source.UnknownVolumeSource;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;

/** What a lenient reading makes of fields that Kubernetes does not have. */
final class Leniently {
    private static final FieldPath SPEC = FieldPath.of("spec");

    private Leniently() {}

    /** An unknown object in a volume's spec is taken for a source of a kind that is newer, or older, than Mooring. */
    static KubernetesObject withUnknownSources(
            KubernetesObject object, JsonObject tree, List<DecodingProblem> problems) {
        if (!(object instanceof PersistentVolume volume)) {
            return object;
        }
        PersistentVolumeSpec.Builder spec = PersistentVolumeSpec.builder().from(volume.spec());
        for (DecodingProblem problem : problems) {
            unknownSource(problem, tree).ifPresent(spec::addSources);
        }
        return volume.withSpec(spec.build());
    }

    private static Optional<UnknownVolumeSource> unknownSource(DecodingProblem problem, JsonObject tree) {
        List<FieldPath.Segment> steps = problem.path().segments();
        if (!(problem instanceof DecodingProblem.UnknownField) || steps.size() != 2) {
            return Optional.empty();
        }
        String field = Located.name(steps.get(1));
        if (!problem.path().equals(SPEC.child(field))) {
            return Optional.empty();
        }
        Optional<JsonValue> content = tree.at("spec", field).filter(JsonObject.class::isInstance);
        return content.map(it -> new UnknownVolumeSource(field, it));
    }
}
