package io.mooring.binding.explain;

import static io.mooring.binding.explain.ExplainedClaims.claim;
import static io.mooring.binding.explain.ExplainedClaims.claimRef;
import static io.mooring.binding.explain.ExplainedClaims.edits;
import static io.mooring.binding.explain.ExplainedClaims.explain;
import static io.mooring.binding.explain.ExplainedClaims.lazy;
import static io.mooring.binding.explain.ExplainedClaims.named;
import static io.mooring.binding.explain.ExplainedClaims.podUsing;
import static io.mooring.binding.explain.ExplainedClaims.settled;
import static io.mooring.binding.explain.ExplainedClaims.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.ClaimBindingFinding.BoundTo;
import io.mooring.binding.finding.ClaimBindingFinding.ClassMissing;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ClaimBindingFinding.Misbound;
import io.mooring.binding.finding.ClaimBindingFinding.NoConsumer;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    @Test
    void saysOfEveryVolumeWhyItDoesNotDo() {
        Cluster cluster = settled(
                volume("small", "manual", "500Mi"), volume("other", "fast", "2Gi"), claim("data", "manual", "1Gi"));
        assertThat(finding(cluster, "data")).isEqualTo(new ClassMissing(claimRef("data"), StorageClass.ref("manual")));
        assertThat(explain(cluster, "data").text()).isEqualTo("""
                        default/data waits until something changes: no volume fits, and nobody makes one.
                          1. asks for class "manual", which 1 of 2 volumes meets
                          2. asks for 1Gi, which 1 of 2 volumes meets
                          3. StorageClass manual does not exist, so that no volume is made
                          No volume meets 1 and 2 at once.
                          other   is of class "fast", not "manual"
                          small   holds 500Mi, 524Mi short of the 1Gi requested
                        Any one of these helps (each was tried; nobody else loses anything):
                          give volume other the class "manual" (claims of class "fast" can no longer have it)
                          add a volume of class "manual" with at least 1Gi and ReadWriteOnce
                          make claim default/data anew with class "fast"
                        Kubernetes says: ProvisioningFailed "storageclass.storage.k8s.io "manual" not found"
                        """);
    }

    @Test
    void saysThatANamedVolumeIsMissingOrDoesNotDo() {
        PersistentVolumeClaim missing = named(claim("missing", "manual", "1Gi"), "nowhere");
        PersistentVolumeClaim small = named(claim("large", "manual", "1Gi"), "small");
        Cluster cluster = settled(volume("small", "manual", "500Mi"), missing, small);
        assertThat(explain(cluster, "missing").text()).startsWith("""
                        default/missing waits until something changes: it names volume nowhere, and no other will do.
                          PersistentVolume nowhere does not exist
                        """);
        assertThat(explain(cluster, "large").text()).isEqualTo("""
                        default/large waits until something changes: it names volume small, and no other will do.
                          PersistentVolume small holds 500Mi, 524Mi short of the 1Gi requested
                        This helps (it was tried; nobody else loses anything):
                          make claim default/large anew, then add a volume of class "manual" with at least 1Gi and ReadWriteOnce
                        Kubernetes says: VolumeMismatch "Cannot bind to requested volume "small": requested PV is too small"
                        """);
    }

    @Test
    void tellsAClaimWithoutAPodFromOneWhosePodFindsNoNode() {
        Cluster cluster = settled(lazy("lazy"), claim("data", "lazy", "1Gi"));
        assertThat(finding(cluster, "data")).isEqualTo(new NoConsumer(claimRef("data"), StorageClass.ref("lazy")));

        Cluster used = cluster.create(podUsing("data")).orThrow().settle();
        assertThat(finding(used, "data"))
                .isEqualTo(new ConsumersNotScheduled(
                        claimRef("data"), StorageClass.ref("lazy"), List.of(Pod.ref("default", "app"))));
        assertThat(explain(used, "data").text()).isEqualTo("""
                        default/data waits until something changes: it gets a volume when a pod that uses it is scheduled, and there is no node.
                          Pod default/app is not scheduled: no nodes available to schedule pods
                        Kubernetes says: WaitForPodScheduled "waiting for pod app to be scheduled"
                        """);
    }

    @Test
    void tellsWhoIsToMakeTheVolume() {
        StorageClass fast = StorageClass.builder()
                .metadata(named("fast"))
                .provisioner("csi.example.com")
                .build();
        Cluster cluster = settled(fast, claim("data", "fast", "1Gi"));
        assertThat(finding(cluster, "data"))
                .isEqualTo(new AwaitsProvisioner(claimRef("data"), StorageClass.ref("fast"), "csi.example.com"));
        assertThat(explain(cluster, "data").text())
                .startsWith(
                        "default/data waits until something changes: csi.example.com has to make a volume, and nobody of that name runs here.");
    }

    @Test
    void quotesNothingThatNoLongerHolds() {
        Cluster missing = settled(claim("data", "fast", "1Gi"));
        assertThat(explain(missing, "data").quotes()).extracting(Quote::reason).containsExactly("ProvisioningFailed");

        StorageClass fast = StorageClass.builder()
                .metadata(named("fast"))
                .provisioner("nobody.example.com")
                .build();
        Cluster waiting = missing.create(fast).orThrow().settle();
        assertThat(explain(waiting, "data").quotes()).extracting(Quote::reason).containsExactly("ExternalProvisioning");
    }

    @Test
    void quotesNothingThatWasNotTold() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        Ref<?> volume = PersistentVolume.ref("pv");
        JsonObject noFinalizers = JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.EMPTY));
        Cluster lost = cluster.delete(volume)
                .orThrow()
                .patch(volume, noFinalizers)
                .orThrow()
                .settle();
        Cluster misbound = lost.create(Given.reservedFor("other", volume("pv", "manual", "1Gi")))
                .orThrow()
                .settle();

        assertThat(finding(misbound, "data")).isInstanceOf(Misbound.class);
        assertThat(explain(misbound, "data").quotes()).isEmpty();
    }

    @Test
    void saysOfAPodWhyTheSchedulerDoesNotLookAtIt() {
        Pod pod = podUsing("data");
        PodSpec elsewhere = pod.spec().withSchedulerName("volcano");
        Cluster other =
                settled(lazy("lazy"), Given.node("one", "8"), claim("data", "lazy", "1Gi"), pod.withSpec(elsewhere));
        assertThat(explain(other, "data").text())
                .contains("  Pod default/app is left to scheduler \"volcano\", which is not modelled here\n");

        JsonObject gate = JsonObject.of("name", new JsonString("example.com/quota"));
        PodSpec gated = pod.spec().withRest(pod.spec().rest().with("schedulingGates", JsonArray.of(gate)));
        Cluster held = settled(lazy("lazy"), Given.node("one", "8"), claim("data", "lazy", "1Gi"), pod.withSpec(gated));
        assertThat(explain(held, "data").text())
                .contains("  Pod default/app is looked at by no scheduler until its scheduling gate is taken off: "
                        + "example.com/quota\n");
    }

    @Test
    void aSelectorThatContradictsItselfIsSaidToBeSo() {
        LabelSelectorRequirement there =
                LabelSelectorRequirement.builder().key("a").operator("Exists").build();
        LabelSelector both = LabelSelector.builder()
                .addMatchExpressions(there, there.withOperator("DoesNotExist"))
                .build();
        PersistentVolumeClaim plain = claim("data", "manual", "1Gi");
        Cluster cluster = settled(plain.withSpec(plain.spec().withSelector(both)));
        assertThat(explain(cluster, "data").text()).isEqualTo("""
                        default/data is impossible as asked: no volume can fit.
                          asks for a,!a at once, which no labels are
                        This helps (it was tried; nobody else loses anything):
                          make claim default/data anew without its selector, then add a volume of class "manual" with at least 1Gi and ReadWriteOnce
                        Kubernetes says: ProvisioningFailed "storageclass.storage.k8s.io "manual" not found"
                        """);
    }

    @Test
    void aPodThatWasPutOnANodeByHandIsNoFirstConsumer() {
        Pod pod = podUsing("data");
        Cluster cluster = settled(
                lazy("lazy"),
                Given.node("one", "8"),
                volume("pv", "lazy", "1Gi"),
                claim("data", "lazy", "1Gi"),
                pod.withSpec(pod.spec().withNodeName("one")));
        assertThat(explain(cluster, "data").text()).isEqualTo("""
                        default/data waits until something changes: the scheduler has to select a node for it, and every pod that uses it bypassed the scheduler.
                          Pod default/app has node one already
                        This helps (it was tried; nobody else loses anything):
                          let the scheduler place pod default/app, with a nodeSelector or an affinity in place of its nodeName (pod default/app is deleted and made anew)
                        Kubernetes says: WaitForFirstConsumer "waiting for first consumer to be created before binding"
                        """);
    }

    @Test
    void tellsThatAVolumeIsLost() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        Ref<?> volume = PersistentVolume.ref("pv");
        JsonObject noFinalizers = JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.EMPTY));
        Cluster without = cluster.delete(volume)
                .orThrow()
                .patch(volume, noFinalizers)
                .orThrow()
                .settle();
        assertThat(explain(without, "data").text()).isEqualTo("""
                        default/data is lost: its volume pv is gone.
                          PersistentVolume pv does not exist any more
                        This helps (it was tried; nobody else loses anything):
                          add a volume named pv of class "manual" with at least 1Gi and ReadWriteOnce (its data are there only if its source is the storage of the volume that is gone)
                        Kubernetes says: ClaimLost "Bound claim has lost its PersistentVolume. Data on the volume is lost!"
                        """);
    }

    @Test
    void aVolumeThatIsKeptForAClaimToComeIsReservedAndNotTaken() {
        Cluster cluster =
                settled(Given.reservedFor("later", volume("pv", "manual", "1Gi")), claim("data", "manual", "1Gi"));
        Explanation explanation = explain(cluster, "data");
        assertThat(explanation.text())
                .contains("  pv   is reserved for default/later, which does not exist yet\n")
                .doesNotContain("taken", "claimRef");
        assertThat(edits(explanation)).isEmpty();
    }

    @Test
    void aLostClaimWhoseVolumeIsThereIsToldWhoHasIt() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        PersistentVolume volume = cluster.volume("pv").orElseThrow();
        Cluster nameOnly =
                cluster.update(Given.reservedFor("data", volume)).orThrow().settle();
        assertThat(explain(nameOnly, "data").text()).isEqualTo("""
                        default/data is lost: its volume pv is there, and is not its own any more.
                          PersistentVolume pv is kept for it by its name alone, without its uid
                        Any one of these helps (each was tried; nobody else loses anything):
                          put the uid of claim default/data into the claimRef of volume pv
                          make claim default/data anew
                        Kubernetes says: ClaimMisbound "Two claims are bound to the same volume, this one is bound incorrectly"
                        """);

        Cluster another =
                cluster.update(Given.reservedFor("other", volume)).orThrow().settle();
        assertThat(explain(another, "data").text())
                .contains("PersistentVolume pv is reserved for default/other, which does not exist yet\n");
    }

    /** Before the binder has looked, the claim is still told to be lost. */
    @Test
    void aLostClaimWhoseVolumeWasGivenFreeIsBoundAgain() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        PersistentVolume volume = cluster.volume("pv").orElseThrow();
        Cluster lost =
                cluster.update(Given.reservedFor("other", volume)).orThrow().settle();
        JsonObject noClaimRef = JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL));
        Cluster free = lost.patch(PersistentVolume.ref("pv"), noClaimRef).orThrow();

        assertThat(explain(free, "data").outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explain(free, "data").headline()).isEqualTo("is about to be bound to pv.");
        assertThat(explain(free.settle(), "data").headline()).isEqualTo("is bound to pv.");
    }

    @Test
    void aLostClaimWithoutAVolumeNameIsToldThat() {
        Cluster cluster = settled(claim("data", "manual", "1Gi"));
        PersistentVolumeClaim claim = cluster.get(claimRef("data")).orElseThrow();
        Cluster lost = cluster.update(claim.withMetadata(
                        claim.metadata().withAnnotations(Map.of("pv.kubernetes.io/bind-completed", "yes"))))
                .orThrow()
                .settle();
        assertThat(explain(lost, "data").text())
                .startsWith("default/data is lost: it was bound, and names no volume any more.\n");
    }

    @Test
    void looksAtVolumesWithTheEyesOfTheNodes() {
        Cluster cluster = settled(
                lazy("lazy"),
                Given.node("here", "8"),
                Given.onNode(volume("far", "lazy", "1Gi"), "elsewhere"),
                volume("small", "lazy", "1Mi"),
                claim("data", "lazy", "1Gi"),
                podUsing("data"));
        assertThat(explain(cluster, "data").text()).isEqualTo("""
                        default/data waits until something changes: it gets a volume when a pod that uses it is scheduled, and none is.
                          1. Pod default/app is not scheduled: 0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.
                          2. asks for 1Gi, which 1 of 2 volumes meets
                          3. needs a volume that a node reaches, which 1 of 2 volumes meets
                          No volume meets 2 and 3 at once.
                          far     cannot be reached from the node: it wants kubernetes.io/hostname in (elsewhere)
                          small   holds 1Mi, 1023Mi short of the 1Gi requested
                        This helps (it was tried; nobody else loses anything):
                          add a volume of class "lazy" with at least 1Gi and ReadWriteOnce, on node here
                        Kubernetes says: WaitForPodScheduled "waiting for pod app to be scheduled"
                        """);
    }

    @Test
    void namesTheNodesThatReachAVolume() {
        Cluster cluster = settled(
                lazy("lazy"),
                Given.node("one", "0"),
                Given.node("two", "0"),
                Given.onNode(volume("local", "lazy", "1Gi"), "two"),
                volume("shared", "lazy", "1Gi"),
                claim("data", "lazy", "1Gi"),
                Given.asking(podUsing("data"), "1"));
        assertThat(explain(cluster, "data").text()).contains("  local    fits, on two\n", "  shared   fits\n");
    }

    @Test
    void withoutANodeAVolumeIsNotSaidToFit() {
        Cluster cluster =
                settled(lazy("lazy"), volume("pv", "lazy", "1Gi"), claim("data", "lazy", "1Gi"), podUsing("data"));
        assertThat(explain(cluster, "data").text()).contains("  pv   fits, once there is a node that reaches it\n");
    }

    @Test
    void tellsWhatHoldsAClaimThatIsBeingDeleted() {
        Cluster cluster = settled(
                        Given.node("one", "8"),
                        volume("pv", "manual", "1Gi"),
                        claim("data", "manual", "1Gi"),
                        podUsing("data"))
                .delete(claimRef("data"))
                .orThrow()
                .settle();
        assertThat(explain(cluster, "data").text()).isEqualTo("""
                        default/data is being deleted, and stays until something changes.
                          Pod default/app has a node and uses it; the finalizer kubernetes.io/pvc-protection falls when the pod is gone
                          is bound to pv
                        This helps (it was tried; nobody else loses anything):
                          delete pod default/app (pod default/app stops, and nobody makes another)
                        """);
    }

    @Test
    void listsTheNearestVolumesAndCountsTheRest() {
        Cluster cluster = settled(claim("data", "manual", "1Gi"));
        for (int i = 0; i < 25; i++) {
            cluster = cluster.create(volume("pv-" + i, "fast", "1Mi")).orThrow();
        }
        assertThat(explain(cluster.settle(), "data").text().lines())
                .hasSize(1 + 2 + 8 + 1 + 2 + 1)
                .contains("  and 17 more: too small; of another class");
    }

    @Test
    void explainsABoundClaimToo() {
        Cluster cluster = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        assertThat(finding(cluster, "data")).isEqualTo(new BoundTo(claimRef("data"), PersistentVolume.ref("pv")));
        assertThat(Explainer.groups(cluster, PersistentVolumeClaim.KIND)).isEmpty();
    }

    @Test
    void refusesToExplainAClaimThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explain(settled(), "data"))
                .withMessage("no PersistentVolumeClaim default/data");
    }

    private static ClaimBindingFinding finding(Cluster cluster, String claim) {
        return ClaimFindings.of(cluster, cluster.get(claimRef(claim)).orElseThrow());
    }
}
