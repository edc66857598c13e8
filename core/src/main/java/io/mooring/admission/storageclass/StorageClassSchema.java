package io.mooring.admission.storageclass;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.notEmpty;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Checks.unlessEmpty;
import static io.mooring.schema.Updates.declaredImmutable;
import static io.mooring.schema.Updates.fixed;

import io.mooring.admission.metadata.Metadata;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.schema.Update;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.storage.VolumeBindingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A StorageClass, in the order of {@code ValidateStorageClass} and {@code ValidateStorageClassUpdate} of {@code
 * storage/validation}.
 */
final class StorageClassSchema {
    static final String NEW_CLASS = "it stays as it is; make a new class";

    private static final Schema<TopologySelectorLabelRequirement> TOPOLOGY_LABEL = Schema.of(
                    TopologySelectorLabelRequirement::builder, TopologySelectorLabelRequirement.Builder::build)
            .always(
                    "values",
                    Types.list(Types.STRING),
                    TopologySelectorLabelRequirement::values,
                    TopologySelectorLabelRequirement.Builder::values)
            .required()
            .check(StorageClassSchema::noValueTwice)
            .always(
                    "key",
                    Types.STRING,
                    TopologySelectorLabelRequirement::key,
                    TopologySelectorLabelRequirement.Builder::key)
            .check(name(NameRule.QUALIFIED_NAME))
            .schema();

    /** What is wrong with the labels is told where the terms are compared. */
    private static final Schema<TopologySelectorTerm> TOPOLOGY = Schema.of(
                    TopologySelectorTerm::builder, TopologySelectorTerm.Builder::build)
            .list(
                    "matchLabelExpressions",
                    TOPOLOGY_LABEL,
                    TopologySelectorTerm::matchLabelExpressions,
                    TopologySelectorTerm.Builder::matchLabelExpressions)
            .unchecked()
            .schema();

