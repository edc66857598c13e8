package io.mooring.binding.control.deployment;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.workload.RevisionHash;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.Deployment;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ReplicaSet to make for a template that has none.
 *
 * @param set with its name, which no other has
 * @param collisions how often a name was taken
 */
record NewReplicaSet(ReplicaSet set, int collisions) {
    private static final int LONGEST_NAME = 253;

    /** Models {@code getNewReplicaSet}. */
    static NewReplicaSet of(DeploymentView view) {
        Deployment deployment = view.deployment();
        int collisions = deployment.status().collisionCount().orElse(0);
        String hash = hash(deployment, collisions);
        while (isTaken(view, hash)) {
            collisions++;
            hash = hash(deployment, collisions);
        }
        return new NewReplicaSet(make(view, hash), collisions);
    }

    private static boolean isTaken(DeploymentView view, String hash) {
        String namespace = view.deployment().metadata().namespace();
        return view.cluster()
                .get(ReplicaSet.ref(namespace, name(view.deployment(), hash)))
                .isPresent();
    }

    /** A function of the template alone: one that comes back has the same. */
    private static String hash(Deployment deployment, int collisions) {
        return RevisionHash.of(Objects.write(deployment.spec().template()), collisions);
    }

    private static String name(Deployment deployment, String hash) {
        String name = deployment.metadata().name();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - 1 - hash.length())) + "-" + hash;
    }

    private static ReplicaSet make(DeploymentView view, String hash) {
        Deployment deployment = view.deployment();
        PodTemplateSpec template = deployment.spec().template();
        Map<String, String> labels = withHash(template.metadata().labels(), hash);
        LabelSelector selector = deployment.spec().selector().orElseThrow();
        ObjectMeta metadata = ObjectMeta.builder()
                .name(name(deployment, hash))
                .namespace(deployment.metadata().namespace())
                .labels(labels)
                .addOwnerReferences(OwnerReference.toController(Deployment.KIND, deployment.metadata()))
                .build();
        ReplicaSetSpec spec = ReplicaSetSpec.builder()
                .replicas(Scaling.ofCurrent(view, 0))
                .minReadySeconds(deployment.spec().minReadySeconds())
                .selector(selector.withMatchLabels(withHash(selector.matchLabels(), hash)))
                .template(template.withMetadata(template.metadata().withLabels(labels)))
                .build();
        ObjectMeta annotated = ReplicaAnnotations.current(metadata, deployment, revision(view));
        return ReplicaSet.builder()
                .metadata(ReplicaAnnotations.scaled(annotated, view))
                .spec(spec)
                .build();
    }

    private static Map<String, String> withHash(Map<String, String> labels, String hash) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(Deployment.TEMPLATE_HASH_LABEL, hash);
        return more;
    }

    /** The number of the template as it is now: one more than that of any other. */
    static long revision(DeploymentView view) {
        return 1
                + view.old().stream()
                        .mapToLong(ReplicaAnnotations::revision)
                        .max()
                        .orElse(0);
    }
}
