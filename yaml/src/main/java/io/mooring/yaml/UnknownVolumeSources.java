package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Volume sources that Mooring does not know. An object under an unknown name in the spec of a PersistentVolume is most
 * likely a source that another version of Kubernetes has, and is kept as that.
 */
final class UnknownVolumeSources {
    private static final FieldPath SPEC = FieldPath.of("spec");

    private UnknownVolumeSources() {}

    /**
     * The object with its unknown sources, if it is a PersistentVolume.
     *
     * @param tree what it was read from
     * @param problems of reading it
     */
    static KubernetesObject addTo(KubernetesObject object, JsonObject tree, List<DecodingProblem> problems) {
        if (!(object instanceof PersistentVolume volume)) {
            return object;
        }
        PersistentVolumeSpec.Builder spec = PersistentVolumeSpec.builder().from(volume.spec());
        for (DecodingProblem problem : problems) {
            unknownSource(problem, tree).ifPresent(spec::addSources);
        }
        return volume.withSpec(spec.build());
    }

    private static Optional<VolumeSource> unknownSource(DecodingProblem problem, JsonObject tree) {
        List<FieldPath.Segment> steps = problem.path().segments();
        if (!(problem instanceof DecodingProblem.UnknownField) || steps.size() != 2) {
            return Optional.empty();
        }
        String field = steps.get(1).name();
        if (!problem.path().equals(SPEC.child(field))) {
            return Optional.empty();
        }
        return tree.at("spec", field)
                .filter(JsonObject.class::isInstance)
                .map(content -> VolumeSource.of(field, (JsonObject) content));
    }
}
