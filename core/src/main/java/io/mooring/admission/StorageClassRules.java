package io.mooring.admission;

import static io.mooring.admission.Changes.declaredImmutable;
import static io.mooring.admission.Checks.name;
import static io.mooring.admission.Checks.oneOf;

import io.mooring.names.NameRule;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.tree.GoText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is checked on a StorageClass. Models {@code ValidateStorageClass} and {@code ValidateStorageClassUpdate} of
 * {@code storage/validation}; what upstream declares in the types themselves comes last.
 */
final class StorageClassRules {
    static final String NEW_CLASS = "it stays as it is; make a new class";
    private static final int MOST_PARAMETERS = 512;
    private static final int MOST_PARAMETER_BYTES = 256 * 1024;

    private static final Rules<TopologySelectorLabelRequirement> TOPOLOGY_LABEL =
            Rules.<TopologySelectorLabelRequirement>table()
                    .required("values", TopologySelectorLabelRequirement::values)
                    .field("values", TopologySelectorLabelRequirement::values, StorageClassRules::noValueTwice)
                    .field("key", TopologySelectorLabelRequirement::key, name(NameRule.QUALIFIED_NAME));

    private static final Rules<StorageClass> WRITTEN_OUT = Rules.<StorageClass>table()
            .field("metadata", StorageClass::metadata, MetadataRules.created(NameRule.DNS_1123_SUBDOMAIN))
            .unlessEmpty("provisioner", StorageClass::provisioner, StorageClassRules::provisioner)
            .field("parameters", StorageClass::parameters, StorageClassRules::parameters)
            .optional("reclaimPolicy", StorageClass::reclaimPolicy, StorageClassRules::reclaimPolicy)
            .required("volumeBindingMode", StorageClass::volumeBindingMode)
            .optional(
                    "volumeBindingMode",
                    StorageClass::volumeBindingMode,
                    oneOf(VolumeBindingMode::value, "Immediate", "WaitForFirstConsumer"))
            .field("allowedTopologies", StorageClass::allowedTopologies, StorageClassRules::topologies);

    private static final Rules<StorageClass> DECLARED =
            Rules.<StorageClass>table().required("provisioner", StorageClass::provisioner);

    static final Rules<StorageClass> CREATED =
            Rules.<StorageClass>table().rule(WRITTEN_OUT).rule(DECLARED);

    static final Rules<Change<StorageClass>> UPDATED = Rules.<Change<StorageClass>>table()
            .rule(Changes.updated(WRITTEN_OUT))
            .rule(Changes.updated(DECLARED))
            .rule(Rules.<Change<StorageClass>>table()
                    .rule(declaredImmutable("provisioner", StorageClass::provisioner))
                    .rule(declaredImmutable("parameters", StorageClass::parameters))
                    .rule(declaredImmutable("reclaimPolicy", StorageClass::reclaimPolicy))
                    .rule(declaredImmutable("volumeBindingMode", StorageClass::volumeBindingMode))
                    .advise(NEW_CLASS));

    private StorageClassRules() {}

    /** A qualified name in lower case; what is printed is the lower case. */
    static void provisioner(String name, Place at) {
        name(NameRule.QUALIFIED_NAME).check(GoText.lowerCase(name), at);
    }

    /** Not too many, none without a name, and not too much altogether. */
    static void parameters(Map<String, String> parameters, Place at) {
        if (parameters.size() > MOST_PARAMETERS) {
            at.tooLong(MOST_PARAMETERS);
            return;
        }
        if (parameters.containsKey("")) {
            at.invalid("", "field can not be empty.");
        }
        if (MetadataRules.sizeInBytes(parameters) > MOST_PARAMETER_BYTES) {
            at.tooLong(MOST_PARAMETER_BYTES);
        }
    }

    private static void reclaimPolicy(ReclaimPolicy policy, Place at) {
        if (!policy.value().isEmpty()) {
            oneOf(ReclaimPolicy::value, "Delete", "Retain").check(policy, at);
        }
    }

    private static void noValueTwice(List<String> values, Place at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                at.index(i).duplicate(BadValue.of(values.get(i)));
            }
        }
    }

    /** No two terms may say the same. Upstream begins with a term that says nothing, so an empty one is told too. */
    private static void topologies(List<TopologySelectorTerm> terms, Place at) {
        List<Map<String, Set<String>>> seen = new ArrayList<>();
        seen.add(Map.of());
        for (int i = 0; i < terms.size(); i++) {
            Place labels = at.index(i).child("matchLabelExpressions");
            Map<String, Set<String>> meaning = topology(terms.get(i), labels);
            if (seen.contains(meaning)) {
                labels.duplicate(BadValue.of(""));
            }
            seen.add(meaning);
        }
    }

    private static Map<String, Set<String>> topology(TopologySelectorTerm term, Place at) {
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
