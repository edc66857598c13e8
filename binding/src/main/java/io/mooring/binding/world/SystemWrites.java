package io.mooring.binding.world;

import io.mooring.admission.Admission;
import io.mooring.admission.Verdict;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the control plane writes for itself: past admission, but never over somebody else's change. */
final class SystemWrites {
    /** What a pod is told of its node. Models the {@code PodTopologyLabels} admission of {@code pods/binding}. */
    private static final List<String> TOPOLOGY_LABELS =
            List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

    private SystemWrites() {}

    /** A controller's object was made from what was read once, so that it need not be read again. */
    static Outcome create(Cluster world, KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        if (!metadata.name().isEmpty() || metadata.generateName().isEmpty()) {
            return Storing.create(world, world.numbering(), Admission.createAsRead(object, world));
        }
        Numbering numbering = world.numbering().nextName();
        String name = metadata.generateName() + numbering.nameEnding();
        KubernetesObject named = object.withMetadata(metadata.withName(name));
        return Storing.create(world, numbering, Admission.createAsRead(named, world));
    }

    /** An object that admission took before; it is asked again where the answer may have changed by what was created. */
    static Outcome create(Cluster world, Verdict.Admitted admitted) {
        KubernetesObject object = admitted.object();
        String namespace = object.metadata().namespace();
        boolean isLimited = !world.list(ResourceQuota.KIND, namespace).isEmpty()
                || !world.list(LimitRange.KIND, namespace).isEmpty();
        return isLimited ? create(world, object) : Storing.create(world, world.numbering(), admitted);
    }

    /** @param ownVersion the version that the same writer wrote after it read the object */
    static Outcome update(Cluster world, KubernetesObject object, Optional<String> ownVersion) {
        Optional<KubernetesObject> found = world.get(object.ref());
        return refusal(found, object, ownVersion)
                .map(refused -> new Outcome(world, refused))
                .orElseGet(() -> replace(world, found.orElseThrow(), object));
    }

    private static Outcome replace(Cluster world, KubernetesObject stored, KubernetesObject object) {
        return Storing.replace(world, stored, StatusPart.copied(stored, object), List.of());
    }

    /** @param ownVersion the version that the same writer wrote after it read the object */
    static Outcome updateStatus(Cluster world, KubernetesObject object, Optional<String> ownVersion) {
        Optional<KubernetesObject> found = world.get(object.ref());
        return refusal(found, object, ownVersion)
                .map(refused -> new Outcome(world, refused))
                .orElseGet(() -> replaceStatus(world, found.orElseThrow(), object));
    }

    private static Outcome replaceStatus(Cluster world, KubernetesObject stored, KubernetesObject object) {
        KubernetesObject changed = StatusPart.copied(object, stored);
        Numbering numbering = world.numbering().nextWrite();
        return Storing.replace(world, stored, Stamps.phaseDated(Optional.of(stored), changed, numbering), List.of());
    }

    private static Optional<Answer> refusal(
            Optional<KubernetesObject> found, KubernetesObject object, Optional<String> ownVersion) {
        if (found.isEmpty()) {
            return Optional.of(Refusals.notFound(object.ref()));
        }
        KubernetesObject stored = found.get();
        String uid = object.metadata().uid();
        if (!uid.isEmpty() && !uid.equals(stored.metadata().uid())) {
            return Optional.of(Refusals.otherUid(stored, uid));
        }
        String seen = object.metadata().resourceVersion();
        String version = stored.metadata().resourceVersion();
        boolean isCurrent = seen.isEmpty() || seen.equals(version) || ownVersion.equals(Optional.of(version));
        return isCurrent ? Optional.empty() : Optional.of(Refusals.outdated(stored));
    }

    /** Models {@code BindingREST}: the node, the condition, the node's topology as labels. */
    static Outcome bind(Cluster world, Ref<?> key, String nodeName) {
        Optional<Pod> found = world.pod(key.namespace(), key.name());
        if (found.isEmpty()) {
            return new Outcome(world, Refusals.notFound(key));
        }
        Pod stored = found.get();
        if (!stored.spec().nodeName().isEmpty() || stored.metadata().isBeingDeleted()) {
            return new Outcome(world, Refusals.outdated(stored));
        }
        Pod bound = stored.withSpec(stored.spec().withNodeName(nodeName))
                .withStatus(stored.status()
                        .withConditions(scheduled(world, stored))
                        .withRest(stored.status().rest().without(PodRequests.NOMINATED_NODE)))
                .withMetadata(stored.metadata().withLabels(labels(world.node(nodeName), stored)));
        return Storing.replace(world, stored, bound, List.of());
    }

    private static List<PodCondition> scheduled(Cluster world, Pod pod) {
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        conditions.removeIf(condition -> condition.type().equals("PodScheduled"));
        conditions.add(PodCondition.builder()
                .type("PodScheduled")
                .status("True")
                .lastTransitionTime(world.numbering().nextWrite().now())
                .build());
        return conditions;
    }

    private static Map<String, String> labels(Optional<Node> node, Pod pod) {
        Map<String, String> labels = new LinkedHashMap<>(pod.metadata().labels());
        for (String label : TOPOLOGY_LABELS) {
            node.map(found -> found.metadata().labels().get(label))
                    .ifPresent(value -> labels.putIfAbsent(label, value));
        }
        return labels;
    }
}
