package io.mooring.admission.pod;

import io.mooring.admission.claim.ClaimSpecRules;
import io.mooring.admission.metadata.MetadataRules;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonObject;
import io.mooring.workload.EphemeralClaimTemplate;
import java.util.List;

/** What is checked on a claim that is made for a pod. Models {@code ValidatePersistentVolumeClaimTemplate}. */
final class EphemeralVolumeRules {
    /** What a claim's metadata may not bring along, in the order of {@code ObjectMeta}, where upstream sees it. */
    private static final List<String> FOREIGN_FIELDS = List.of(
            "name",
            "generateName",
            "namespace",
            "selfLink",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "ownerReferences",
            "finalizers",
            "managedFields");

    private EphemeralVolumeRules() {}

    static void check(JsonObject source, ErrorsAt at) {
        TreeRules.table()
                .requiredObject("volumeClaimTemplate", EphemeralVolumeRules::template)
                .check(source, at);
    }

    private static void template(JsonObject template, ErrorsAt at) {
        EphemeralClaimTemplate read =
                EphemeralClaimTemplate.CODEC.decode(template).orThrow();
        ErrorsAt metadata = at.child("metadata");
        MetadataRules.annotations(read.metadata().annotations(), metadata.child("annotations"));
        MetadataRules.labels(read.metadata().labels(), metadata.child("labels"));
        JsonObject written = Tree.object(template, "metadata").orElse(JsonObject.EMPTY);
        FOREIGN_FIELDS.stream()
                .filter(written::has)
                .forEach(field ->
                        metadata.child(field.equals("uid") ? "uID" : field).forbidden("cannot be set"));
        ClaimSpecRules.created().check(read.spec(), at.child("spec"));
    }
}
