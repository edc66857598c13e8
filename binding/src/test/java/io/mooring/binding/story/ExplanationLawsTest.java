package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.ClaimEventByFinding;
import io.mooring.binding.lifecycle.ClaimEvent;
import io.mooring.binding.lifecycle.ClaimState;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds of every explanation, in whatever cluster. */
class ExplanationLawsTest {
    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    private static Optional<ClaimPhase> phase(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.get(claim).flatMap(found -> found.status().phase());
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
            assertThat(statesAfter(event)).as(event.name()).contains(stateIn(phase));
        });
    }

    /** Where a claim can stand once the event was acted on; an event that changes no phase leaves a claim anywhere. */
    private static Set<ClaimState> statesAfter(ClaimEvent event) {
        return Stream.of(ClaimState.PENDING, ClaimState.BOUND, ClaimState.LOST)
                .map(state -> Lifecycle.next(state, event).next())
                .collect(Collectors.toSet());
    }

    private static ClaimState stateIn(ClaimPhase phase) {
        return ClaimState.valueOf(phase.value().toUpperCase(Locale.ROOT));
    }

    @Example
    void aLostClaimThatIsUnboundByHandStaysLostWhileAnotherClaimHasItsVolume() {
        Cluster lost = Given.cluster()
                .create(Given.volume("v", "1Gi", "manual"))
                .orThrow()
                .create(Given.claim("c", "1Gi", "manual"))
                .orThrow()
                .settle()
                .delete(Given.volumeKey("v"))
                .orThrow()
                .settle()
                .patch(Given.volumeKey("v"), JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL)))
                .orThrow()
                .settle()
                .create(Given.reservedFor("other", Given.volume("v", "1Gi", "manual")))
                .orThrow()
                .settle();
        Cluster unbound = lost.patch(
                        Given.claimKey("c"),
                        JsonObject.of(
                                "metadata",
                                JsonObject.of("annotations", JsonObject.of(Action.COMPLETED, JsonNull.NULL))))
                .orThrow()
                .settle();
        assertThat(phase(lost, Given.claimKey("c"))).hasValue(ClaimPhase.LOST);
        assertThat(phase(unbound, Given.claimKey("c"))).hasValue(ClaimPhase.LOST);
        assertFindingsAgreeWithPhases(unbound);
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
