package io.mooring.binding.explain.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.CronJob;
import io.mooring.workload.CronJobSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of that among which claims and pods live. */
class SurroundingsTest {
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
                  has 0 pods
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
    void aSuspendedCronJobMakesNoJobs() {
        CronJob cronJob = CronJob.builder()
                .metadata(ObjectMeta.builder()
                        .name("nightly")
                        .namespace("default")
                        .build())
                .spec(CronJobSpec.builder().schedule("0 3 * * *").suspend(true).build())
                .build();

        assertThat(CronJobExplainer.explain(cronJob).text()).isEqualTo("""
                default/nightly is suspended: it makes no Jobs.
                  has the schedule "0 3 * * *", and was never due yet
                  has 0 Jobs that run now
                """);
    }
}
