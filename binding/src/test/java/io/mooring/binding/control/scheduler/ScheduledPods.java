package io.mooring.binding.control.scheduler;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.Optional;

/** Clusters in which pods are scheduled, and what became of the pods. */
final class ScheduledPods {
    static final String NOT_HELPFUL =
            " preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.";

    private ScheduledPods() {}

    /** The scheduler takes it where it is reserved; the binder never ties it to a claim that writes. */
    static PersistentVolume readOnly(PersistentVolume volume) {
        return volume.withSpec(volume.spec().withAccessModes(AccessMode.READ_ONLY_MANY));
    }

    static CsiStorageCapacity capacity(String name, String size) {
        return CsiStorageCapacity.builder()
                .metadata(ObjectMeta.builder().name(name).namespace("default").build())
                .storageClassName("lazy")
                .capacity(Quantity.parse(size))
                .nodeTopology(LabelSelector.builder().build())
                .build();
    }

    static StorageClass lazy(String name, String provisioner) {
        return storageClass(name)
                .withProvisioner(provisioner)
                .withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }

    static JsonObject object(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }

    static Cluster with(KubernetesObject... objects) {
        return and(cluster(), objects);
    }

    static Cluster and(Cluster start, KubernetesObject... objects) {
        Cluster cluster = start;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    static Pod found(Cluster cluster, String name) {
        return cluster.pod("default", name).orElseThrow();
    }

    static String placed(Cluster cluster, String name) {
        return found(cluster, name).spec().nodeName();
    }

    static String rejection(Cluster cluster, String name) {
        Optional<String> rejection = rejectionOf(found(cluster, name));
        assertThat(rejection).isPresent();
        assertThat(cluster.finding(podKey(name)))
                .map(finding -> FitError.of((PodFinding.Unschedulable) finding))
                .isEqualTo(rejection);
        return rejection.orElseThrow();
    }

    /** What its condition says. */
    static Optional<String> rejectionOf(Pod pod) {
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("PodScheduled"))
                .filter(condition -> condition.status().equals("False"))
                .map(PodCondition::message)
                .findFirst();
    }

    static String volumeOf(Cluster cluster, String claim) {
        return cluster.claim("default", claim).orElseThrow().spec().volumeName();
    }
}
