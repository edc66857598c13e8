package io.mooring.binding.explain.deletion;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains what holds an object that is being deleted. */
public final class DeletionExplainer {
    /** Of what is behind a hold as much is named as a person reads. */
    private static final int MOST_NAMED = 3;

    private DeletionExplainer() {}

    /** Empty if the object is not being deleted. */
    public static Optional<Explanation> explain(Cluster cluster, KubernetesObject object) {
        return object.metadata().isBeingDeleted() ? Optional.of(held(cluster, object)) : Optional.empty();
    }

    /** What holds an object that is being deleted, and what it waits for that does not go by itself. */
    public static List<Fact> holds(Cluster cluster, KubernetesObject object) {
        return facts(Departure.of(cluster, object));
    }

    private static Explanation held(Cluster cluster, KubernetesObject object) {
        Departure departure = Departure.of(cluster, object);
        List<Fact> facts = facts(departure);
        if (facts.isEmpty()) {
            Fact unheld = Fact.of(FactCode.DELETION_UNHELD, object.ref(), FieldPath.ROOT, "nothing holds it any more");
            return Explanation.of(object.ref(), Outlook.WAITS, "is being deleted, and is about to go.")
                    .withFacts(List.of(unheld));
        }
        return Explanation.of(object.ref(), departure.outlook(), headline(departure.outlook()))
                .withFacts(facts);
    }

    private static List<Fact> facts(Departure departure) {
        return Stream.concat(
                        departure.holds().stream(),
                        departure.stuck().stream().limit(MOST_NAMED).map(DeletionExplainer::behind))
                .toList();
    }

    private static Fact behind(KubernetesObject stuck) {
        return Fact.of(
                FactCode.DELETION_BEHIND,
                stuck.ref(),
                FieldPath.of("metadata", "finalizers"),
                "is being deleted too, and stays until something changes");
    }

    private static String headline(Outlook outlook) {
        return switch (outlook) {
            case BLOCKED -> "is being deleted, and stays until something changes.";
            case NOT_KNOWN -> "is being deleted; when it goes is not known.";
            default -> "is being deleted, and goes by itself.";
        };
    }
}
