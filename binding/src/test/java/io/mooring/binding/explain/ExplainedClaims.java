package io.mooring.binding.explain;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import java.util.List;
import java.util.Map;

/** Clusters with claims to explain. */
final class ExplainedClaims {
    private ExplainedClaims() {}

    static Explanation explain(Cluster cluster, String claim) {
        return Explainer.explain(cluster, claimRef(claim));
    }

    static Ref<PersistentVolumeClaim> claimRef(String name) {
        return PersistentVolumeClaim.ref("default", name);
    }

    static List<Fix> edits(Explanation explanation) {
        return explanation.fixes().stream()
                .filter(fix -> fix.edits().stream().allMatch(Edit.Patch.class::isInstance))
                .toList();
    }

    static Cluster settled(KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster.settle();
    }

    /** Its volumes are made by hand, and bound when a pod is scheduled. */
    static StorageClass lazy(String name) {
        return StorageClass.builder()
                .metadata(named(name))
                .provisioner("kubernetes.io/no-provisioner")
                .volumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
                .build();
    }

    static PersistentVolume volume(String name, String className, String size) {
        return PersistentVolume.builder()
                .metadata(named(name))
                .spec(PersistentVolumeSpec.builder()
                        .capacity(Map.of("storage", Quantity.parse(size)))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .addSources(VolumeSource.nfs("nfs.example.com", "/" + name))
                        .build())
                .build();
    }

    static PersistentVolumeClaim claim(String name, String className, String size) {
        return PersistentVolumeClaim.builder()
                .metadata(named(name))
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(size))
                                .build())
                        .build())
                .build();
    }

    static PersistentVolumeClaim named(PersistentVolumeClaim claim, String volume) {
        return claim.withSpec(claim.spec().withVolumeName(volume));
    }

    static Pod podUsing(String claim) {
        return Pod.builder()
                .metadata(named("app"))
                .spec(PodSpec.builder()
                        .addContainers(Container.builder().name("c").image("x").build())
                        .addVolumes(PodVolume.builder()
                                .name("v")
                                .persistentVolumeClaim(ClaimVolumeSource.builder()
                                        .claimName(claim)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).build();
    }
}
