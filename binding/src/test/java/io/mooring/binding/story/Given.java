package io.mooring.binding.story;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.node.NodeStatus;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.ResourceRequirements;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.VolumeMount;
import java.util.Arrays;
import java.util.Map;

/** The objects that stories are made of; everything is in namespace {@code default}. */
public final class Given {
    public static final String NAMESPACE = "default";

    private static final String HOSTNAME = "kubernetes.io/hostname";
    private static final String DRIVER = "csi.example.com";

    private Given() {}

    public static Cluster cluster() {
        return Cluster.empty(ControlPlane.DEFAULT
                .withProvisioners(Provisioner.instant(DRIVER))
                .withAttachers(Attacher.instant(DRIVER))
                .controllers());
    }

    public static PersistentVolume volume(String name, String size, String className) {
        return PersistentVolume.builder()
                .metadata(named(name))
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse(size))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .addSources(VolumeSource.csi(DRIVER, name))
                        .build())
                .build();
    }

    public static PersistentVolume reclaimed(PersistentVolume volume, ReclaimPolicy policy) {
        return volume.withSpec(volume.spec().withPersistentVolumeReclaimPolicy(policy));
    }

    public static PersistentVolume reservedFor(String claim, PersistentVolume volume) {
        return volume.withSpec(volume.spec()
                .withClaimRef(ObjectReference.builder()
                        .namespace(NAMESPACE)
                        .name(claim)
                        .build()));
    }

    public static PersistentVolume onNode(PersistentVolume volume, String node) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key(HOSTNAME)
                        .operator("In")
                        .addValues(node)
                        .build())
                .build();
        NodeSelector selector =
                NodeSelector.builder().addNodeSelectorTerms(term).build();
        return volume.withSpec(volume.spec()
                .withNodeAffinity(
                        VolumeNodeAffinity.builder().required(selector).build()));
    }

    public static PersistentVolumeClaim claim(String name, String size, String className) {
        return PersistentVolumeClaim.builder()
                .metadata(inNamespace(name))
                .spec(claimSpec(size, className))
                .build();
    }

    private static PersistentVolumeClaimSpec claimSpec(String size, String className) {
        return PersistentVolumeClaimSpec.builder()
                .addAccessModes(AccessMode.READ_WRITE_ONCE)
                .storageClassName(className)
                .resources(VolumeResourceRequirements.builder()
                        .putRequests("storage", Quantity.parse(size))
                        .build())
                .build();
    }

    /** A class that {@code csi.example.com} provisions for, Delete and Immediate. */
    public static StorageClass storageClass(String name) {
        return StorageClass.builder()
                .metadata(named(name))
                .provisioner(DRIVER)
                .allowVolumeExpansion(true)
                .build();
    }

    /** The same, but it waits for the first consumer. */
    public static StorageClass lazy(String name) {
        return storageClass(name).withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }

    public static Node node(String name, String cpu) {
        Map<String, Quantity> resources =
                Map.of("cpu", Quantity.parse(cpu), "memory", Quantity.parse("64Gi"), "pods", Quantity.parse("100000"));
        return Node.builder()
                .metadata(ObjectMeta.builder()
                        .name(name)
                        .putLabels(HOSTNAME, name)
                        .build())
                .status(NodeStatus.builder()
                        .capacity(resources)
                        .allocatable(resources)
                        .build())
                .build();
    }

    /** The node, with its volumes attached by the attach-detach controller. */
    public static Node managed(Node node) {
        return node.withMetadata(node.metadata().withAnnotation(Node.MANAGED_FOR_ATTACH_ANNOTATION, "true"));
    }

    /** The pod, on a node that somebody chose. */
    public static Pod on(String node, Pod pod) {
        return pod.withSpec(pod.spec().withNodeName(node));
    }

    public static Pod pod(String name, String... claims) {
        return Pod.builder()
                .metadata(inNamespace(name))
                .spec(PodSpec.builder()
                        .addContainers(Container.builder().name("c").image("x").build())
                        .addAllVolumes(
                                Arrays.stream(claims).map(Given::volumeOf).toList())
                        .build())
                .build();
    }

    private static PodVolume volumeOf(String claim) {
        return PodVolume.builder()
                .name(claim)
                .persistentVolumeClaim(
                        ClaimVolumeSource.builder().claimName(claim).build())
                .build();
    }

    public static Pod asking(Pod pod, String cpu) {
        Container container = pod.spec().containers().get(0);
        return pod.withSpec(pod.spec()
                .withContainers(container.withResources(ResourceRequirements.builder()
                        .putRequests("cpu", Quantity.parse(cpu))
                        .build())));
    }

    /** A set whose pods each have a claim {@code www}. */
    public static StatefulSet set(String name, int replicas, String size, String className) {
        Map<String, String> labels = Map.of("app", name);
        return StatefulSet.builder()
                .metadata(inNamespace(name))
                .spec(StatefulSetSpec.builder()
                        .serviceName(name)
                        .replicas(replicas)
                        .selector(LabelSelector.builder().matchLabels(labels).build())
                        .template(template(labels))
                        .addVolumeClaimTemplates(ClaimTemplate.builder()
                                .metadata(named("www"))
                                .spec(claimSpec(size, className))
                                .build())
                        .build())
                .build();
    }

    public static StatefulSet parallel(StatefulSet set) {
        return set.withSpec(set.spec().withPodManagementPolicy(PodManagementPolicy.PARALLEL));
    }

    private static PodTemplateSpec template(Map<String, String> labels) {
        return PodTemplateSpec.builder()
                .metadata(ObjectMeta.builder().labels(labels).build())
                .spec(PodSpec.builder()
                        .addContainers(Container.builder()
                                .name("c")
                                .image("x")
                                .addVolumeMounts(VolumeMount.builder()
                                        .name("www")
                                        .mountPath("/www")
                                        .build())
                                .build())
                        .build())
                .build();
    }

    public static Ref<PersistentVolume> volumeKey(String name) {
        return PersistentVolume.ref(name);
    }

    public static Ref<PersistentVolumeClaim> claimKey(String name) {
        return PersistentVolumeClaim.ref(NAMESPACE, name);
    }

    public static Ref<Pod> podKey(String name) {
        return Pod.ref(NAMESPACE, name);
    }

    public static Ref<StatefulSet> setKey(String name) {
        return StatefulSet.ref(NAMESPACE, name);
    }

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).build();
    }

    private static ObjectMeta inNamespace(String name) {
        return ObjectMeta.builder().name(name).namespace(NAMESPACE).build();
    }
}
