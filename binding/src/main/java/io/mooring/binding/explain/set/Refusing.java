package io.mooring.binding.explain.set;

import io.mooring.binding.control.set.SetFindings;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.ClaimObstacle;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a quota or a limit keeps from being made: claims that StatefulSets want. */
public final class Refusing {
    /** More are only counted. */
    private static final int MOST_CLAIMS = 3;

    private Refusing() {}

    /**
     * A claim that is refused.
     *
     * @param set who would make it
     */
    public record RefusedClaim(Ref<StatefulSet> set, ClaimObstacle.Refused obstacle) {}

    /** All that are refused in the namespace, by set and replica. */
    public static Stream<RefusedClaim> claims(Cluster cluster, String namespace) {
        return cluster.list(StatefulSet.KIND, namespace).stream()
                .flatMap(set ->
                        obstacles(SetFindings.of(cluster, set)).map(obstacle -> new RefusedClaim(set.ref(), obstacle)));
    }

    private static Stream<ClaimObstacle.Refused> obstacles(SetFinding finding) {
        Stream<ReplicaFinding> replicas =
                finding instanceof SetFinding.Unsettled unsettled ? unsettled.replicas().stream() : Stream.empty();
        return replicas.filter(ReplicaFinding.ClaimsRefused.class::isInstance)
                .flatMap(replica -> ((ReplicaFinding.ClaimsRefused) replica).obstacles().stream())
                .filter(ClaimObstacle.Refused.class::isInstance)
                .map(ClaimObstacle.Refused.class::cast);
    }

    /** Whom this one refuses; empty if nobody. */
    public static Optional<Fact> by(Cluster cluster, Ref<?> object) {
        List<Ref<PersistentVolumeClaim>> refused = claims(cluster, object.namespace())
                .map(RefusedClaim::obstacle)
                .filter(obstacle -> obstacle.by().filter(object::equals).isPresent())
                .map(ClaimObstacle.Refused::claim)
                .distinct()
                .toList();
        return refused.isEmpty() ? Optional.empty() : Optional.of(fact(object, refused));
    }

    /** That it refuses these. */
    public static Fact fact(Ref<?> object, List<Ref<PersistentVolumeClaim>> refused) {
        return Fact.of(
                FactCode.QUOTA_REFUSES,
                object,
                FieldPath.of("spec"),
                "refuses " + Names.counted(refused.size(), "claim") + " that " + (refused.size() == 1 ? "is" : "are")
                        + " wanted: " + Names.of(refused, MOST_CLAIMS));
    }
}
