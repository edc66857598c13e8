package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Lister;
import io.mooring.meta.Namespace;
import java.util.HashMap;
import java.util.Map;

/** The labels of namespaces. Upstream: {@code GetNamespaceLabelsSnapshot}. */
final class NamespaceLabels {
    private NamespaceLabels() {}

    /** A namespace carries its name, which the API server sees to, be it there as an object or not. */
    static Map<String, String> of(Lister objects, String namespace) {
        Map<String, String> labels = new HashMap<>(objects.get(Namespace.KIND.ref("", namespace))
                .map(found -> found.metadata().labels())
                .orElse(Map.of()));
        labels.put(Namespace.NAME_LABEL, namespace);
        return labels;
    }
}
