package io.mooring.binding.explain;

import io.mooring.binding.explain.claim.ClaimExplainer;
import io.mooring.binding.explain.deletion.DeletionExplainer;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.pod.PodExplainer;
import io.mooring.binding.explain.resize.ResizeExplainer;
import io.mooring.binding.explain.set.Refusing;
import io.mooring.binding.explain.set.SetExplainer;
import io.mooring.binding.explain.surroundings.AttachmentExplainer;
import io.mooring.binding.explain.surroundings.ClassExplainer;
import io.mooring.binding.explain.surroundings.CronJobExplainer;
import io.mooring.binding.explain.surroundings.NamespaceExplainer;
import io.mooring.binding.explain.surroundings.NodeExplainer;
import io.mooring.binding.explain.surroundings.QuotaExplainer;
import io.mooring.binding.explain.volume.VolumeExplainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.FieldPath;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who explains objects of which kind. */
final class ExplainedKinds {
    private ExplainedKinds() {}

    /** Without what would help. */
    static Explanation explain(Evidence evidence, KubernetesObject object) {
        Explanation standing = object.kind()
                .known()
                .map(kind -> explain(kind, evidence, object))
                .orElseGet(() -> Explanation.of(
                        object.ref(), Outlook.FINE, "is there; what is to become of it is not Mooring's to say."));
        return DeletionExplainer.explain(evidence.cluster(), object)
                .map(deletion -> deletion.withContext(apartFromThat(deletion, standing)))
                .orElse(standing);
    }

    /** How it stands, where what holds it does not say so, and it is more than that it is being deleted. */
    private static List<Fact> apartFromThat(Explanation deletion, Explanation standing) {
        boolean isSaid = has(deletion, FactCode.DELETION_BOUND) || has(standing, FactCode.OBJECT_DELETION);
        return isSaid ? List.of() : List.of(apartFromThat(standing));
    }

    private static boolean has(Explanation explanation, FactCode code) {
        return explanation.facts().stream().anyMatch(fact -> fact.code() == code);
    }

    /** Whether what is wrong with it is what others wait for, which say so: one cause is told once. */
    static boolean isToldWithOthers(Cluster cluster, KubernetesObject object) {
        if (object instanceof VolumeAttachment attachment) {
            return AttachmentExplainer.isToldWithPods(cluster, attachment);
        }
        return object instanceof StorageClass storageClass && ClassExplainer.isToldWithClaims(cluster, storageClass);
    }

    /** Of an object that does not exist and that somebody wants. */
    static Optional<Explanation> wanted(Cluster cluster, Ref<?> object) {
        return named(cluster, object).or(() -> SetExplainer.toCome(Evidence.of(cluster), object));
    }

    private static Optional<Explanation> named(Cluster cluster, Ref<?> object) {
        return object.kind().equals(PersistentVolumeClaim.KIND) && cluster.isKnown(object.kind())
                ? ClaimExplainer.absent(cluster, PersistentVolumeClaim.ref(object.namespace(), object.name()))
                : Optional.empty();
    }

    /** Every object that does not exist and that somebody wants: claims that pods name, and what sets are to make. */
    static Stream<Ref<?>> wanted(Cluster cluster) {
        Stream<Ref<?>> named = cluster.isKnown(PersistentVolumeClaim.KIND)
                ? cluster.list(Pod.KIND)
                        .filter(pod -> !pod.isTerminated())
                        .flatMap(pod -> pod.claims().stream())
                        .filter(claim -> cluster.get(claim).isEmpty())
                        .map(claim -> claim)
                : Stream.empty();
        return Stream.concat(named, SetExplainer.toCome(cluster)).distinct();
    }

    /** The same with what is dear to find out: what would help, what a bound claim might have got instead, who wants a volume. */
    static Explanation completed(Cluster cluster, KubernetesObject object, Explanation explanation) {
        if (object.metadata().isBeingDeleted()) {
            return explanation;
        }
        if (object instanceof Node node) {
            return NodeExplainer.refusing(cluster, node, explanation);
        }
        if (object instanceof PersistentVolume volume) {
            return VolumeExplainer.wanted(cluster, volume, explanation);
        }
        return object instanceof PersistentVolumeClaim claim
                ? ClaimExplainer.passingOver(cluster, claim, explanation)
                : explanation;
    }

    private static Explanation explain(KnownKind kind, Evidence evidence, KubernetesObject object) {
        return switch (kind) {
            case PERSISTENT_VOLUME -> VolumeExplainer.standing(evidence, (PersistentVolume) object);
            case PERSISTENT_VOLUME_CLAIM -> claim(evidence, (PersistentVolumeClaim) object);
            case POD -> PodExplainer.explain(evidence, (Pod) object);
            case STATEFUL_SET -> SetExplainer.explain(evidence, (StatefulSet) object);
            case DEPLOYMENT -> SetExplainer.explain(evidence, (Deployment) object);
            case REPLICA_SET, REPLICATION_CONTROLLER -> SetExplainer.explain(evidence, (ReplicaKeeper) object);
            case DAEMON_SET -> SetExplainer.explain(evidence, (DaemonSet) object);
            case JOB -> SetExplainer.explain(evidence, (Job) object);
            case CRON_JOB -> CronJobExplainer.explain(evidence.cluster(), (CronJob) object);
            case STORAGE_CLASS -> ClassExplainer.explain(evidence.cluster(), (StorageClass) object);
            case VOLUME_ATTACHMENT -> AttachmentExplainer.explain(evidence.cluster(), (VolumeAttachment) object);
            case NODE -> NodeExplainer.explain(evidence.cluster(), (Node) object);
            case NAMESPACE -> NamespaceExplainer.explain(evidence.cluster(), (Namespace) object);
            case RESOURCE_QUOTA -> QuotaExplainer.explain(evidence.cluster(), (ResourceQuota) object);
            case LIMIT_RANGE -> limit(evidence.cluster(), object);
            case VOLUME_ATTRIBUTES_CLASS, CSI_STORAGE_CAPACITY, CSI_DRIVER -> there(object);
        };
    }

    /** One that has its volume may be on its way to another size, or to other attributes. */
    private static Explanation claim(Evidence evidence, PersistentVolumeClaim claim) {
        Explanation standing = ClaimExplainer.explain(evidence, claim);
        return standing.outlook() == Outlook.FINE
                ? ResizeExplainer.explain(evidence, claim).orElse(standing)
                : standing;
    }

    private static Fact apartFromThat(Explanation standing) {
        String headline = standing.headline();
        return Fact.of(
                FactCode.OBJECT_STANDING,
                standing.about(),
                FieldPath.ROOT,
                headline.endsWith(".") ? headline.substring(0, headline.length() - 1) : headline);
    }

    private static Explanation limit(Cluster cluster, KubernetesObject range) {
        return there(range)
                .withContext(Refusing.by(cluster, range.ref()).stream().toList());
    }

    /** Nothing is to become of such objects but what they are. */
    private static Explanation there(KubernetesObject object) {
        return Explanation.of(object.ref(), Outlook.FINE, "is there.");
    }
}
