package io.mooring.binding.explain.surroundings;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Namespace;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import java.util.List;

/** Whether a namespace is active, and how many claims are in it. */
public final class NamespaceExplainer {
    private NamespaceExplainer() {}

    public static Explanation explain(Cluster cluster, Namespace namespace) {
        Fact claims = Fact.of(FactCode.NAMESPACE_CLAIMS, namespace.ref(), FieldPath.ROOT, claims(cluster, namespace));
        return Explanation.of(
                        namespace.ref(),
                        Outlook.FINE,
                        namespace.isTerminating() ? "is Terminating: nothing is made in it." : "is there.")
                .withFacts(List.of(claims));
    }

    private static String claims(Cluster cluster, Namespace namespace) {
        if (!cluster.isKnown(PersistentVolumeClaim.KIND)) {
            return "has claims of which nothing is known: "
                    + KindText.notInTheDump(List.of(PersistentVolumeClaim.KIND));
        }
        List<PersistentVolumeClaim> all = List.copyOf(
                cluster.list(PersistentVolumeClaim.KIND, namespace.metadata().name()));
        long unbound = all.stream().filter(claim -> !claim.isBound()).count();
        return all.isEmpty()
                ? "has no claims"
                : "has " + Names.counted(all.size(), "claim")
                        + (unbound == 0
                                ? ""
                                : ", of which " + unbound + " " + (unbound == 1 ? "is" : "are") + " not Bound");
    }
}
