package io.mooring.binding.explain.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeError;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodStatus;
import io.mooring.workload.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of that among which claims and pods live. */
class SurroundingsTest {
    private static String text(Cluster cluster, Ref<?> ref) {
        return Explainer.explain(cluster, ref).text();
    }

    private static String text(Settled settled, Ref<?> ref) {
        return Explainer.explain(settled.cluster(), ref).text();
    }

    @Test
    void aClassSaysWhoMakesItsVolumesAndWhoWaits() {
        Settled lazy =
                Settled.with(Given.lazy("fast"), Given.claim("a", "1Gi", "fast"), Given.claim("b", "1Gi", "fast"));

        assertThat(text(lazy, StorageClass.ref("fast"))).isEqualTo("""
                fast is there.
                  has volumes that csi.example.com makes
                  binds a claim when the first pod that uses it is scheduled (WaitForFirstConsumer)
                  is named by 2 claims, of which 2 wait for a volume: default/a, default/b
                  is not the default class
                """);
    }

    @Test
    void aClassWhoseProvisionerIsGoneIsBlockedOnceSomebodyWaits() {
        StorageClass gone = Given.storageClass("old").withProvisioner("kubernetes.io/glusterfs");

        assertThat(ClassExplainer.explain(Settled.with(gone).cluster(), gone).outlook())
                .isEqualTo(Outlook.FINE);
        Settled waited = Settled.with(gone, Given.claim("a", "1Gi", "old"));
        Explanation explanation = Explainer.explain(waited.cluster(), gone.ref());
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text())
                .contains("has the provisioner kubernetes.io/glusterfs, which does nothing since v1.26");
    }

    @Test
    void aCordonedNodeSaysWhomItRefuses() {
        Node node = Given.node("n", "8");
        Settled cordoned = Settled.with(node.withSpec(node.spec().withUnschedulable(true)), Given.pod("p"));

        assertThat(text(cordoned, Node.ref("n"))).isEqualTo("""
                n is there, and takes no new pods.
                  is cordoned: no new pods go there
                  has 0 pods, of 100000 that it takes
                  does not do for 1 waiting pod (default/p): cordoned
                """);
    }

    @Test
    void aSilentNodeIsBlocked() {
        Node node = Given.node("n", "8");
        Node silent = node.withStatus(node.status()
                .withConditions(List.of(
                        NodeCondition.builder().type("Ready").status("Unknown").build())));

        assertThat(Explainer.explain(Settled.with(silent).cluster(), node.ref()).outlook())
                .isEqualTo(Outlook.BLOCKED);
    }

    @Test
    void aNodeThatIsNotReadySaysWhyAndWhomItsTaintsKeepOff() {
        Node node = Given.node("n", "8");
        JsonObject taint = JsonObject.builder()
                .put("key", "node.kubernetes.io/not-ready")
                .put("effect", "NoExecute")
                .build();
        Node failing = node.withSpec(node.spec().withRest(JsonObject.of("taints", JsonArray.of(taint))))
                .withStatus(node.status()
                        .withConditions(List.of(NodeCondition.builder()
                                .type("Ready")
                                .status("False")
                                .reason("KubeletNotReady")
                                .message("cni plugin not initialized")
                                .build())));

        Explanation explanation =
                Explainer.explain(Settled.with(failing, Given.pod("p")).cluster(), node.ref());
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text()).isEqualTo("""
                n is not ready: its kubelet answers, and starts no pods.
                  says that it is not ready: its condition Ready is False (KubeletNotReady: cni plugin not initialized)
                  has the taint node.kubernetes.io/not-ready:NoExecute: only pods that tolerate it go there or stay
                  has 0 pods, of 100000 that it takes
                  does not do for 1 waiting pod (default/p): tainted with node.kubernetes.io/not-ready:NoExecute
                """);
    }

    @Test
    void aClassSaysThatItsProvisionerDoesNotRunHereAndIsToldOnceWithItsClaims() {
        StorageClass foreign = Given.storageClass("foreign").withProvisioner("else.example.com");
        Cluster waited =
                Settled.with(foreign, Given.claim("a", "1Gi", "foreign")).cluster();

        Explanation explanation = Explainer.explain(waited, foreign.ref());
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text())
                .startsWith("foreign makes no volumes: its provisioner does not run here.\n")
                .contains("has volumes that else.example.com is to make, which does not run here");
        assertThat(Explainer.notFine(waited).stream().map(Explanation::about))
                .containsExactly(PersistentVolumeClaim.ref("default", "a"));

        Cluster opened = Cluster.open(waited.controllers(), waited.dump());
        Explanation dumped = Explainer.explain(opened, foreign.ref());
        assertThat(dumped.outlook()).isEqualTo(Outlook.NOT_KNOWN);
        assertThat(dumped.text()).contains("whether else.example.com runs is not known");
    }

    @Test
    void aClaimThatWaitsForAPodSaysThatNobodyWillMakeItsVolume() {
        Cluster cluster = Settled.with(
                        Given.lazy("old").withProvisioner("kubernetes.io/glusterfs"), Given.claim("a", "1Gi", "old"))
                .cluster();

        assertThat(Explainer.explain(cluster, PersistentVolumeClaim.ref("default", "a"))
                        .text())
                .contains(
                        "StorageClass old has the provisioner kubernetes.io/glusterfs, which does nothing since v1.26");
    }

    @Test
    void aNamespaceCountsItsClaims() {
        Namespace namespace = Namespace.builder()
                .metadata(ObjectMeta.builder().name("default").build())
                .build();

        assertThat(NamespaceExplainer.explain(
                                Settled.with(Given.claim("a", "1Gi", "manual")).cluster(), namespace)
                        .text())
                .isEqualTo("default is there.\n  has 1 claim, of which 1 is not Bound\n");
    }

    @Test
    void aQuotaSaysWhatIsUsed() {
        ResourceQuota quota = ResourceQuota.builder()
                .metadata(ObjectMeta.builder().name("few").namespace("default").build())
                .spec(ResourceQuotaSpec.builder()
                        .putHard("persistentvolumeclaims", Quantity.parse("1"))
                        .putHard("requests.storage", Quantity.parse("5Gi"))
                        .build())
                .build();

        assertThat(text(Settled.with(quota, Given.claim("a", "1Gi", "manual")), quota.ref()))
                .isEqualTo("""
                default/few is used up in part: nothing more of that is created.
                  persistentvolumeclaims: 1 of 1 used, and nothing is left
                  requests.storage: 1Gi of 5Gi used
                """);
    }

    @Test
    void anAttachmentSaysWhereTheVolumeIs() {
        Settled attached = new Settled(Given.cluster())
                .and(
                        Given.managed(Given.node("n", "8")),
                        Given.storageClass("fast"),
                        Given.claim("c", "1Gi", "fast"),
                        Given.pod("p", "c"));
        VolumeAttachment attachment =
                attached.cluster().list(VolumeAttachment.KIND).findFirst().orElseThrow();

        Explanation explanation = Explainer.explain(attached.cluster(), attachment.ref());
        assertThat(explanation.outlook()).isEqualTo(Outlook.FINE);
        assertThat(explanation.text()).contains("to node n is attached.\n  is attached by csi.example.com\n");
    }

    @Test
    void aQuotaAndALimitSayWhomTheyRefuse() {
        ResourceQuota quota = ResourceQuota.builder()
                .metadata(ObjectMeta.builder().name("few").namespace("default").build())
                .spec(ResourceQuotaSpec.builder()
                        .putHard("persistentvolumeclaims", Quantity.parse("0"))
                        .build())
                .build();
        Cluster refused = Settled.with(quota, Given.storageClass("fast"), Given.set("web", 2, "1Gi", "fast"))
                .cluster();

        String claim = refused.list(StatefulSet.KIND)
                .map(set -> set.spec().volumeClaimTemplates().get(0).metadata().name() + "-web-0")
                .findFirst()
                .orElseThrow();
        assertThat(text(refused, quota.ref())).contains("refuses 1 claim that is wanted: default/" + claim);
        assertThat(text(refused, PersistentVolumeClaim.ref("default", claim)))
                .contains("ResourceQuota default/few refuses 1 claim that is wanted: default/" + claim);
    }

    @Test
    void anAttachmentThatCannotBeDetachedSaysWhyAndIsToldOnceWithItsPod() {
        Cluster attached = new Settled(Given.cluster())
                .and(
                        Given.managed(Given.node("n", "8")),
                        Given.storageClass("fast"),
                        Given.claim("c", "1Gi", "fast"),
                        Given.pod("p", "c"))
                .cluster();
        VolumeAttachment attachment =
                attached.list(VolumeAttachment.KIND).findFirst().orElseThrow();
        VolumeAttachment stuck = attachment.withStatus(attachment
                .status()
                .withAttached(false)
                .withAttachError(VolumeError.builder().message("no such disk").build()));
        Cluster failing = attached.updateStatus(stuck).orThrow();
        assertThat(Explainer.notFine(failing).stream().map(Explanation::about)).containsExactly(attachment.ref());

        assertThat(text(failing, attachment.ref()))
                .contains(
                        "to node n does not get on.\n", "could not be attached: no such disk", "is for Pod default/p");
        Pod running = attached.get(Pod.ref("default", "p")).orElseThrow();
        Cluster waiting = failing.updateStatus(running.withStatus(
                        PodStatus.builder().phase(PodPhase.PENDING).build()))
                .orThrow();
        assertThat(Explainer.notFine(waiting).stream().map(Explanation::about)).containsExactly(running.ref());
    }

    @Test
    void aCronJobSaysWhenItIsDueNext() {
        CronJob cronJob = CronJob.builder()
                .metadata(ObjectMeta.builder()
                        .name("nightly")
                        .namespace("default")
                        .build())
                .spec(CronJobSpec.builder()
                        .schedule("0 3 * * *")
                        .timeZone("Europe/Berlin")
                        .build())
                .build();
        Cluster cluster = Given.cluster();

        assertThat(CronJobExplainer.explain(cluster, cronJob).text())
                .contains("; is due next at " + cronJob.dueAfter(cluster.now()).orElseThrow());
    }

    @Test
    void aSuspendedCronJobMakesNoJobs() {
        CronJob cronJob = CronJob.builder()
                .metadata(ObjectMeta.builder()
                        .name("nightly")
                        .namespace("default")
                        .build())
                .spec(CronJobSpec.builder().schedule("0 3 * * *").suspend(true).build())
                .build();

        assertThat(CronJobExplainer.explain(Given.cluster(), cronJob).text()).isEqualTo("""
                default/nightly is suspended: it makes no Jobs.
                  has the schedule "0 3 * * *", and was never due yet
                  has 0 Jobs that run now
                """);
    }
}
