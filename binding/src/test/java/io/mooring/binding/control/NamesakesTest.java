package io.mooring.binding.control;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.set.SetFindings;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.ClaimPhase;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects of other groups live beside Kubernetes' own of the same kind and name, and nobody takes one for the other. */
class NamesakesTest {
    private static final String KRUISE = "apps.kruise.io/v1beta1";
    private static final Ref<OtherObject> KRUISE_SET =
            OtherObject.kindOf(KRUISE, "StatefulSet").ref("default", "web");

    @Test
    void allLiveSideBySide() {
        Cluster cluster = everything();
        assertThat(cluster.list(Node.KIND)).hasSize(1);
        assertThat(cluster.list(StatefulSet.KIND)).isEmpty();
        assertThat(cluster.all().filter(object -> object.ref().name().equals("same")))
                .extracting(object -> object.ref().toString())
                .contains(
                        "Service default/same",
                        "Service.serving.knative.dev default/same",
                        "Node same",
                        "PersistentVolumeClaim default/same",
                        "PersistentVolumeClaim.example.com default/same");
        assertThat(cluster.isSettled()).isTrue();
    }

    @Test
    void aForeignQuotaAndLimitRangeLimitNobody() {
        Cluster cluster = everything();
        assertThat(cluster.get(claimKey("same")).orElseThrow().status().phase()).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void aPodOfAForeignSetRunsOnARealNode() {
        Pod pod = everything().get(podKey("web-0")).orElseThrow();
        assertThat(pod.spec().nodeName()).isEqualTo("same");
    }

    @Test
    void aPodOfAForeignSetGoesWithIt() {
        Cluster without = everything().delete(KRUISE_SET).orThrow().settle();
        assertThat(without.get(podKey("web-0"))).isEmpty();
    }

    @Test
    void aSetOfTheSameNameDoesNotTakeThePodOfTheForeignOne() {
        Cluster both =
                everything().create(set("web", 1, "1Gi", "fast")).orThrow().settle();
        StatefulSet web = both.get(StatefulSet.ref("default", "web")).orElseThrow();
        assertThat(SetFindings.of(both, web))
                .isInstanceOfSatisfying(
                        SetFinding.Unsettled.class,
                        finding -> assertThat(finding.replicas())
                                .containsExactly(new ReplicaFinding.NameTaken(podKey("web-0"))));
        assertThat(both.get(podKey("web-0")).orElseThrow().metadata().ownerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.apiVersion()).isEqualTo(KRUISE));

        Cluster handedOver = both.delete(KRUISE_SET).orThrow().settle();
        assertThat(handedOver.get(podKey("web-0")).orElseThrow().metadata().ownerReferences())
                .singleElement()
                .satisfies(owner ->
                        assertThat(owner.uid()).isEqualTo(web.metadata().uid()));
    }

    private static Cluster everything() {
        Cluster cluster = Settled.with(node("same", "8"), storageClass("fast")).cluster();
        List<JsonObject> foreign = List.of(
                object("longhorn.io/v1beta2", "Node"),
                object("example.com/v1", "PersistentVolumeClaim"),
                object("example.com/v1", "ResourceQuota")
                        .with("spec", JsonObject.of("hard", text("persistentvolumeclaims", "0"))),
                object("example.com/v1", "LimitRange").with("spec", JsonObject.of("limits", new JsonArray(List.of()))),
                object("serving.knative.dev/v1", "Service"),
                object("v1", "Service"),
                object(KRUISE, "StatefulSet").with("metadata", named("web")));
        for (JsonObject each : foreign) {
            cluster = cluster.create(each).orThrow().settle();
        }
        cluster = cluster.create(claim("same", "1Gi", "fast")).orThrow().settle();
        return cluster.create(podOfForeignSet(cluster)).orThrow().settle();
    }

    private static JsonObject podOfForeignSet(Cluster cluster) {
        JsonObject owner = text("apiVersion", KRUISE)
                .with("kind", new JsonString("StatefulSet"))
                .with("name", new JsonString("web"))
                .with(
                        "uid",
                        new JsonString(
                                cluster.get(KRUISE_SET).orElseThrow().metadata().uid()))
                .with("controller", JsonBool.TRUE);
        JsonObject container = text("name", "c").with("image", new JsonString("x"));
        JsonObject claim = text("name", "v").with("persistentVolumeClaim", text("claimName", "same"));
        return object("v1", "Pod")
                .with("metadata", named("web-0").with("ownerReferences", new JsonArray(List.of(owner))))
                .with(
                        "spec",
                        JsonObject.of("containers", new JsonArray(List.of(container)))
                                .with("volumes", new JsonArray(List.of(claim))));
    }

    private static JsonObject object(String apiVersion, String kind) {
        return text("apiVersion", apiVersion).with("kind", new JsonString(kind)).with("metadata", named("same"));
    }

    private static JsonObject named(String name) {
        return text("name", name).with("namespace", new JsonString("default"));
    }

    private static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }
}
