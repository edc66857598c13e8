package io.mooring.admission;

import io.mooring.meta.ObjectKind;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Models {@code SetDefaults_StorageClass}, the registry's strategy, and {@code GetWarningsForStorageClass}. */
final class StorageClassPolicy implements KindPolicy<StorageClass> {
    @Override
    public ObjectKind<StorageClass> kind() {
        return StorageClass.KIND;
    }

    @Override
    public StorageClass withDefaults(StorageClass read) {
        return read.withReclaimPolicy(read.reclaimPolicy().orElse(ReclaimPolicy.DELETE))
                .withVolumeBindingMode(read.volumeBindingMode().orElse(VolumeBindingMode.IMMEDIATE));
    }

    @Override
    public Rule<StorageClass> created() {
        return StorageClassRules.CREATED;
    }

    @Override
    public Rule<Change<StorageClass>> updated() {
        return StorageClassRules.UPDATED;
    }

    @Override
    public List<String> warnings(StorageClass storageClass) {
        List<String> warnings = new ArrayList<>();
        FieldPath topologies = FieldPath.of("allowedTopologies");
        for (int i = 0; i < storageClass.allowedTopologies().size(); i++) {
            List<TopologySelectorLabelRequirement> labels =
                    storageClass.allowedTopologies().get(i).matchLabelExpressions();
            for (int j = 0; j < labels.size(); j++) {
                FieldPath path = topologies
                        .index(i)
                        .child("matchLabelExpressions")
                        .index(j)
                        .child("key");
                NodeLabelWarnings.of(labels.get(j).key()).ifPresent(text -> warnings.add(path + ": " + text));
            }
        }
        return warnings;
    }
}
