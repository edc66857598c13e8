package io.mooring.yaml.located;

import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.scalar.ResolvedScalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** What scalars say. Of one that has an anchor it is found out once, however many aliases repeat it. */
final class AnchoredScalars {
    /** Printing the digits of a fraction takes as long as this many other scalars. */
    private static final int FRACTION_COST = 15;

    private final NodeTable nodes;
    private final Budget budget;
    private final Map<Integer, ResolvedScalar> resolved = new HashMap<>(0);
    private final Map<Integer, Optional<JsonValue>> values = new HashMap<>(0);
    private final Map<Integer, Optional<String>> keys = new HashMap<>(0);

    AnchoredScalars(NodeTable nodes, Budget budget) {
        this.nodes = nodes;
        this.budget = budget;
    }

    /** @param at where it, or an alias of it, stands */
    ResolvedScalar resolved(int scalar, LineColumn at) {
        return once(scalar, resolved, it -> resolve(it, at));
    }

    private ResolvedScalar resolve(int scalar, LineColumn at) {
        ResolvedScalar found = nodes.resolve(scalar);
        if (found instanceof ResolvedScalar.Fraction) {
            budget.spendNodes(FRACTION_COST, at);
        }
        return found;
    }

    /** Empty if JSON cannot say it. */
    Optional<JsonValue> value(int scalar, LineColumn at) {
        if (nodes.isPlainlyText(scalar)) {
            return Optional.of(nodes.text(scalar));
        }
        return once(scalar, values, it -> resolved(it, at).json().map(this::shared));
    }

    private JsonValue shared(JsonValue value) {
        return value instanceof JsonString text ? budget.shared(text.value()) : value;
    }

    /** The name of the field where it is a key; empty if it cannot be one. */
    Optional<String> key(int scalar, LineColumn at) {
        if (nodes.isPlainlyText(scalar)) {
            return Optional.of(nodes.text(scalar).value());
        }
        return once(scalar, keys, it -> resolved(it, at).key());
    }

    private <T> T once(int scalar, Map<Integer, T> known, IntFunction<T> ask) {
        if (!nodes.isAnchored(scalar)) {
            return ask.apply(scalar);
        }
        T answer = known.get(scalar);
        if (answer == null) {
            answer = ask.apply(scalar);
            known.put(scalar, answer);
        }
        return answer;
    }
}
