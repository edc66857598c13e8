package io.mooring.binding.plan;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many claims and volumes, each of a size of its own, with labels that cut them into overlapping parts. */
class LargeBindingTest {
    private static final int CLAIMS = 2000;
    private static final int VOLUMES = 1900;

    @Test
    void bindsThousandsAndSaysWhoIsLeft() {
        Cluster cluster = Given.cluster();
        for (int i = 0; i < VOLUMES; i++) {
            PersistentVolume volume = volume("v" + i, 1000 + i * 7 % VOLUMES + "Mi", "");
            cluster = cluster.create(volume.withMetadata(volume.metadata().withLabels(Map.of("disk", "d" + i % 5))))
                    .orThrow();
        }
        for (int i = 0; i < CLAIMS; i++) {
            PersistentVolumeClaim claim = claim("c" + i, 1000 + i * 11 % CLAIMS + "Mi", "");
            LabelSelector selector =
                    LabelSelector.builder().putMatchLabels("disk", "d" + i % 5).build();
            cluster = cluster.create(
                            i % 3 == 0 ? claim : claim.withSpec(claim.spec().withSelector(selector)))
                    .orThrow();
        }

        BindingPlan plan = Planner.bestBinding(cluster);

        assertThat(plan.best()).hasSizeGreaterThan(plan.byKubernetes().size());
        int lost = plan.competitions().stream().mapToInt(Competition::losers).sum();
        assertThat(plan.best().size() + lost + plan.withoutVolume().size()).isEqualTo(CLAIMS);
    }
}
