package io.mooring.binding.explain.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
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
                                + "cleared.\n  names default/c of uid ")
                .endsWith("""
                          default/fits    could take it
                          default/large   the volume holds 2Gi, less than the 5Gi requested
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
                  default/c   the volume holds 2Gi, less than the 5Gi requested
                """);
    }

    @Test
    void aReservedVolumeIsKept() {
        Settled kept = Settled.with(Given.reservedFor("later", Given.volume("v", "2Gi", "manual")));

        assertThat(explain(kept).text()).startsWith("v is kept for default/later, which does not exist yet.\n");
    }

    private static Explanation explain(Settled settled) {
        return VolumeExplainer.explain(settled.cluster(), settled.volume("v"));
    }
}
