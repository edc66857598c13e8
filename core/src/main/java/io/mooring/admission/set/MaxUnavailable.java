package io.mooring.admission.set;

import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonValue;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.UpdateStrategy;
import java.util.Optional;

/** How many pods of a set a rolling update may take at once: a field that not every release knows. */
final class MaxUnavailable {
    private static final JsonValue DEFAULT = JsonNumber.of(1);

    private MaxUnavailable() {}

    /**
     * Where it is known, a rolling update that does not say takes one. Models {@code SetDefaults_StatefulSet}; where the type
     * is another, the rolling update is refused with it or without.
     */
    static StatefulSet filledIn(Semantics semantics, StatefulSet set) {
        boolean isMissing =
                rolling(set).filter(update -> update.maxUnavailable().isEmpty()).isPresent();
        return isKnown(semantics) && isMissing ? with(set, Optional.of(DEFAULT)) : set;
    }

    /**
     * Where it is not known it is dropped, unless it is stored already. Models {@code dropStatefulSetDisabledFields}.
     *
     * @param stored what the set replaces
     */
    static StatefulSet keptIn(Semantics semantics, StatefulSet set, Optional<StatefulSet> stored) {
        boolean isKept =
                isKnown(semantics) || stored.filter(MaxUnavailable::isGiven).isPresent();
        return isKept || !isGiven(set) ? set : with(set, Optional.empty());
    }

    private static boolean isKnown(Semantics semantics) {
        return semantics.has(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE);
    }

    private static boolean isGiven(StatefulSet set) {
        return rolling(set).flatMap(RollingUpdate::maxUnavailable).isPresent();
    }

    private static Optional<RollingUpdate> rolling(StatefulSet set) {
        return set.spec().updateStrategy().rollingUpdate();
    }

    private static StatefulSet with(StatefulSet set, Optional<JsonValue> maxUnavailable) {
        UpdateStrategy strategy = set.spec().updateStrategy();
        UpdateStrategy changed = strategy.withRollingUpdate(
                strategy.rollingUpdate().map(update -> update.withMaxUnavailable(maxUnavailable)));
        return set.withSpec(set.spec().withUpdateStrategy(changed));
    }
}
