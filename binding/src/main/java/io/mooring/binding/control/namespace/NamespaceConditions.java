package io.mooring.binding.control.namespace;

import io.mooring.meta.Namespace;
import io.mooring.meta.NamespaceCondition;
import io.mooring.workload.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a namespace's deletion is, as its conditions. Models {@code namespaceConditionUpdater}. */
enum NamespaceConditions {
    DISCOVERY_FAILURE(
            "NamespaceDeletionDiscoveryFailure", "ResourcesDiscovered", "All resources successfully discovered"),
    GROUP_VERSION_PARSING_FAILURE(
            "NamespaceDeletionGroupVersionParsingFailure",
            "ParsedGroupVersions",
            "All legacy kube types successfully parsed"),
    CONTENT_FAILURE(
            "NamespaceDeletionContentFailure",
            "ContentDeleted",
            "All content successfully deleted, may be waiting on finalization"),
    CONTENT_REMAINING("NamespaceContentRemaining", "ContentRemoved", "All content successfully removed") {
        @Override
        Optional<Trouble> trouble(ContentFinding finding) {
            return Trouble.of(
                    "SomeResourcesRemain",
                    "Some resources are remaining: ",
                    finding.objects().entrySet().stream()
                            .map(left -> left.getKey().plural() + "."
                                    + left.getKey().group() + " has " + left.getValue() + " resource instances")
                            .toList());
        }
    },
    FINALIZERS_REMAINING("NamespaceFinalizersRemaining", "ContentRemoved", "All content successfully removed") {
        @Override
        Optional<Trouble> trouble(ContentFinding finding) {
            return Trouble.of(
                    "SomeFinalizerRemain",
                    "Some finalizers are remaining: ",
                    finding.finalizers().entrySet().stream()
                            .map(left -> left.getKey() + " in " + left.getValue() + " resource instances")
                            .toList());
        }
    };

    private final String type;
    private final String reason;
    private final String message;

    NamespaceConditions(String type, String reason, String message) {
        this.type = type;
        this.reason = reason;
        this.message = message;
    }

    /** Why a condition is True. */
    record Trouble(String reason, String message) {
        /** Empty if there is nothing to tell. */
        static Optional<Trouble> of(String reason, String start, List<String> parts) {
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Trouble(reason, start + parts.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    /** What this condition has to say of what is left. */
    Optional<Trouble> trouble(ContentFinding finding) {
        return Optional.empty();
    }

    /**
     * The namespace with the conditions of what is left; empty if they stand so already. While a pod is left, upstream calls
     * all content removed (its pull request 138209 wants to change that).
     */
    static Optional<Namespace> update(Namespace namespace, ContentFinding finding, Instant now) {
        ContentFinding told = finding.objects().containsKey(Pod.KIND) ? ContentFinding.NOTHING : finding;
        List<NamespaceCondition> conditions = new ArrayList<>(namespace.status().conditions());
        for (NamespaceConditions each : values()) {
            each.put(each.trouble(told), conditions, now);
        }
        return conditions.equals(namespace.status().conditions())
                ? Optional.empty()
                : Optional.of(namespace.withStatus(namespace.status().withConditions(conditions)));
    }

    /** In the place of the one of its type; its time is that of the last change of the status. */
    private void put(Optional<Trouble> trouble, List<NamespaceCondition> conditions, Instant now) {
        NamespaceCondition condition = NamespaceCondition.builder()
                .type(type)
                .status(trouble.isPresent() ? "True" : "False")
                .lastTransitionTime(now)
                .reason(trouble.map(Trouble::reason).orElse(reason))
                .message(trouble.map(Trouble::message).orElse(message))
                .build();
        for (int i = 0; i < conditions.size(); i++) {
            NamespaceCondition before = conditions.get(i);
            if (before.type().equals(type)) {
                boolean isSame = before.status().equals(condition.status());
                conditions.set(i, isSame ? condition.withLastTransitionTime(before.lastTransitionTime()) : condition);
                return;
            }
        }
        conditions.add(condition);
    }
}
