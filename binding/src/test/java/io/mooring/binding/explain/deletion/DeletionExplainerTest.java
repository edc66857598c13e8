package io.mooring.binding.explain.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.workload.Pod;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeletionExplainerTest {
    private static final ControlPlane NO_KUBELET = ControlPlane.DEFAULT.withKubelet(Kubelet.OFF);

    @Test
    void namesThePodsThatHoldAClaim() {
        Settled used = Settled.with(
                        Given.volume("v", "1Gi", "manual"),
                        Given.claim("c", "1Gi", "manual"),
                        Given.node("n", "8"),
                        Given.pod("p", "c"))
                .deleteClaim("c");

        Explanation explanation = explain(used, Given.claimKey("c"));

        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text()).isEqualTo("""
                default/c is being deleted, and stays until something changes.
                  Pod default/p has a node and uses it; the finalizer kubernetes.io/pvc-protection falls when the pod is gone
                """);
        assertThat(used.delete(Given.podKey("p")).has(Given.claimKey("c"))).isFalse();
    }

    @Test
    void saysWhoMakesThePodAgain() {
        Settled used = Settled.with(
                Given.volume("v", "1Gi", "manual"), Given.node("n", "8"), Given.set("web", 1, "1Gi", "manual"));
        Ref<PersistentVolumeClaim> claim = Given.claimKey("data-web-0");
        Settled deleted = used.delete(used.cluster()
                .list(PersistentVolumeClaim.KIND)
                .map(PersistentVolumeClaim::ref)
                .findFirst()
                .orElse(claim));

        Explanation explanation = explain(
                deleted,
                deleted.cluster()
                        .list(PersistentVolumeClaim.KIND)
                        .findFirst()
                        .orElseThrow()
                        .ref());

        assertThat(explanation.text())
                .contains(
                        "Pod default/web-0 belongs to StatefulSet web, which makes another as long as it is to have one: "
                                + "scale it down, or delete it\n");
    }

    @Test
    void aBoundVolumeStaysForItsClaim() {
        Settled bound = Settled.with(Given.volume("v", "1Gi", "manual"), Given.claim("c", "1Gi", "manual"))
                .delete(Given.volumeKey("v"));

        assertThat(explain(bound, Given.volumeKey("v")).text()).isEqualTo("""
                v is being deleted, and stays until something changes.
                  is Bound to default/c; the finalizer kubernetes.io/pv-protection falls when that claim is gone
                """);
        assertThat(bound.deleteClaim("c").has(Given.volumeKey("v"))).isFalse();
    }

    /** The fact that holds it says so already. */
    @Test
    void thatABoundVolumeIsBoundIsSaidOnce() {
        Settled bound = Settled.with(Given.volume("v", "1Gi", "manual"), Given.claim("c", "1Gi", "manual"))
                .delete(Given.volumeKey("v"));

        assertThat(Explainer.explain(bound.cluster(), Given.volumeKey("v")).context())
                .isEmpty();
    }

    @Test
    void aStrangersFinalizerIsTheStrangers() {
        Settled held = Settled.with(Given.volume("v", "1Gi", "manual"))
                .changeVolume(
                        "v", volume -> volume.withMetadata(volume.metadata().withFinalizer("example.com/keep")))
                .delete(Given.volumeKey("v"));

        Explanation explanation = explain(held, Given.volumeKey("v"));

        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.text())
                        .contains("example.com/keep")
                        .contains("Mooring does not know that controller"));
    }

    @Test
    void aPodWaitsForItsNode() {
        Settled deleted =
                Settled.in(NO_KUBELET, Given.node("n", "8"), Given.pod("p")).delete(Given.podKey("p"));

        Explanation explanation = explain(deleted, Given.podKey("p"));

        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explanation.text())
                .contains("goes when the kubelet of node n has stopped it, by ")
                .startsWith("default/p is being deleted, and goes by itself.\n");

        Cluster later = deleted.cluster().advance(java.time.Duration.ofMinutes(5));
        assertThat(DeletionExplainer.explain(later, pod(later)).orElseThrow().outlook())
                .isEqualTo(Outlook.BLOCKED);
    }

    private static Pod pod(Cluster cluster) {
        return cluster.get(Given.podKey("p")).orElseThrow();
    }

    @Test
    void anOwnerInTheForegroundWaitsForWhatItOwns() {
        Settled running = Settled.in(
                NO_KUBELET,
                Given.volume("v", "1Gi", "manual"),
                Given.node("n", "8"),
                Given.set("web", 1, "1Gi", "manual"));
        Settled deleted = new Settled(running.cluster()
                .delete(Given.setKey("web"), Deletion.DEFAULT.with(Deletion.Propagation.FOREGROUND))
                .orThrow()
                .settle());

        assertThat(explain(deleted, Given.setKey("web")).text()).isEqualTo("""
                default/web is being deleted, and goes by itself.
                  waits until what belongs to it is gone: Pod default/web-0
                """);
    }

    @Test
    void whoWaitsForWhatStaysStaysToo() {
        Settled running = Settled.with(
                Given.volume("v", "1Gi", "manual"), Given.node("n", "8"), Given.set("web", 1, "1Gi", "manual"));
        Ref<Pod> web = Given.podKey("web-0");
        Pod pod = running.cluster().get(web).orElseThrow();
        Cluster kept = running.cluster()
                .update(pod.withMetadata(pod.metadata().withFinalizer("example.com/keep")))
                .orThrow()
                .settle();
        Settled deleted =
                new Settled(kept.delete(Given.setKey("web"), Deletion.DEFAULT.with(Deletion.Propagation.FOREGROUND))
                        .orThrow()
                        .settle());

        assertThat(explain(deleted, Given.setKey("web")).text()).isEqualTo("""
                default/web is being deleted, and stays until something changes.
                  waits until what belongs to it is gone: Pod default/web-0
                  Pod default/web-0 is being deleted too, and stays until something changes
                """);
        assertThat(explain(deleted, web).facts())
                .as("the kubelet has stopped it, and holds it no more")
                .singleElement()
                .satisfies(fact -> assertThat(fact.text()).contains("example.com/keep"));
    }

    /** Who deletes the storage of a volume waits until it is Released, which it never will be. */
    @Test
    void theStorageOfAVolumeThatWasNotReleasedIsNotDeleted() {
        PersistentVolume made = Given.reclaimed(Given.volume("v", "1Gi", "fast"), ReclaimPolicy.DELETE);
        Settled deleted = Settled.with(made.withMetadata(made.metadata()
                        .withAnnotations(Map.of("pv.kubernetes.io/provisioned-by", "csi.example.com"))
                        .withFinalizer("external-provisioner.volume.kubernetes.io/finalizer")))
                .delete(Given.volumeKey("v"));

        assertThat(explain(deleted, Given.volumeKey("v")).text()).isEqualTo("""
                v is being deleted, and stays until something changes.
                  is Available, and csi.example.com deletes the storage of Released volumes only: delete the storage by hand if nobody needs it, then take off the finalizer external-provisioner.volume.kubernetes.io/finalizer
                """);
    }

    @Test
    void whatIsNotBeingDeletedIsNotHeld() {
        Settled there = Settled.with(Given.reclaimed(Given.volume("v", "1Gi", "manual"), ReclaimPolicy.RETAIN));
        assertThat(DeletionExplainer.explain(there.cluster(), there.volume("v")))
                .isEmpty();
    }

    private static Explanation explain(Settled settled, Ref<?> ref) {
        return DeletionExplainer.explain(
                        settled.cluster(), settled.cluster().get(ref).orElseThrow())
                .orElseThrow();
    }
}
