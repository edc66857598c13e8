package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import io.mooring.testkit.story.Story;
import io.mooring.workload.Pod;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds of the explanations of volumes, and of what is being deleted, in whatever settled cluster. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
class HoldsLawsTest {
    @Property(tries = 50)
    void whatIsStillThereIsHeldBySomething(@ForAll Story story) {
        Cluster settled = withClaimsInUse(story.end());
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
        List<String> claims = cluster.list(PersistentVolumeClaim.KIND, "default").stream()
                .map(claim -> claim.metadata().name())
                .toList();
        Cluster used = cluster;
        for (String claim : claims) {
            Pod pod = SmallWorld.user("user-of-" + claim, claim);
            used = used.create(pod.withSpec(pod.spec().withNodeName("node-1"))).cluster();
        }
        return used.settle();
    }

    private static void assertHeld(Cluster settled) {
        settled.all()
                .filter(object -> object.metadata().isBeingDeleted())
                .map(object -> Explainer.explain(settled, object.ref()))
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
    void aVolumeIsFineIfAndOnlyIfItIsBoundOrAvailableToAll(@ForAll Story story) {
        story.passages().forEach(passage -> assertOnlyBoundAndFreeVolumesAreFine(passage.after()));
        Cluster settled = story.end();
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
        settled.list(PersistentVolume.KIND)
                .filter(volume -> !volume.metadata().isBeingDeleted())
                .forEach(volume -> {
                    Outlook outlook = Explainer.explain(settled, volume.ref()).outlook();
                    Statistics.label("outlook").collect(outlook);
                    boolean isFree = volume.isIn(VolumePhase.AVAILABLE)
                            && volume.spec().claimRef().isEmpty();
                    assertThat(outlook == Outlook.FINE).as(volume.toString()).isEqualTo(volume.isBound() || isFree);
                });
    }
}
