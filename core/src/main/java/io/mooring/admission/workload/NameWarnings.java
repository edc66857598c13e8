package io.mooring.admission.workload;

import io.mooring.meta.ObjectMeta;
import io.mooring.names.NameRule;
import java.util.List;

/** What the API server says of the name of something whose pods are named after it. */
final class NameWarnings {
    private NameWarnings() {}

    static List<String> of(ObjectMeta metadata) {
        List<String> problems = NameRule.DNS_1123_LABEL.problems(metadata.name());
        return problems.isEmpty()
                ? List.of()
                : List.of("metadata.name: this is used in Pod names and hostnames, which can result in surprising"
                        + " behavior; a DNS label is recommended: [" + String.join(" ", problems) + "]");
    }
}
