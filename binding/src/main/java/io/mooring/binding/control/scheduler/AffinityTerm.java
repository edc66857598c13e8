package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.CarriedFields.text;
import static io.mooring.binding.control.scheduler.CarriedFields.texts;

import io.mooring.binding.world.Lister;
import io.mooring.meta.LabelMatcher;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Other pods that a pod must be near to, or apart from. Kubernetes: {@code core/v1 PodAffinityTerm}, read as the
 * scheduler's {@code AffinityTerm}.
 *
 * @param namespaces in which they are; the pod's own if the term names none
 * @param namespaceSelector which other namespaces count by their labels; takes none if there is no such selector
 * @param selector their labels; takes none if there is no selector
 * @param topologyKey the node label that says what is near
 */
record AffinityTerm(Set<String> namespaces, LabelMatcher namespaceSelector, LabelMatcher selector, String topologyKey) {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    /** What the pod must be near to. */
    static List<AffinityTerm> near(Pod pod) {
        return required(pod, "podAffinity");
    }

    /** What the pod must be apart from. */
    static List<AffinityTerm> apart(Pod pod) {
        return required(pod, "podAntiAffinity");
    }

    private static List<AffinityTerm> required(Pod pod, String kind) {
        Optional<JsonObject> affinity = pod.spec().affinity().map(PodAffinity::rest);
        if (affinity.isEmpty() || affinity.get().isEmpty()) {
            return List.of();
        }
        return CarriedFields.object(affinity.get(), kind).stream()
                .flatMap(terms -> CarriedFields.objects(terms, REQUIRED).stream())
                .map(term -> of(term, pod.metadata().namespace()))
                .toList();
    }

    private static AffinityTerm of(JsonObject term, String ownNamespace) {
        Set<String> named = Set.copyOf(texts(term, "namespaces"));
        Optional<LabelMatcher> byLabels = CarriedFields.selector(term, "namespaceSelector");
        return new AffinityTerm(
                named.isEmpty() && byLabels.isEmpty() ? Set.of(ownNamespace) : named,
                byLabels.orElse(LabelMatcher.NOTHING),
                CarriedFields.selector(term, "labelSelector").orElse(LabelMatcher.NOTHING),
                text(term, "topologyKey"));
    }

    /** Whether the pod is one of those. Models {@code AffinityTerm.Matches}. */
    boolean matches(Pod pod, Lister objects) {
        return isIn(pod.metadata().namespace(), objects)
                && selector.matches(pod.metadata().labels());
    }

    private boolean isIn(String namespace, Lister objects) {
        return namespaces.contains(namespace)
                || (asksNamespaces() && namespaceSelector.matches(NamespaceLabels.of(objects, namespace)));
    }

    /** Whether labels of namespaces matter. */
    boolean asksNamespaces() {
        return !namespaceSelector.equals(LabelMatcher.NOTHING);
    }
}
