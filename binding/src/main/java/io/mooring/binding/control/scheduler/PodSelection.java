package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Lister;
import io.mooring.meta.LabelMatcher;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pods that matter to where another pod may run. */
sealed interface PodSelection {

    /**
     * Whether the pod is one of them.
     *
     * @param own what the pod itself asks for
     */
    boolean selects(Pod pod, Set<PodSelection> own, Lister objects);

    /** The node labels by whose values they are counted. */
    Set<String> topologyKeys();

    /** Whether labels of namespaces matter. */
    boolean asksNamespaces();

    /** Those that match all terms at once: one of them must be near. */
    record Near(List<AffinityTerm> terms) implements PodSelection {
        @Override
        public boolean selects(Pod pod, Set<PodSelection> own, Lister objects) {
            return matches(pod, objects);
        }

        boolean matches(Pod pod, Lister objects) {
            return terms.stream().allMatch(term -> term.matches(pod, objects));
        }

        @Override
        public Set<String> topologyKeys() {
            return terms.stream().map(AffinityTerm::topologyKey).collect(Collectors.toSet());
        }

        @Override
        public boolean asksNamespaces() {
            return terms.stream().anyMatch(AffinityTerm::asksNamespaces);
        }
    }

    /** Those that match the term: none of them may be near. */
    record Apart(AffinityTerm term) implements PodSelection {
        @Override
        public boolean selects(Pod pod, Set<PodSelection> own, Lister objects) {
            return term.matches(pod, objects);
        }

        @Override
        public Set<String> topologyKeys() {
            return Set.of(term.topologyKey());
        }

        @Override
        public boolean asksNamespaces() {
            return term.asksNamespaces();
        }
    }

    /** Those that require the term of others: no pod that matches it may come near to them. */
    record Avoiding(AffinityTerm term) implements PodSelection {
        @Override
        public boolean selects(Pod pod, Set<PodSelection> own, Lister objects) {
            return own.contains(this);
        }

        @Override
        public Set<String> topologyKeys() {
            return Set.of(term.topologyKey());
        }

        @Override
        public boolean asksNamespaces() {
            return false;
        }
    }

    /**
     * Those of a namespace that are spread together. One that is being deleted does not count any more, and a selector that
     * takes everything counts none. Models {@code countPodsMatchSelector}.
     */
    record Spread(String namespace, LabelMatcher selector) implements PodSelection {
        @Override
        public boolean selects(Pod pod, Set<PodSelection> own, Lister objects) {
            return pod.metadata().namespace().equals(namespace)
                    && !pod.metadata().isBeingDeleted()
                    && !selector.requirements().isEmpty()
                    && selector.matches(pod.metadata().labels());
        }

        @Override
        public Set<String> topologyKeys() {
            return Set.of();
        }

        @Override
        public boolean asksNamespaces() {
            return false;
        }
    }
}
