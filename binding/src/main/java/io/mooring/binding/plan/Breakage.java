package io.mooring.binding.plan;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that was well before and is not after. */
public sealed interface Breakage {
    /** Whom it befalls. */
    Ref<?> about();

    /** Answers by the case for this one. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of breakage. */
    interface Cases<R> {
        R refused(Refused breakage);

        R dataLost(DataLost breakage);

        R notFine(NotFine breakage);
    }

    /**
     * The API server refuses what it took before.
     *
     * @param refused in its words
     */
    record Refused(UpgradeTrial.Refused refused) implements Breakage {
        @Override
        public Ref<?> about() {
            return refused.object();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * A volume's storage is deleted or scrubbed.
     *
     * @param difference with the claim whose it was
     */
    record DataLost(Difference difference) implements Breakage {
        @Override
        public Ref<?> about() {
            return difference.about();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.dataLost(this);
        }
    }

    /**
     * An object that stood as it was to stand, and does not.
     *
     * @param explanation how it stands after, and why
     */
    record NotFine(Explanation explanation) implements Breakage {
        @Override
        public Ref<?> about() {
            return explanation.about();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notFine(this);
        }
    }

    /** All, refusals first, then lost data, then what is not fine any more. */
    static List<Breakage> between(UpgradeTrial before, UpgradeTrial after, WorldDifference difference) {
        List<Breakage> all = new ArrayList<>();
        after.refused().stream()
                .filter(each -> !before.refuses(each.object()))
                .map(Refused::new)
                .forEach(all::add);
        difference.of(Difference.Topic.DATA_LOST).stream().map(DataLost::new).forEach(all::add);
        if (!difference.isEmpty()) {
            notFine(before.cluster(), after.cluster()).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static List<NotFine> notFine(Cluster before, Cluster after) {
        Set<Ref<?>> troubled = new HashSet<>(Explainer.notFine(before).stream()
                .<Ref<?>>map(Explanation::about)
                .collect(Collectors.toSet()));
        return Explainer.notFine(after).stream()
                .filter(explanation -> explanation.outlook() != Outlook.NOT_KNOWN)
                .filter(explanation -> !troubled.contains(explanation.about()))
                .filter(explanation -> before.get(explanation.about()).isPresent())
                .map(NotFine::new)
                .toList();
    }
}
