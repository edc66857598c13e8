package io.mooring.node;

import io.mooring.meta.SelectorProblem;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node selector, read and ready to be asked. It takes a node when one of its terms does; a term that cannot be read
 * takes none, and the others still count. Models {@code LazyErrorNodeSelector} of component-helpers'
 * {@code scheduling/corev1/nodeaffinity}.
 *
 * <pre>{@code
 * NodeMatcher.of(inZone).matches(node); // true
 * }</pre>
 */
public final class NodeMatcher {
    private final List<TermMatcher> terms;

    private NodeMatcher(List<TermMatcher> terms) {
        this.terms = terms;
    }

    /** What upstream reads out of the selector; a term without demands is passed over, and takes nothing. */
    public static NodeMatcher of(NodeSelector selector) {
        List<TermMatcher> terms = new ArrayList<>();
        for (int i = 0; i < selector.nodeSelectorTerms().size(); i++) {
            NodeSelectorTerm term = selector.nodeSelectorTerms().get(i);
            if (!term.matchExpressions().isEmpty() || !term.matchFields().isEmpty()) {
                terms.add(TermMatcher.of(
                        term, FieldPath.ROOT.child("nodeSelectorTerms").index(i)));
            }
        }
        return new NodeMatcher(List.copyOf(terms));
    }

    /** Whether it takes the node. */
    public boolean matches(Node node) {
        return matches(node.metadata().name(), node.metadata().labels());
    }

    /**
     * Whether it takes a node of which only the labels are known. Upstream asks so of volumes, and then takes every
     * {@code matchFields} for met.
     */
    public boolean matches(Map<String, String> labels) {
        return matches("", labels);
    }

    private boolean matches(String name, Map<String, String> labels) {
        for (TermMatcher term : terms) {
            if (term.matches(name, labels)) {
                return true;
            }
        }
        return false;
    }

    /** Its terms, in order, without those that have no demands. */
    public List<TermMatcher> terms() {
        return terms;
    }

    /** Why terms could not be read; empty if all could. */
    public List<SelectorProblem> problems() {
        return terms.stream().flatMap(term -> term.problems().stream()).toList();
    }

    /** Upstream's error, if a term could not be read. It reports it where no other term takes the node. */
    public Optional<String> error() {
        List<SelectorProblem> problems = problems();
        return problems.isEmpty() ? Optional.empty() : Optional.of(SelectorProblem.join(problems));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeMatcher matcher && terms.equals(matcher.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** The terms with {@code  or } between them. */
    @Override
    public String toString() {
        return String.join(" or ", terms.stream().map(TermMatcher::toString).toList());
    }
}
