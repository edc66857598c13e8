package io.mooring.binding.explain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many claims that ask the same are explained once. */
class ManyClaimsTest {
    private static final int SIZE = 300;

    @Test
    void whatIsTheSameForManyIsSaidOnceWithACount() {
        Cluster cluster = waiting(SIZE, 2);

        List<ExplanationGroup> groups = Explainer.groups(cluster, PersistentVolumeClaim.KIND);

        assertThat(groups).extracting(ExplanationGroup::count).containsExactly(SIZE / 2, SIZE / 2);
        assertThat(groups.get(0).text())
                .contains("  asks for 1Ti: the largest of the " + SIZE + " volumes holds 10Gi\n")
                .contains("The same holds for " + (SIZE / 2 - 1) + " others: default/c10, default/c100, default/c102,");
    }

    /** As many claims as volumes, none of which is large enough. */
    static Cluster waiting(int size, int sizes) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(Given.volume("v" + number, number % 10 + 1 + "Gi", "manual"))
                    .orThrow();
        }
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(Given.claim("c" + number, number % sizes + 1 + "Ti", "manual"))
                    .orThrow();
        }
        return cluster.settle();
    }
}
