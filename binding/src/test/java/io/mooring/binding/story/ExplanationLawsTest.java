package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.ClaimEventByFinding;
import io.mooring.binding.explain.ClaimExplanation;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Remedy;
import io.mooring.binding.lifecycle.ClaimEvent;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds of every explanation, in whatever cluster. */
class ExplanationLawsTest {
    private static final Set<ClaimEvent> LOST =
            Set.of(ClaimEvent.VOLUME_LOST, ClaimEvent.VOLUME_NAME_LOST, ClaimEvent.MISBOUND);

    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    @Property(tries = 100)
    void everyRemedyBindsTheClaimAndTakesNothingFromAnybodyElse(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
        }
        for (ClaimExplanation explanation : Explainer.waiting(cluster)) {
            for (Remedy remedy : explanation.remedies()) {
                Statistics.label("remedies").collect(remedy.getClass().getSimpleName());
                assertHelps(cluster, explanation.claim(), remedy);
            }
        }
        Statistics.label("remedies").coverage(coverage -> {
            coverage.check("VolumeEdit").count(count -> count >= 5);
            coverage.check("NewVolume").count(count -> count >= 5);
        });
    }

    private static void assertHelps(Cluster cluster, Ref<PersistentVolumeClaim> claim, Remedy remedy) {
        Cluster after = remedy.on(cluster).orThrow().settle();
        assertThat(phase(after, claim)).hasValue(ClaimPhase.BOUND);
        cluster.list(PersistentVolumeClaim.KIND)
                .filter(other -> !other.ref().equals(claim))
                .filter(other -> !other.spec().volumeName().isEmpty())
                .forEach(other -> {
                    assertThat(after.get(other.ref()).orElseThrow().spec().volumeName())
                            .isEqualTo(other.spec().volumeName());
                    assertThat(phase(after, other.ref())).isEqualTo(phase(cluster, other.ref()));
                });
        cluster.list(PersistentVolume.KIND).forEach(volume -> {
            if (remedy instanceof Remedy.VolumeEdit edit && edit.object().equals(volume.ref())) {
                assertIsNobodys(cluster, volume);
            } else {
                assertIsKeptForTheSame(volume, after.get(volume.ref()).orElseThrow());
            }
        });
    }

    private static Optional<ClaimPhase> phase(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.get(claim).flatMap(found -> found.status().phase());
    }

    /** Nobody holds it or has it reserved, and its data are not about to be deleted or scrubbed. */
    private static void assertIsNobodys(Cluster cluster, PersistentVolume volume) {
        volume.spec().claimRef().ifPresent(claimRef -> {
            assertThat(claimRef.uid()).isNotEmpty();
            assertThat(cluster.claim(claimRef.namespace(), claimRef.name())
                            .map(claim -> claim.metadata().uid()))
                    .isNotEqualTo(Optional.of(claimRef.uid()));
            assertThat(volume.spec().persistentVolumeReclaimPolicy()).hasValue(ReclaimPolicy.RETAIN);
        });
    }

    private static void assertIsKeptForTheSame(PersistentVolume before, PersistentVolume after) {
        before.spec().claimRef().ifPresent(reserved -> {
            ObjectReference kept = after.spec().claimRef().orElseThrow();
            assertThat(kept.namespace() + "/" + kept.name()).isEqualTo(reserved.namespace() + "/" + reserved.name());
            if (!reserved.uid().isEmpty()) {
                assertThat(kept.uid()).isEqualTo(reserved.uid());
            }
        });
    }

    @Property(tries = 100)
    void theFindingOfAClaimThatNobodyActsOnAgreesWithItsPhase(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
            assertFindingsAgreeWithPhases(cluster);
        }
        assertFindingsAgreeWithPhases(withForgetfulVolumes(cluster).settle());
        Statistics.label("phase").coverage(coverage -> {
            coverage.check("Bound").count(count -> count >= 100);
            coverage.check("Pending").count(count -> count >= 100);
            coverage.check("Lost").count(count -> count >= 5);
        });
    }

    private static void assertFindingsAgreeWithPhases(Cluster settled) {
        settled.list(PersistentVolumeClaim.KIND).forEach(claim -> {
            ClaimEvent event = ClaimEventByFinding.of(ClaimFindings.of(settled, claim));
            ClaimPhase phase = claim.status().phase().orElseThrow();
            Statistics.label("phase").collect(phase.value());
            assertThat(phase.equals(ClaimPhase.BOUND)).as(event.name()).isEqualTo(event == ClaimEvent.VOLUME_HELD);
            assertThat(phase.equals(ClaimPhase.LOST)).as(event.name()).isEqualTo(LOST.contains(event));
        });
    }

    /** With the uids taken out of all claimRefs, which makes claims Lost. */
    private static Cluster withForgetfulVolumes(Cluster cluster) {
        Cluster changed = cluster;
        for (PersistentVolume volume : cluster.list(PersistentVolume.KIND).toList()) {
            Optional<ObjectReference> claimRef = volume.spec().claimRef().map(reference -> reference.withUid(""));
            changed = changed.update(volume.withSpec(volume.spec().withClaimRef(claimRef)))
                    .orThrow();
        }
        return changed;
    }
}
