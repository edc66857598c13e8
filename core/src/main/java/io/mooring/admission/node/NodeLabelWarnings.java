package io.mooring.admission.node;

import java.util.Map;
import java.util.Optional;

/** Labels of nodes that have newer names. Models {@code GetNodeLabelDeprecatedMessage} of {@code api/node}. */
public final class NodeLabelWarnings {
    private static final Map<String, String> DEPRECATED = Map.of(
            "beta.kubernetes.io/arch", "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
            "beta.kubernetes.io/os", "deprecated since v1.14; use \"kubernetes.io/os\" instead",
            "failure-domain.beta.kubernetes.io/region",
                    "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
            "failure-domain.beta.kubernetes.io/zone",
                    "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
            "beta.kubernetes.io/instance-type",
                    "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead");

    private NodeLabelWarnings() {}

    public static Optional<String> of(String label) {
        return Optional.ofNullable(DEPRECATED.get(label));
    }
}
