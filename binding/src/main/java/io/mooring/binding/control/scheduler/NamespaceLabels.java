package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Lister;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import java.util.HashMap;
import java.util.Map;

/** The labels of namespaces. Upstream: {@code GetNamespaceLabelsSnapshot}. */
final class NamespaceLabels {
    static final ObjectKind<OtherObject> NAMESPACE = OtherObject.kindOf("v1", "Namespace");
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private NamespaceLabels() {}

    /** A namespace carries its name, which the API server sees to, be it there as an object or not. */
    static Map<String, String> of(Lister objects, String namespace) {
        Map<String, String> labels = new HashMap<>(objects.get(NAMESPACE.ref("", namespace))
                .map(KubernetesObject::metadata)
                .map(metadata -> metadata.labels())
                .orElse(Map.of()));
        labels.put(NAME_LABEL, namespace);
        return labels;
    }
}
