package io.mooring.binding.explain.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeExplainerTest {
    @Test
    void aBoundVolumeServesItsClaimAndWastesTheRest() {
        Settled bound = Settled.with(Given.volume("v", "3Gi", "manual"), Given.claim("c", "1Gi", "manual"));

        assertThat(explain(bound).outlook()).isEqualTo(Outlook.FINE);
        assertThat(explain(bound).text()).isEqualTo("""
                v is bound to default/c.
                  serves default/c alone, whatever its size and access modes
                  holds 3Gi for the 1Gi that are asked for; the other 2Gi serve nobody else
                  keeps its data when its claim is deleted (reclaim policy Retain)
                """);
    }

    @Test
    void aReleasedVolumeSaysWhoCouldTakeIt() {
        Settled released = Settled.with(Given.volume("v", "2Gi", "manual"), Given.claim("c", "1Gi", "manual"))
                .deleteClaim("c")
                .and(
                        Given.claim("large", "5Gi", "manual"),
                        Given.claim("other", "1Gi", "fast"),
                        Given.claim("fits", "1Gi", "manual"));

        Explanation explanation = explain(released);

        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text())
                .startsWith(
                        "v is Released: its claim is gone, its data are kept, and nobody gets it until its claimRef is "
                                + "cleared or set to another claim.\n  names default/c of uid ")
                .endsWith("""
                          default/fits    could take it
                          default/large   the volume holds 2Gi, 3Gi short of the 5Gi requested
                          and 1 more: claims that wait for another class
                        """);
    }

    @Test
    void aVolumeWhoseStorageNobodyDeletesFails() {
        Settled failed = Settled.with(
                        Given.reclaimed(
                                Given.volume("v", "2Gi", "manual")
                                        .withSpec(Given.volume("v", "2Gi", "manual")
                                                .spec()
                                                .withSources(List.of(VolumeSource.nfs("nfs.example.com", "/v")))),
                                ReclaimPolicy.DELETE),
                        Given.claim("c", "1Gi", "manual"))
                .deleteClaim("c");

        Explanation explanation = explain(failed);

        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text())
                .contains("is of a kind (nfs) whose plug-in deletes nothing")
                .contains("Kubernetes says: VolumeFailedDelete \"");
    }

    @Test
    void aFreeVolumeIsFineAndSaysWhatItLacksForThoseWhoWait() {
        Settled free = Settled.with(Given.volume("v", "2Gi", "manual"), Given.claim("c", "5Gi", "manual"));

        assertThat(explain(free).outlook()).isEqualTo(Outlook.FINE);
        assertThat(explain(free).text()).isEqualTo("""
                v is free: any claim that it fits may take it.
                  has no claimRef
                  default/c   the volume holds 2Gi, 3Gi short of the 5Gi requested
                """);
    }

    @Test
    void aReservedVolumeIsKept() {
        Settled kept = Settled.with(Given.reservedFor("later", Given.volume("v", "2Gi", "manual")));

        assertThat(explain(kept).text()).startsWith("v is kept for default/later, which does not exist yet.\n");
    }

    @Test
    void whatAVolumeLacksHasTheCodeOfTheRule() {
        Settled free = Settled.with(
                Given.volume("v", "2Gi", "manual"),
                Given.claim("c", "5Gi", "manual"),
                selecting(Given.claim("d", "1Gi", "manual")));

        assertThat(explain(free).candidates())
                .extracting(candidate -> candidate.facts().get(0).code())
                .containsExactlyInAnyOrder(FactCode.VOLUME_CAPACITY, FactCode.VOLUME_LABELS);
        assertThat(explain(free).candidates())
                .allSatisfy(candidate ->
                        assertThat(candidate.facts().get(0).needs()).isPresent());
    }

    private static PersistentVolumeClaim selecting(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec()
                .withSelector(
                        LabelSelector.builder().putMatchLabels("disk", "ssd").build()));
    }

    /** An empty claimRef is none to the eye only. */
    @Test
    void aVolumeWhoseClaimRefNamesNobodyIsNobodysForever() {
        Settled empty = Settled.with(withClaimRef(ObjectReference.builder().build()));
        Settled nameless = Settled.with(
                withClaimRef(ObjectReference.builder().name("c").build()), Given.claim("c", "1Gi", "manual"));

        assertThat(explain(empty).outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explain(empty).text()).isEqualTo("""
                v is kept for nobody: its claimRef names no claim that can be, and nobody gets it until that is cleared or completed.
                  has a claimRef without a name, which is not the same as none
                """);
        assertThat(explain(nameless).text()).contains("  names c in its claimRef without a namespace\n");
        assertThat(nameless.claim("c").isBound()).isFalse();
    }

    private static PersistentVolume withClaimRef(ObjectReference claimRef) {
        PersistentVolume volume = Given.volume("v", "2Gi", "manual");
        return volume.withSpec(volume.spec().withClaimRef(claimRef));
    }

    @Test
    void withoutClaimsInTheDumpWhoseItIsIsNotKnown() {
        Settled bound = Settled.with(Given.volume("v", "1Gi", "manual"), Given.claim("c", "1Gi", "manual"));
        List<Dump.Stored> kept = bound.cluster().dump().objects().stream()
                .filter(stored -> stored.object().kind().equals(PersistentVolume.KIND))
                .toList();

        Explanation explanation =
                explain(new Settled(Cluster.open(bound.cluster().controllers(), Dump.NONE.and(kept))));

        assertThat(explanation.outlook()).isEqualTo(Outlook.NOT_KNOWN);
        assertThat(explanation.text())
                .contains(
                        "whether that claim is there, and who uses it, is not known: PersistentVolumeClaims were not in the dump\n");
    }

    private static Explanation explain(Settled settled) {
        return VolumeExplainer.explain(settled.cluster(), settled.volume("v"));
    }
}