    static final Schema<StorageClass> CLASS = Schema.of(StorageClass::builder, StorageClass.Builder::build)
            .constant("apiVersion", StorageClass.KIND.apiVersion())
            .constant("kind", StorageClass.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_SUBDOMAIN),
                    StorageClass::metadata,
                    StorageClass.Builder::metadata)
            .always("provisioner", Types.STRING, StorageClass::provisioner, StorageClass.Builder::provisioner)
            .check(notEmpty().declared())
            .check(unlessEmpty(Provisioners::name))
            .map("parameters", Types.STRING, StorageClass::parameters, StorageClass.Builder::parameters)
            .check(Provisioners::parameters)
            .optional(
                    "reclaimPolicy",
                    Types.named(ReclaimPolicy::new, ReclaimPolicy::value),
                    StorageClass::reclaimPolicy,
                    StorageClass.Builder::reclaimPolicy)
            .preset(ReclaimPolicy.DELETE)
            .check(StorageClassSchema::reclaimPolicy)
            .list("mountOptions", Types.STRING, StorageClass::mountOptions, StorageClass.Builder::mountOptions)
            .optional(
                    "allowVolumeExpansion",
                    Types.BOOL,
                    StorageClass::allowVolumeExpansion,
                    StorageClass.Builder::allowVolumeExpansion)
            .optional(
                    "volumeBindingMode",
                    Types.named(VolumeBindingMode::new, VolumeBindingMode::value),
                    StorageClass::volumeBindingMode,
                    StorageClass.Builder::volumeBindingMode)
            .preset(VolumeBindingMode.IMMEDIATE)
            .required()
            .check(oneOf(VolumeBindingMode::value, "Immediate", "WaitForFirstConsumer"))
            .list(
                    "allowedTopologies",
                    TOPOLOGY,
                    StorageClass::allowedTopologies,
                    StorageClass.Builder::allowedTopologies)
            .check(StorageClassSchema::topologies)
            .schema();

    private static final Check<Update<StorageClass>> PROVISIONER_STAYS =
            declaredImmutable("provisioner", StorageClass::provisioner, (name, at) -> BadValue.of(name));
    private static final Check<Update<StorageClass>> PARAMETERS_STAY =
            declaredImmutable("parameters", StorageClass::parameters, (map, at) -> BadValue.ofSent(at.sent()));
    private static final Check<Update<StorageClass>> POLICY_STAYS = declaredImmutable(
            "reclaimPolicy",
            StorageClass::reclaimPolicy,
            (policy, at) -> BadValue.ofTyped(policy.map(ReclaimPolicy::value).orElse("")));
    private static final Check<Update<StorageClass>> MODE_STAYS = declaredImmutable(
            "volumeBindingMode",
            StorageClass::volumeBindingMode,
            (mode, at) -> BadValue.ofTyped(mode.map(VolumeBindingMode::value).orElse("")));

    /** By hand upstream checks the parameters first. */
    private static final List<Check<Update<StorageClass>>> IMMUTABLE =
            List.of(PARAMETERS_STAY, PROVISIONER_STAYS, POLICY_STAYS, MODE_STAYS);

    private static final List<Check<Update<StorageClass>>> DECLARED_IMMUTABLE =
            List.of(PROVISIONER_STAYS, PARAMETERS_STAY, POLICY_STAYS, MODE_STAYS);

    /** As it was told before it was told as of other kinds. */
    private static final List<Check<Update<StorageClass>>> FORBIDDEN = List.of(
            fixed("parameters", StorageClass::parameters),
            fixed("provisioner", StorageClass::provisioner),
            fixed("reclaimPolicy", StorageClass::reclaimPolicy),
            MODE_STAYS);

    private StorageClassSchema() {}

    static void checkUpdate(Update<StorageClass> update, ErrorsAt at) {
        CLASS.check(update.updated(), at);
        immutable(at).forEach(check -> check.check(update, at.advising(NEW_CLASS)));
    }

    private static List<Check<Update<StorageClass>>> immutable(ErrorsAt at) {
        if (!at.has(Behaviour.STORAGE_CLASS_REFUSAL_SAYS_IMMUTABLE)) {
            return FORBIDDEN;
        }
        return at.has(Behaviour.DECLARED_CHECKS_ANSWER) ? DECLARED_IMMUTABLE : IMMUTABLE;
    }

    private static void reclaimPolicy(ReclaimPolicy policy, ErrorsAt at) {
        if (!policy.value().isEmpty()) {
            oneOf(ReclaimPolicy::value, "Delete", "Retain").check(policy, at);
        }
    }

    private static void noValueTwice(List<String> values, ErrorsAt at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                at.index(i).duplicate(BadValue.of(values.get(i)));
            }
        }
    }

    /** No two terms may say the same. Upstream begins with a term that says nothing, so an empty one is told too. */
    private static void topologies(List<TopologySelectorTerm> terms, ErrorsAt at) {
        Set<Map<String, Set<String>>> seen = new HashSet<>();
        seen.add(Map.of());
        for (int i = 0; i < terms.size(); i++) {
            ErrorsAt labels = at.index(i).child("matchLabelExpressions");
            Map<String, Set<String>> meaning = topology(terms.get(i), labels);
            if (!seen.add(meaning)) {
                labels.duplicate(BadValue.of(""));
            }
        }
    }

    private static Map<String, Set<String>> topology(TopologySelectorTerm term, ErrorsAt at) {
        Map<String, Set<String>> meaning = new HashMap<>();
        for (int i = 0; i < term.matchLabelExpressions().size(); i++) {
            TopologySelectorLabelRequirement label =
                    term.matchLabelExpressions().get(i);
            TOPOLOGY_LABEL.check(label, at.index(i));
            if (meaning.put(label.key(), Set.copyOf(label.values())) != null) {
                at.index(i).child("key").duplicate(BadValue.of(label.key()));
            }
        }
        return meaning;
    }
}
