package io.mooring.testkit.story;

import io.mooring.binding.control.CronJobs;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.sample.Claims;
import io.mooring.testkit.sample.Classes;
import io.mooring.testkit.sample.Drivers;
import io.mooring.testkit.sample.Nodes;
import io.mooring.testkit.sample.Pods;
import io.mooring.testkit.sample.Quotas;
import io.mooring.testkit.sample.Volumes;
import io.mooring.testkit.sample.Workloads;
import io.mooring.workload.CronJob;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.stream.Stream;

/** One object more, that suits what there is. */
final class Creations {
    /** Namespaces that come and go. */
    static final List<String> NAMESPACES = List.of("shop", "stock");

    private static final List<String> VOLUMES = List.of("pv-a", "pv-b", "pv-c", "pv-d", "pv-e", "pv-f");
    private static final List<String> CLAIMS = List.of("data-a", "data-b", "data-c", "data-d", "data-e", "data-f");
    private static final List<String> PODS = List.of("pod-a", "pod-b", "pod-c", "pod-d", "pod-e");
    private static final List<String> SETS = List.of("web", "db", "queue");
    private static final int SUITS = 75;

    private Creations() {}

    static Step storageClass(There there, Choices choices) {
        return new Step.Create(
                Classes.of(there.free(StorageClass.KIND, Classes.NAMES)).from(choices));
    }

    static Step node(There there, Choices choices) {
        return new Step.Create(
                Nodes.any().named(there.free(Node.KIND, There.NODES)).from(choices));
    }

    /** Of a class that is there, or for a volume that nobody has. */
    static Step claim(There there, Choices choices) {
        List<PersistentVolume> free = there.staying(PersistentVolume.KIND).stream()
                .filter(volume -> !volume.isBound())
                .toList();
        List<String> names = there.free(PersistentVolumeClaim.KIND, CLAIMS);
        boolean isForVolume = !free.isEmpty() && choices.chance(50);
        Claims claims =
                isForVolume ? Claims.near(choices.pick(free)) : Claims.any().of(classes(there));
        return new Step.Create(claims.named(names.isEmpty() ? CLAIMS : names).from(choices));
    }

    static Step volume(There there, Choices choices) {
        List<PersistentVolumeClaim> waiting = there.staying(PersistentVolumeClaim.KIND).stream()
                .filter(claim -> !claim.isBound())
                .toList();
        List<String> names = there.free(PersistentVolume.KIND, VOLUMES);
        Volumes volumes =
                !waiting.isEmpty() && choices.chance(SUITS) ? Volumes.near(choices.pick(waiting)) : Volumes.any();
        return new Step.Create(volumes.named(names.isEmpty() ? VOLUMES : names).from(choices));
    }

    static Step set(There there, Choices choices) {
        return new Step.Create(Workloads.any()
                .of(classes(there))
                .statefulSets(there.free(StatefulSet.KIND, SETS))
                .from(choices));
    }

    static Step pod(There there, Choices choices) {
        return new Step.Create(Pods.using(there.names(PersistentVolumeClaim.KIND))
                .of(classes(there))
                .named(there.free(Pod.KIND, PODS))
                .from(choices));
    }

    /** One of a kind of which there is none. */
    static Step workload(There there, Choices choices) {
        List<ObjectKind<?>> kept = there.keepers().stream()
                .<ObjectKind<?>>map(KubernetesObject::kind)
                .toList();
        List<ObjectKind<?>> fresh = Workloads.KINDS.stream()
                .filter(kind -> !kind.equals(StatefulSet.KIND) && !kept.contains(kind))
                .toList();
        return new Step.Create(Workloads.using(there.names(PersistentVolumeClaim.KIND))
                .of(classes(there))
                .ofKind(choices.pick(fresh))
                .from(choices));
    }

    static Step attributesClass(There there, Choices choices) {
        return new Step.Create(Classes.attributes(there.free(VolumeAttributesClass.KIND, Classes.ATTRIBUTES))
                .from(choices));
    }

    /** Of a kind of which there is none. */
    static Step limit(There there, Choices choices) {
        boolean hasQuota = !there.names(Quotas.KINDS.get(0)).isEmpty();
        boolean hasRange = !there.names(Quotas.KINDS.get(1)).isEmpty();
        boolean takesQuota = !hasQuota && (hasRange || !choices.chance(40));
        return new Step.Create((takesQuota ? Quotas.resourceQuotas() : Quotas.limitRanges()).from(choices));
    }

    static Step driver(There there, Choices choices) {
        List<String> nodes = there.all(Node.KIND).stream()
                .map(node -> node.metadata().name())
                .toList();
        return new Step.Create(
                switch (choices.below(4)) {
                    case 0 -> Drivers.any().from(choices);
                    case 1 -> Drivers.capacities(Classes.NAMES.subList(0, 2)).from(choices);
                    default -> Drivers.onNodes(nodes).from(choices);
                });
    }

    static Step run(There there, Choices choices) {
        CronJob cronJob = choices.pick(there.all(CronJob.KIND));
        return new Step.Create(
                CronJobs.job(cronJob, cronJob.metadata().name() + "-" + choices.pick(there.freeRuns(cronJob))));
    }

    /** The namespace first; then what lives in it. */
    static Step inNamespace(There there, Choices choices) {
        String namespace = choices.pick(NAMESPACES);
        boolean isThere = there.cluster()
                .get(Namespace.ref(namespace))
                .filter(found -> !found.isTerminating())
                .isPresent();
        if (!isThere) {
            return new Step.Create(Namespace.builder()
                    .metadata(ObjectMeta.builder().name(namespace).build())
                    .build());
        }
        KubernetesObject object = switch (choices.below(4)) {
            case 0 -> Claims.any().of(classes(there)).from(choices);
            case 1 -> Pods.any().of(classes(there)).from(choices);
            case 2 -> Workloads.any().of(classes(there)).from(choices);
            default -> Quotas.any().from(choices);
        };
        return new Step.Create(object.withMetadata(object.metadata().withNamespace(namespace)));
    }

    /** Refused. */
    static Step again(There there, Choices choices) {
        List<? extends KubernetesObject> objects = Stream.<KubernetesObject>concat(
                        there.cluster().list(PersistentVolume.KIND),
                        there.cluster().list(PersistentVolumeClaim.KIND))
                .toList();
        if (objects.isEmpty()) {
            return new Step.Create(Nodes.any().named(List.of("node-1")).from(choices));
        }
        String name = choices.pick(objects).metadata().name();
        boolean isVolume = there.cluster().volume(name).isPresent();
        return new Step.Create(
                isVolume
                        ? Volumes.any().named(name).from(choices)
                        : Claims.any().named(name).from(choices));
    }

    private static List<String> classes(There there) {
        return there.all(StorageClass.KIND).stream()
                .map(each -> each.metadata().name())
                .toList();
    }
}
