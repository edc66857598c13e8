package io.mooring.binding.explain;

import static io.mooring.binding.explain.ExplainedClaims.claim;
import static io.mooring.binding.explain.ExplainedClaims.claimRef;
import static io.mooring.binding.explain.ExplainedClaims.edits;
import static io.mooring.binding.explain.ExplainedClaims.explain;
import static io.mooring.binding.explain.ExplainedClaims.lazy;
import static io.mooring.binding.explain.ExplainedClaims.settled;
import static io.mooring.binding.explain.ExplainedClaims.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proposed so that a claim is bound: it was tried, and takes nothing from anybody else. */
class RemediesTest {
    @Test
    void everyEditItProposesBindsTheClaim() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("first", "manual", "1Gi"));
        cluster = cluster.delete(PersistentVolumeClaim.ref("default", "first"), Deletion.DEFAULT)
                .orThrow()
                .settle();
        cluster = cluster.create(claim("second", "manual", "1Gi")).orThrow().settle();

        Explanation explanation = explain(cluster, "second");
        assertThat(explanation.text())
                .contains(
                        "pv   is Released by default/first (it serves nobody until its claimRef is cleared or set to another claim)");
        assertThat(edits(explanation))
                .singleElement()
                .extracting(Fix::purpose)
                .isEqualTo("clear the claimRef of Released volume pv");
        Fix edit = edits(explanation).get(0);
        assertThat(edit.warnings()).containsExactly("the data that default/first left there come with it");
        Cluster edited = edit.edits().get(0).on(cluster).orThrow().settle();
        assertThat(edited.claim("default", "second").orElseThrow().status().phase())
                .contains(ClaimPhase.BOUND);
    }

    @Test
    void doesNotProposeToTakeAVolumeThatIsInUse() {
        Cluster cluster = settled(
                volume("pv", "manual", "1Gi"), claim("first", "manual", "1Gi"), claim("second", "manual", "1Gi"));
        Explanation explanation =
                Explainer.groups(cluster, PersistentVolumeClaim.KIND).get(0).first();
        assertThat(edits(explanation)).isEmpty();
        assertThat(explanation.text()).contains("taken by default/first");
    }

    @Test
    void namesAllThatAVolumeNeeds() {
        PersistentVolumeClaim plain = claim("data", "manual", "1Gi");
        PersistentVolumeClaimSpec spec = plain.spec()
                .withVolumeMode(VolumeMode.BLOCK)
                .withSelector(
                        LabelSelector.builder().putMatchLabels("disk", "ssd").build());
        Cluster cluster = settled(plain.withSpec(spec));
        assertThat(explain(cluster, "data").text()).isEqualTo("""
                        default/data waits until something changes: there is no volume, and nobody makes one.
                          StorageClass manual does not exist, so that no volume is made
                        This helps (it was tried; nobody else loses anything):
                          add a volume of class "manual" with at least 1Gi and ReadWriteOnce, volumeMode Block, labels that match disk=ssd
                        Kubernetes says: ProvisioningFailed "storageclass.storage.k8s.io "manual" not found"
                        """);
    }

    @Test
    void theVolumeOfAClaimThatIsBackIsNotGivenToAnother() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("first", "manual", "1Gi"))
                .delete(claimRef("first"))
                .orThrow()
                .settle();
        cluster = cluster.create(claim("first", "manual", "1Gi")).orThrow();
        cluster = cluster.create(claim("second", "manual", "1Gi")).orThrow().settle();

        assertThat(edits(explain(cluster, "second"))).isEmpty();
        assertThat(explain(cluster, "first").text()).contains("pv   is Released by an earlier default/first");
        assertThat(edits(explain(cluster, "first"))).hasSize(1);
    }

    @Test
    void aVolumeThatAnotherClaimMayWantKeepsItsClass() {
        Cluster cluster = settled(
                lazy("lazy"),
                volume("pv", "lazy", "1Gi"),
                claim("wants", "lazy", "1Gi"),
                claim("data", "manual", "1Gi"));
        assertThat(edits(explain(cluster, "data"))).isEmpty();
    }

    @Test
    void aVolumeIsProposedWhoseLabelsMeetTheWholeSelector() {
        LabelSelectorRequirement oneOf = LabelSelectorRequirement.builder()
                .key("a")
                .operator("In")
                .addValues("x", "y")
                .build();
        LabelSelector selector = LabelSelector.builder()
                .addMatchExpressions(oneOf, oneOf.withOperator("NotIn").withValues("x"))
                .build();
        PersistentVolumeClaim plain = claim("data", "manual", "1Gi");
        Cluster cluster = settled(plain.withSpec(plain.spec().withSelector(selector)));
        assertThat(explain(cluster, "data").text()).contains("labels that match a in (x,y),a notin (x)\n");
    }

    @Test
    void dataAreNotHandedToAnotherNamespace() {
        PersistentVolumeClaim theirs = claim("first", "manual", "1Gi");
        Cluster cluster = settled(
                        volume("pv", "manual", "1Gi"),
                        theirs.withMetadata(theirs.metadata().withNamespace("tenant")))
                .delete(PersistentVolumeClaim.ref("tenant", "first"))
                .orThrow()
                .settle();
        cluster = cluster.create(claim("second", "manual", "1Gi")).orThrow().settle();
        assertThat(explain(cluster, "second").text()).contains("Released by tenant/first");
        assertThat(edits(explain(cluster, "second"))).isEmpty();
    }

    @Test
    void aVolumeThatASetWillWantKeepsItsClass() {
        Cluster cluster = settled(
                volume("first", "fast", "1Gi"), volume("second", "fast", "1Gi"), Given.set("web", 1, "1Gi", "fast"));
        cluster = cluster.create(claim("data", "manual", "1Gi")).orThrow().settle();
        assertThat(edits(explain(cluster, "data"))).isEmpty();
    }

    @Test
    void whatIsToBeDeletedOrRecycledIsGivenToNobody() {
        for (ReclaimPolicy policy : List.of(ReclaimPolicy.DELETE, ReclaimPolicy.RECYCLE)) {
            Cluster cluster = settled(
                            Given.reclaimed(volume("pv", "manual", "1Gi"), policy), claim("first", "manual", "1Gi"))
                    .delete(claimRef("first"))
                    .orThrow()
                    .settle();
            cluster = cluster.create(claim("second", "manual", "1Gi")).orThrow().settle();
            assertThat(explain(cluster, "second").text())
                    .contains("Released by default/first (its reclaim policy is " + policy + ")");
            assertThat(edits(explain(cluster, "second"))).isEmpty();
        }
    }

    @Test
    void aClaimThatOthersAreAheadOfNeedsAVolumeOfItsOwn() {
        Cluster cluster = settled(claim("a", "manual", "1Gi"), claim("b", "manual", "1Gi"));
        assertThat(explain(cluster, "a").text())
                .contains("ReadWriteOnce, with a claimRef to default/a (others wait for one too)\n");
        assertThat(explain(cluster, "b").text())
                .contains("ReadWriteOnce, with a claimRef to default/b (others wait for one too)\n");
    }

    @Test
    void aPodIsProposedOnlyWhereItHelps() {
        Cluster hopeless = settled(lazy("lazy"), claim("data", "lazy", "1Gi"));
        assertThat(explain(hopeless, "data").fixes()).isEmpty();

        Cluster hopeful = settled(
                lazy("lazy"), Given.node("one", "8"), volume("pv", "lazy", "1Gi"), claim("data", "lazy", "1Gi"));
        assertThat(explain(hopeful, "data").text()).contains("\n  create a pod that uses claim default/data\n");
    }
}
