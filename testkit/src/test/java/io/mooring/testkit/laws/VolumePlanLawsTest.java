package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.plan.Margin;
import io.mooring.binding.plan.Planner;
import io.mooring.binding.plan.VolumePlan;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.jqwik.MooringArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds of every plan of volumes, in whatever world. */
@AddLifecycleHook(KeptSeed.class)
class VolumePlanLawsTest {
    @Provide
    Arbitrary<SmallWorld> worlds() {
        return MooringArbitraries.of(SmallWorld::any);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatIsMadeAndReservedServesEveryClaim(@ForAll("worlds") SmallWorld world) {
        Cluster cluster = world.cluster();
        VolumePlan plan = Planner.volumesFor(cluster, Margin.NONE);
        Cluster changed = cluster;
        for (Edit edit : plan.reservations()) {
            changed = edit.on(changed).orThrow();
        }
        for (PersistentVolume volume : plan.reservedManifests()) {
            changed = changed.create(volume).orThrow();
        }
        Cluster settled = changed.settle();

        for (PersistentVolumeClaim claim : world.claims()) {
            boolean isUnservable = plan.unservable().stream()
                    .anyMatch(
                            each -> each.claim().name().equals(claim.metadata().name()));
            assertThat(settled.get(PersistentVolumeClaim.ref(
                                    "default", claim.metadata().name()))
                            .orElseThrow()
                            .isBound())
                    .as(claim.metadata().name() + "\n" + plan.text())
                    .isNotEqualTo(isUnservable);
        }
        Statistics.label("made").collect(plan.count() > 0);
        Statistics.label("made").coverage(coverage -> coverage.check(true).count(count -> count >= 20));
    }
}
