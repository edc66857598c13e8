package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.deletion.DeletionExplainer;
import io.mooring.binding.explain.volume.VolumeExplainer;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds of the explanations of volumes, and of what is being deleted, in whatever settled cluster. */
class HoldsLawsTest {
    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    @Property(tries = 50)
    void whatIsStillThereIsHeldBySomething(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
        }
        Cluster settled = withClaimsInUse(cluster);
        settled.all()
                .map(object -> settled.delete(object.ref()))
                .filter(outcome -> outcome.answer().isAccepted())
                .forEach(outcome -> assertHeld(outcome.cluster().settle()));
        Statistics.label("held").coverage(coverage -> {
            coverage.check("PersistentVolumeClaim").count(count -> count >= 5);
            coverage.check("PersistentVolume").count(count -> count >= 5);
        });
    }

    /** A pod on a node uses each claim; that the node does not exist does not matter to what it holds. */
    private static Cluster withClaimsInUse(Cluster cluster) {
        Cluster used = cluster;
        for (PersistentVolumeClaim claim :
                cluster.list(PersistentVolumeClaim.KIND).toList()) {
            String name = claim.metadata().name();
            used = used.create(Given.on("node-1", Given.pod("user-of-" + name, name)))
                    .cluster();
        }
        return used.settle();
    }

    private static void assertHeld(Cluster settled) {
        settled.all()
                .flatMap(object -> DeletionExplainer.explain(settled, object).stream())
                .forEach(explanation -> {
                    Statistics.label("held").collect(explanation.about().kind().name());
                    assertThat(explanation.facts())
                            .as(explanation.text())
                            .isNotEmpty()
                            .noneMatch(fact -> fact.code() == FactCode.DELETION_UNHELD)
                            .noneMatch(fact -> fact.text().contains("about to fall"));
                });
    }

    @Property(tries = 50)
    void aVolumeIsFineIfAndOnlyIfItIsBoundOrAvailableToAll(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
            assertOnlyBoundAndFreeVolumesAreFine(cluster);
        }
        Cluster settled = cluster;
        settled.list(PersistentVolumeClaim.KIND)
                .forEach(claim -> assertOnlyBoundAndFreeVolumesAreFine(
                        settled.delete(claim.ref()).orThrow().settle()));
        Statistics.label("outlook").coverage(coverage -> {
            coverage.check(Outlook.FINE).count(count -> count >= 20);
            coverage.check(Outlook.BLOCKED).count(count -> count >= 5);
            coverage.check(Outlook.WAITS).count(count -> count >= 3);
        });
    }

    private static void assertOnlyBoundAndFreeVolumesAreFine(Cluster settled) {
        settled.list(PersistentVolume.KIND).forEach(volume -> {
            Outlook outlook = VolumeExplainer.explain(settled, volume).outlook();
            Statistics.label("outlook").collect(outlook);
            boolean isFree = volume.isIn(VolumePhase.AVAILABLE)
                    && volume.spec().claimRef().isEmpty();
            assertThat(outlook == Outlook.FINE).as(volume.toString()).isEqualTo(volume.isBound() || isFree);
        });
    }
}
