package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Explaining many claims allocates in proportion to how many there are: of four times as many not sixteen times as much. */
class ExplainingAllocationTest {
    private static final int FEW = 400;
    private static final int MANY = 4 * FEW;
    private static final int NOT_QUADRATIC = 8;

    @Test
    void claimsOfAllSizesAmongAsManyVolumes() {
        explained(unserved(FEW));

        assertThat(explained(unserved(MANY))).isLessThan(NOT_QUADRATIC * explained(unserved(FEW)));
    }

    @Test
    void claimsThatWaitForAProvisionerWithAnEventEach() {
        explained(waiting(FEW));

        assertThat(explained(waiting(MANY))).isLessThan(NOT_QUADRATIC * explained(waiting(FEW)));
    }

    @Test
    void groupsOfClaimsThatWaitWithWhatHelps() {
        grouped(waiting(FEW));

        assertThat(grouped(waiting(MANY))).isLessThan(NOT_QUADRATIC * grouped(waiting(FEW)));
    }

    private static long grouped(Cluster cluster) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(Explainer.groups(cluster)).isNotEmpty();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static long explained(Cluster cluster) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(Explainer.notFine(cluster)).isNotEmpty();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static Cluster unserved(int size) {
        Cluster cluster = empty();
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(volume("v" + number, number + 1 + "Mi")).orThrow();
        }
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(claim("c" + number, size + number + 1 + "Mi", "manual"))
                    .orThrow();
        }
        return cluster.settle();
    }

    private static Cluster waiting(int size) {
        Cluster cluster = empty().create(StorageClass.builder()
                        .metadata(ObjectMeta.builder().name("fast").build())
                        .provisioner("csi.example.com")
                        .build())
                .orThrow();
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(claim("c" + number, "1Gi", "fast")).orThrow();
        }
        return cluster.settle();
    }

    private static Cluster empty() {
        return Cluster.empty(ControlPlane.DEFAULT.controllers());
    }

    private static PersistentVolume volume(String name, String size) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse(size))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName("manual")
                        .addSources(VolumeSource.csi("csi.example.com", name))
                        .build())
                .build();
    }

    private static PersistentVolumeClaim claim(String name, String size, String className) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().namespace("default").name(name).build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(size))
                                .build())
                        .build())
                .build();
    }
}
