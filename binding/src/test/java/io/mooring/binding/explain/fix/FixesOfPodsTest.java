package io.mooring.binding.explain.fix;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What helps pods, what makes them, and volumes that nobody can have. */
class FixesOfPodsTest {
    @Test
    void aPodOfAnEarlierRevisionThatNeverRanIsDeleted() {
        Cluster stuck = with(node("one", "8"), volume("pv", "1Gi", "manual"), set("web", 1, "1Gi", "manual"))
                .patch(setKey("web"), template(JsonObject.of("disk", new JsonString("ssd"))))
                .orThrow()
                .settle();
        assertThat(stuck.pod("default", "web-0").orElseThrow().isPlaced()).isFalse();
        assertThat(purposes(stuck, setKey("web"))).containsExactly("label node one disk=ssd");

        Cluster trapped =
                stuck.patch(setKey("web"), template(JsonNull.NULL)).orThrow().settle();

        String deletion = "delete pod default/web-0, which its StatefulSet makes anew";
        assertThat(purposes(trapped, setKey("web"))).containsExactly("label node one disk=ssd", deletion);
        assertThat(purposes(trapped, podKey("web-0"))).contains(deletion);
    }

    /** Placed is not enough where nobody starts it. */
    @Test
    void aPodOnANodeThatDoesNotAnswerIsNotFine() {
        Cluster waiting = with(silent(node("one", "8")), Given.on("one", pod("p")));

        FixResult result = Fixes.of(waiting, podKey("p"));

        assertThat(result).isInstanceOf(FixResult.Exhausted.class);
        assertThat(((FixResult.Exhausted) result).holds())
                .extracting(fact -> fact.code().code())
                .containsExactly("node.silent");
        assertThat(Fixes.of(with(node("one", "8"), Given.on("one", pod("p"))), podKey("p")))
                .isInstanceOf(FixResult.NotNeeded.class);
    }

    private static Node silent(Node node) {
        return node.withStatus(node.status()
                .withConditions(
                        NodeCondition.builder().type("Ready").status("Unknown").build()));
    }

    private static JsonObject template(JsonValue nodeSelector) {
        return JsonObject.of(
                "spec", JsonObject.of("template", JsonObject.of("spec", JsonObject.of("nodeSelector", nodeSelector))));
    }

