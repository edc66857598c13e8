package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.binding.check.Checks;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Checking many claims allocates in proportion to how many there are: of four times as many not sixteen times as much. */
class CheckingAllocationTest {
    private static final int FEW = 400;
    private static final int MANY = 4 * FEW;
    private static final int NOT_QUADRATIC = 8;

    @Test
    void claimsOfAllSizesThatNoVolumeHas() {
        assertIsNotQuadratic(size -> world(size, number -> size + number + 1 + "Mi", number -> "manual"));
    }

    @Test
    void claimsOfAllSizesThatSomeVolumesHave() {
        assertIsNotQuadratic(size -> world(size, number -> number + 1 + "M", number -> "manual"));
    }

    @Test
    void claimsOfClassesThatAreMissing() {
        assertIsNotQuadratic(size -> world(size, number -> "1Mi", number -> "class-" + number));
    }

    private static void assertIsNotQuadratic(IntFunction<Cluster> world) {
        Cluster few = world.apply(FEW);
        Cluster many = world.apply(MANY);
        checked(few);
        assertThat(checked(many)).isLessThan(NOT_QUADRATIC * checked(few));
    }

    private static long checked(Cluster cluster) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertThat(Checks.of(cluster)).isNotEmpty();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static Cluster world(int size, IntFunction<String> amount, IntFunction<String> className) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(volume("v" + number, number + 1 + "Mi")).orThrow();
            cluster = cluster.create(claim("c" + number, amount.apply(number), className.apply(number)))
                    .orThrow();
        }
        return cluster;
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
