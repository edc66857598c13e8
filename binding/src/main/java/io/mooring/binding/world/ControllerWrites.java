package io.mooring.binding.world;

import io.mooring.admission.Admission;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.meta.ResourceVersion;
import io.mooring.node.Node;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import io.mooring.release.Behaviour;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the control plane writes for itself: past admission, but never over somebody else's change. */
final class ControllerWrites {
    private ControllerWrites() {}

    /** A controller's object was made from what was read once, so that it need not be read again. */
    static Outcome create(Cluster cluster, KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        if (!metadata.name().isEmpty() || metadata.generateName().isEmpty()) {
            return Commit.create(cluster, numberingOf(cluster, metadata), Admission.createAsRead(object, cluster));
        }
        Numbering numbering = cluster.numbering()
                .nextName(
                        metadata.generateName(),
                        each -> cluster.get(object.kind().ref(metadata.namespace(), each))
                                .isPresent());
        String name = numbering.nameFrom(metadata.generateName());
        KubernetesObject named = object.withMetadata(metadata.withName(name));
        return Commit.create(cluster, numbering, Admission.createAsRead(named, cluster));
    }

    /** An object that admission took before; it is asked again where the answer may have changed by what was created. */
    static Outcome create(Cluster cluster, Verdict.Admitted admitted) {
        KubernetesObject object = admitted.object();
        String namespace = object.metadata().namespace();
        boolean isLimited = cluster.isTerminating(namespace)
                || !cluster.list(ResourceQuota.KIND, namespace).isEmpty()
                || !cluster.list(LimitRange.KIND, namespace).isEmpty();
        return isLimited
                ? create(cluster, object)
                : Commit.create(cluster, numberingOf(cluster, object.metadata()), admitted);
    }

    /** A name that was told in advance counts as generated. */
    private static Numbering numberingOf(Cluster cluster, ObjectMeta metadata) {
        return metadata.generateName().isEmpty()
                ? cluster.numbering()
                : cluster.numbering().named(metadata.generateName(), metadata.name());
    }

    /** @param ownVersion the version that the same writer wrote after it read the object */
    static Outcome update(Cluster cluster, KubernetesObject object, Optional<String> ownVersion) {
        Optional<? extends KubernetesObject> found = cluster.get(object.ref());
        Optional<Answer> refusal = refusal(found, object, ownVersion);
        return refusal.isPresent()
                ? new Outcome(cluster, refusal.get())
                : replace(cluster, found.orElseThrow(), object);
    }

    private static Outcome replace(Cluster cluster, KubernetesObject stored, KubernetesObject object) {
        return Commit.replace(cluster, stored, written(cluster, object.withStatusOf(stored)), List.of());
    }

    /** @param ownVersion the version that the same writer wrote after it read the object */
    static Outcome updateStatus(Cluster cluster, KubernetesObject object, Optional<String> ownVersion) {
        Optional<? extends KubernetesObject> found = cluster.get(object.ref());
        Optional<Answer> refusal = refusal(found, object, ownVersion);
        return refusal.isPresent()
                ? new Outcome(cluster, refusal.get())
                : replaceStatus(cluster, found.orElseThrow(), object);
    }

    private static Outcome replaceStatus(Cluster cluster, KubernetesObject stored, KubernetesObject object) {
        return Commit.replaceStatus(cluster, stored, written(cluster, stored.withStatusOf(object)));
    }

    /** With its amounts as they are stored. */
    private static KubernetesObject written(Cluster cluster, KubernetesObject object) {
        return written(cluster, object.kind(), object);
    }

    private static <T extends KubernetesObject> T written(
            Cluster cluster, ObjectKind<T> kind, KubernetesObject object) {
        return Objects.stored(kind, kind.type().cast(object), cluster.semantics());
    }

    private static Optional<Answer> refusal(
            Optional<? extends KubernetesObject> found, KubernetesObject object, Optional<String> ownVersion) {
        if (found.isEmpty()) {
            return Optional.of(ApiErrors.notFound(object.ref()));
        }
        KubernetesObject stored = found.get();
        String uid = object.metadata().uid();
        if (!uid.isEmpty() && !uid.equals(stored.metadata().uid())) {
            return Optional.of(ApiErrors.otherUid(stored, uid));
        }
        String version = stored.metadata().resourceVersion();
        boolean isSeen = ResourceVersion.isAccepted(object.metadata().resourceVersion(), version);
        return isSeen || ownVersion.equals(Optional.of(version))
                ? Optional.empty()
                : Optional.of(ApiErrors.outdated(stored));
    }

    /** Models {@code BindingREST}: the node, the condition, the node's topology as labels. */
    static Outcome bind(Cluster cluster, Ref<Pod> pod, String nodeName) {
        Optional<Pod> found = cluster.get(pod);
        if (found.isEmpty()) {
            return new Outcome(cluster, ApiErrors.notFound(pod));
        }
        Pod stored = found.get();
        if (stored.isPlaced() || stored.metadata().isBeingDeleted()) {
            return new Outcome(cluster, ApiErrors.notToBeBound(stored));
        }
        Pod bound = stored.withSpec(stored.spec().withNodeName(nodeName))
                .withStatus(stored.status()
                        .withConditions(scheduled(cluster, stored))
                        .withNominatedNodeName(""))
                .withMetadata(stored.metadata().withLabels(labels(cluster, nodeName, stored)));
        return Commit.replace(cluster, stored, bound, List.of());
    }

    private static List<PodCondition> scheduled(Cluster cluster, Pod pod) {
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        conditions.removeIf(condition -> condition.type().equals("PodScheduled"));
        conditions.add(PodCondition.builder()
                .type("PodScheduled")
                .status("True")
                .lastTransitionTime(cluster.numbering().nextWrite().now())
                .build());
        return conditions;
    }

    /** Those of its node go over its own. Models {@code admitBinding} of PodTopologyLabels and {@code copyLabelsWithOverwriting}. */
    private static Map<String, String> labels(Cluster cluster, String nodeName, Pod pod) {
        Map<String, String> labels = new LinkedHashMap<>(pod.metadata().labels());
        if (cluster.semantics().has(Behaviour.POD_HAS_TOPOLOGY_OF_ITS_NODE)) {
            cluster.node(nodeName).map(Node::topology).ifPresent(labels::putAll);
        }
        return labels;
    }
}
