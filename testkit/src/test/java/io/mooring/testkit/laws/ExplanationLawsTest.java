package io.mooring.testkit.laws;

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
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds of every explanation, in whatever cluster. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
class ExplanationLawsTest {
    private static Optional<ClaimPhase> phase(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.get(claim).flatMap(found -> found.status().phase());
    }

    @Property(tries = 100)
    void theFindingOfAClaimThatNobodyActsOnAgreesWithItsPhase(@ForAll Story story) {
        story.passages().forEach(passage -> assertFindingsAgreeWithPhases(passage.after()));
        assertFindingsAgreeWithPhases(withForgetfulVolumes(story.end()).settle());
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
        String volume = """
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {accessModes: [ReadWriteOnce],
                 capacity: {storage: 1Gi}, hostPath: {path: /v}, storageClassName: manual}}
                """;
        String claim = """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {accessModes: [ReadWriteOnce],
                 resources: {requests: {storage: 1Gi}}, storageClassName: manual}}
                """;
        Cluster lost = Stories.any()
                .parse("kubectl create -f - <<'EOF'\n" + volume + "---\n" + claim + """
                        EOF
                        # the controllers settle
                        kubectl delete pv v
                        # the controllers settle
                        kubectl patch pv v --type=merge -p '{"spec":{"claimRef":null}}'
                        # the controllers settle
                        kubectl create -f - <<'EOF'
                        """
                        + volume.replace("hostPath", "claimRef: {name: other, namespace: default}, hostPath") + "EOF\n")
                .end();
        Cluster unbound = Story.of(lost, Step.parse("""
                kubectl patch pvc c --type=merge -p '{"metadata":{"annotations":{"pv.kubernetes.io/bind-completed":null}}}'
                """)).end();
        Ref<PersistentVolumeClaim> ref = PersistentVolumeClaim.ref("default", "c");
        assertThat(phase(lost, ref)).hasValue(ClaimPhase.LOST);
        assertThat(phase(unbound, ref)).hasValue(ClaimPhase.LOST);
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
