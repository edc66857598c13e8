package io.mooring.admission;

import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.source.VolumeSource;
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
    private static final Map<String, String> SOURCES = sources();

    private PersistentVolumeWarnings() {}

    private static Map<String, String> annotations() {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(
                StorageClass.BETA_ANNOTATION, "deprecated since v1.8; use \"storageClassName\" attribute instead");
        annotations.put(
                PersistentVolumeRules.MOUNT_OPTIONS_ANNOTATION,
                "deprecated since v1.31; use \"mountOptions\" attribute instead");
        return annotations;
    }

    /** In upstream's order; storageos is told under a name that its field does not have. */
    private static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("cephfs", "spec.cephfs: deprecated in v1.28, non-functional in v1.31+");
        sources.put("photonPersistentDisk", "spec.photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+");
        sources.put("scaleIO", "spec.scaleIO: deprecated in v1.16, non-functional in v1.22+");
        sources.put("storageos", "spec.storageOS: deprecated in v1.22, non-functional in v1.25+");
        sources.put("glusterfs", "spec.glusterfs: deprecated in v1.25, non-functional in v1.26+");
        sources.put("rbd", "spec.rbd: deprecated in v1.28, non-functional in v1.31+");
        return sources;
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
        List<String> keys =
                volume.spec().sources().stream().map(VolumeSource::key).toList();
        SOURCES.forEach((source, text) -> {
            if (keys.contains(source)) {
                warnings.add(text);
            }
        });
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
