package io.mooring.admission.storageclass;

import io.mooring.admission.node.NodeLabelWarnings;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** StorageClasses: {@code SetDefaults_StorageClass}, the registry's strategy, and {@code GetWarningsForStorageClass}. */
public final class StorageClassPolicy implements KindPolicy<StorageClass> {
    public static final StorageClassPolicy POLICY = new StorageClassPolicy();

    private StorageClassPolicy() {}

    @Override
    public ObjectKind<StorageClass> kind() {
        return StorageClass.KIND;
    }

    @Override
    public Type<StorageClass> type() {
        return StorageClassSchema.CLASS;
    }

    @Override
    public Check<Update<StorageClass>> updated() {
        return StorageClassSchema::checkUpdate;
    }

    @Override
    public List<String> warnings(StorageClass storageClass, Semantics semantics) {
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
