package io.mooring.conformance;

import static io.mooring.conformance.SizedObjects.claim;
import static io.mooring.conformance.SizedObjects.volume;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.StorageClass;
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
}
