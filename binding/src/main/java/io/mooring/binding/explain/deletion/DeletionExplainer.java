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

/** Explains what holds an object that is being deleted. */
public final class DeletionExplainer {
    private DeletionExplainer() {}

    /** Empty if the object is not being deleted. */
    public static Optional<Explanation> explain(Cluster cluster, KubernetesObject object) {
        return object.metadata().isBeingDeleted() ? Optional.of(held(cluster, object)) : Optional.empty();
    }

    /** What holds an object that is being deleted. */
    public static List<Fact> holds(Cluster cluster, KubernetesObject object) {
        return new Holds(cluster, object).all().stream().map(Hold::fact).toList();
    }

    private static Explanation held(Cluster cluster, KubernetesObject object) {
        List<Hold> holds = new Holds(cluster, object).all();
        if (holds.isEmpty()) {
            Fact unheld = Fact.of(FactCode.DELETION_UNHELD, object.ref(), FieldPath.ROOT, "nothing holds it any more");
            return Explanation.of(object.ref(), Outlook.WAITS, "is being deleted, and is about to go.")
                    .withFacts(List.of(unheld));
        }
        Outlook outlook = outlook(holds);
        return Explanation.of(object.ref(), outlook, headline(outlook))
                .withFacts(holds.stream().map(Hold::fact).toList());
    }

    /** One hold that stays is enough for the object to stay. */
    private static Outlook outlook(List<Hold> holds) {
        return List.of(Outlook.BLOCKED, Outlook.NOT_KNOWN).stream()
                .filter(outlook -> holds.stream().anyMatch(hold -> hold.outlook() == outlook))
                .findFirst()
                .orElse(Outlook.WAITS);
    }

    private static String headline(Outlook outlook) {
        return switch (outlook) {
            case BLOCKED -> "is being deleted, and stays until something changes.";
            case NOT_KNOWN -> "is being deleted; when it goes is not known.";
            default -> "is being deleted, and goes by itself.";
        };
    }
}
