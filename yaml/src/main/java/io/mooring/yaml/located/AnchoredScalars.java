package io.mooring.yaml.located;

import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.YamlNode;
import io.mooring.yaml.scalar.ResolvedScalar;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What scalars say. Of one that has an anchor it is found out once, however many aliases repeat it. */
final class AnchoredScalars {
    /** Printing the digits of a fraction takes as long as this many other scalars. */
    private static final int FRACTION_COST = 15;

    private final Set<YamlNode> anchored;
    private final Budget budget;
    private final IdentityHashMap<YamlNode.Scalar, ResolvedScalar> resolved = new IdentityHashMap<>(0);
    private final IdentityHashMap<YamlNode.Scalar, Optional<JsonValue>> values = new IdentityHashMap<>(0);
    private final IdentityHashMap<YamlNode.Scalar, Optional<String>> keys = new IdentityHashMap<>(0);

    AnchoredScalars(Set<YamlNode> anchored, Budget budget) {
        this.anchored = anchored;
        this.budget = budget;
    }

    /** @param at where it, or an alias of it, stands */
    ResolvedScalar resolved(YamlNode.Scalar scalar, LineColumn at) {
        return once(scalar, resolved, it -> resolve(it, at));
    }

    private ResolvedScalar resolve(YamlNode.Scalar scalar, LineColumn at) {
        ResolvedScalar found = scalar.resolve();
        if (found instanceof ResolvedScalar.Fraction) {
            budget.spendNodes(FRACTION_COST, at);
        }
        return found;
    }

    /** Empty if JSON cannot say it. */
    Optional<JsonValue> value(YamlNode.Scalar scalar, LineColumn at) {
        return once(scalar, values, it -> resolved(it, at).json());
    }

    /** The name of the field where it is a key; empty if it cannot be one. */
    Optional<String> key(YamlNode.Scalar scalar, LineColumn at) {
        return once(scalar, keys, it -> resolved(it, at).key());
    }

    private <T> T once(
            YamlNode.Scalar scalar, IdentityHashMap<YamlNode.Scalar, T> known, Function<YamlNode.Scalar, T> ask) {
        if (!anchored.contains(scalar)) {
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
