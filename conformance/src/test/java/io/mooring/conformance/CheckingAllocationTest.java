package io.mooring.conformance;

import static io.mooring.conformance.SizedObjects.claim;
import static io.mooring.conformance.SizedObjects.volume;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.binding.check.Checks;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
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
}
