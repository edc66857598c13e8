package io.mooring.binding.control.deployment;

import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Deployment;
import io.mooring.workload.ReplicaSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a Deployment notes on its ReplicaSets. */
final class ReplicaAnnotations {
    /** How many pods the Deployment wanted when it last scaled the ReplicaSet. Kubernetes: {@code DesiredReplicasAnnotation}. */
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";

    /** How many pods it allowed then. Kubernetes: {@code MaxReplicasAnnotation}. */
    static final String MOST = "deployment.kubernetes.io/max-replicas";

    private static final String HISTORY = "deployment.kubernetes.io/revision-history";
    private static final int LONGEST_HISTORY = 2000;

    /** What is the Deployment's or the ReplicaSet's own. */
    private static final Set<String> NOT_COPIED = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            Deployment.REVISION,
            HISTORY,
            DESIRED,
            MOST,
            "deprecated.deployment.rollback.to");

    private ReplicaAnnotations() {}

    /** Which state of the template it is; 0 if it does not say. */
    static long revision(ReplicaSet set) {
        return number(set, Deployment.REVISION).orElse(0);
    }

    static OptionalLong number(ReplicaSet set, String annotation) {
        return set.metadata()
                .annotation(annotation)
                .map(text -> new JsonNumber(text).toLong())
                .orElse(OptionalLong.empty());
    }

    /**
     * The metadata of the ReplicaSet of the template as it is now: the Deployment's annotations, and the latest revision. One
     * that comes back remembers the revisions that it was. Models {@code SetNewReplicaSetAnnotations}.
     */
    static ObjectMeta current(ObjectMeta set, Deployment deployment, long revision) {
        Map<String, String> annotations = new LinkedHashMap<>(set.annotations());
        deployment.metadata().annotations().forEach((name, value) -> {
            if (!NOT_COPIED.contains(name)) {
                annotations.put(name, value);
            }
        });
        Optional<String> before = set.annotation(Deployment.REVISION);
        if (before.map(text -> new JsonNumber(text).toLong().orElse(0)).orElse(0L) < revision) {
            annotations.put(Deployment.REVISION, Long.toString(revision));
            before.ifPresent(was -> annotations.merge(HISTORY, was, ReplicaAnnotations::longer));
        }
        return set.withAnnotations(annotations);
    }

    private static String longer(String history, String revision) {
        List<String> revisions = new ArrayList<>(List.of(history.split(",")));
        revisions.add(revision);
        while (String.join(",", revisions).length() > LONGEST_HISTORY) {
            revisions.remove(0);
        }
        return String.join(",", revisions);
    }

    /** With how many pods the Deployment wants and allows. Models {@code SetReplicasAnnotations}. */
    static ObjectMeta scaled(ObjectMeta set, DeploymentView view) {
        return set.withAnnotation(DESIRED, Integer.toString(view.wanted()))
                .withAnnotation(MOST, Integer.toString(view.most()));
    }
}
