package io.mooring.admission.volume;

import io.mooring.admission.node.NodeLabelWarnings;
import io.mooring.admission.source.Sources;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said beside an accepted PersistentVolume. Models {@code GetWarningsForPersistentVolume}. */
final class PersistentVolumeWarnings {
    private static final FieldPath TERMS = FieldPath.of("spec", "nodeAffinity", "required", "nodeSelectorTerms");
    private static final Map<String, String> ANNOTATIONS = annotations();

    private PersistentVolumeWarnings() {}

    private static Map<String, String> annotations() {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(
                StorageClass.BETA_ANNOTATION, "deprecated since v1.8; use \"storageClassName\" attribute instead");
        annotations.put(
                PersistentVolumeSchema.MOUNT_OPTIONS_ANNOTATION,
                "deprecated since v1.31; use \"mountOptions\" attribute instead");
        return annotations;
    }

    static List<String> of(PersistentVolume volume) {
        List<String> warnings = new ArrayList<>();
        ANNOTATIONS.forEach((annotation, text) -> {
            if (volume.metadata().annotations().containsKey(annotation)) {
                warnings.add(FieldPath.of("metadata", "annotations").key(annotation) + ": " + text);
            }
        });
        if (volume.spec().persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.RECYCLE))) {
            warnings.add("spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated."
                    + " Instead, the recommended approach is to use dynamic provisioning.");
        }
        volume.spec()
                .nodeAffinity()
                .flatMap(VolumeNodeAffinity::required)
                .ifPresent(selector -> addLabels(selector, warnings));
        volume.spec()
                .sources()
                .forEach(source -> Sources.of(source.type()).warning().ifPresent(text -> warnings.add("spec." + text)));
        return warnings;
    }

    private static void addLabels(NodeSelector selector, List<String> warnings) {
        for (int i = 0; i < selector.nodeSelectorTerms().size(); i++) {
            NodeSelectorTerm term = selector.nodeSelectorTerms().get(i);
            for (int j = 0; j < term.matchExpressions().size(); j++) {
                NodeSelectorRequirement requirement = term.matchExpressions().get(j);
                FieldPath path =
                        TERMS.index(i).child("matchExpressions").index(j).child("key");
                NodeLabelWarnings.of(requirement.key())
                        .ifPresent(text -> warnings.add(path + ": " + requirement.key() + " is " + text));
            }
        }
    }
}