    @Test
    void aDeploymentThatWaitsForItsOwnOldPodIsRecreated() {
        PersistentVolume volume = volume("pv", "1Gi", "manual");
        PersistentVolumeClaim claim = claim("data", "1Gi", "manual");
        Cluster running = with(
                node("one", "8"),
                volume.withSpec(volume.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                Workloads.deployment("app", 1, "data"));
        Ref<Deployment> app = Deployment.ref("default", "app");
        assertThat(purposes(running, app)).isEmpty();

        Cluster stuck = running.patch(app, Workloads.version("2")).orThrow().settle();

        List<Fix> fixes = Fixes.of(stuck, app).fixes();
        assertThat(fixes).extracting(Fix::purpose).containsExactly("give Deployment default/app the strategy Recreate");
        assertThat(fixes.get(0).warnings()).containsExactly("it has no pod between the old one and the new one");
    }

    @Test
    void aVolumeWhoseStorageCannotBeDeletedIsKept() {
        PersistentVolume plain = reclaimed(volume("pv", "1Gi", "manual"), ReclaimPolicy.DELETE);
        Cluster failed = with(
                        plain.withSpec(plain.spec().withSources(VolumeSource.nfs("nfs.example.com", "/"))),
                        claim("data", "1Gi", "manual"))
                .delete(claimKey("data"))
                .orThrow()
                .settle();

        List<Fix> fixes = Fixes.of(failed, volumeKey("pv")).fixes();

        assertThat(fixes)
                .extracting(Fix::purpose)
                .containsExactly("set the reclaim policy of volume pv, which is Delete, to Retain"
                        + " and clear the claimRef of Failed volume pv");
        assertThat(purposes(and(failed, claim("data", "1Gi", "manual")), volumeKey("pv")))
                .containsExactly("set the reclaim policy of volume pv, which is Delete, to Retain"
                        + " and set the claimRef of Failed volume pv to claim default/data");
    }

    @Test
    void aVolumeThatSeveralWaitForIsKeptForOneOfThem() {
        Cluster cluster = with(volume("pv", "1Gi", "manual"), claim("gone", "1Gi", "manual"))
                .delete(claimKey("gone"))
                .orThrow()
                .settle();
        Cluster waiting = and(cluster, claim("a", "1Gi", "manual"), claim("b", "1Gi", "manual"));
        assertThat(purposes(waiting, volumeKey("pv")))
                .containsExactly(
                        "clear the claimRef of Released volume pv",
                        "set the claimRef of Released volume pv to claim default/a",
                        "set the claimRef of Released volume pv to claim default/b");
        assertThat(purposes(waiting, claimKey("b")))
                .contains("set the claimRef of Released volume pv to claim default/b");
    }

    /** A provisioner runs in the cluster that was dumped, and not here. */
    @Test
    void whatOnlyAProvisionerElsewhereCanMakeIsLeftToIt() {
        StorageClass known = Given.storageClass("gp3").withProvisioner("ebs.csi.aws.com");
        Cluster cluster = and(
                Cluster.empty(ControlPlane.DEFAULT.controllers()),
                known,
                node("one", "8"),
                claim("data", "1Gi", "gp2"));

        Fix fix = Fixes.of(cluster, claimKey("data")).fixes().stream()
                .filter(each -> each.purpose().contains("make claim"))
                .findFirst()
                .orElseThrow();

        assertThat(fix.purpose()).isEqualTo("make claim default/data anew with class \"gp3\"");
        assertThat(fix.warnings())
                .containsExactly("the volume is then for ebs.csi.aws.com to make, which is not part of the trial");
        assertThat(purposes(and(cluster, claim("other", "1Gi", "gp3")), claimKey("other")))
                .isEmpty();
    }

    @Test
    void aTaintGoesOrIsTolerated() {
        Node plain = node("one", "8");
        JsonObject taint = JsonObject.builder()
                .put("key", "team")
                .put("value", "a")
                .put("effect", "NoSchedule")
                .build();
        Node tainted = plain.withSpec(plain.spec().withRest(JsonObject.of("taints", JsonArray.of(taint))));

        assertThat(purposes(with(tainted, pod("app")), podKey("app")))
                .containsExactly(
                        "take the taint team:NoSchedule from node one",
                        "make pod default/app anew with a toleration of team:NoSchedule");
    }

    @Test
    void labelsThatKubernetesGivesAreNoAdvice() {
        Pod pod = pod("app");
        Cluster cluster = with(
                node("one", "8"),
                pod.withSpec(pod.spec().withNodeSelector(Map.of("topology.kubernetes.io/zone", "b"))));
        assertThat(purposes(cluster, podKey("app"))).isEmpty();
    }

    @Test
    void aClaimThatIsMissingIsCreatedAndServed() {
        Cluster cluster = with(node("one", "8"), pod("app", "data"));
        assertThat(purposes(cluster, podKey("app")))
                .containsExactly(
                        "create claim default/data, then add a volume without a class with at least 1Gi and ReadWriteOnce");
    }

    private static List<String> purposes(Cluster cluster, Ref<?> object) {
        return Fixes.of(cluster, object).fixes().stream().map(Fix::purpose).toList();
    }

    private static Cluster with(KubernetesObject... objects) {
        return and(Given.cluster(), objects);
    }

    private static Cluster and(Cluster cluster, KubernetesObject... objects) {
        Cluster more = cluster;
        for (KubernetesObject object : objects) {
            more = more.create(object).orThrow().settle();
        }
        return more;
    }

    @Test
    void theTemplateOfADeploymentToleratesATaint() {
        Node plain = node("one", "8");
        JsonObject taint = JsonObject.builder()
                .put("key", "team")
                .put("value", "a")
                .put("effect", "NoSchedule")
                .build();
        Node tainted = plain.withSpec(plain.spec().withRest(JsonObject.of("taints", JsonArray.of(taint))));

        Cluster cluster = with(tainted, Workloads.deployment("app", 2));
        Ref<Deployment> app = Deployment.ref("default", "app");

        FixResult result = Fixes.of(cluster, app);

        assertThat(result.fixes())
                .extracting(Fix::purpose)
                .contains("give the template of Deployment default/app a toleration of team:NoSchedule");
        assertThat(result.fixes())
                .filteredOn(fix -> fix.purpose().startsWith("give the template"))
                .singleElement()
                .satisfies(fix -> assertThat(fix.warnings())
                        .containsExactly("all its pods are made anew, and may come to nodes with the taint team"));
    }
}
