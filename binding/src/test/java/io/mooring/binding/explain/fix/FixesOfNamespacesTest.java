package io.mooring.binding.explain.fix;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What helps in a namespace that is being deleted and stays, since a finalizer of somebody else holds a pod. */
class FixesOfNamespacesTest {
    private static final String SHOP = "shop";

    private static Cluster terminating(KubernetesObject... objects) {
        Pod held = pod("held");
        Pod holding =
                held.withMetadata(held.metadata().withNamespace(SHOP).withFinalizers(List.of("example.com/hold")));
        Cluster cluster = Given.cluster();
        for (KubernetesObject object : List.of(
                Namespace.builder()
                        .metadata(ObjectMeta.builder().name(SHOP).build())
                        .build(),
                node("n1", "8"),
                volume("pv", "1Gi", "manual"),
                holding)) {
            cluster = cluster.create(object).orThrow().settle();
        }
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster.delete(Namespace.ref(SHOP)).orThrow().settle();
    }

    private static Deployment app(String... claims) {
        Deployment app = Workloads.deployment("app", 1, claims);
        return app.withMetadata(app.metadata().withNamespace(SHOP));
    }

    private static PersistentVolumeClaim data() {
        PersistentVolumeClaim claim = claim("data", "1Gi", "manual");
        return claim.withMetadata(claim.metadata().withNamespace(SHOP));
    }

    @Test
    void aDeploymentIsMadeInAnotherNamespace() {
        Cluster cluster = terminating(app());

        Fix fix = Fixes.of(cluster, Deployment.ref(SHOP, "app")).fixes().get(0);

        assertThat(fix.purpose()).isEqualTo("create namespace shop-2, then create Deployment app there");
        assertThat(fix.warnings())
                .containsExactly(
                        "what else it needs of namespace shop, such as Secrets and ConfigMaps, has to be made there too");
        assertThat(fix.cost()).isEqualTo(Fix.Cost.ADDITION);
    }

    @Test
    void itsClaimIsMadeToo() {
        Cluster cluster = terminating(data(), app("data"))
                .create(volume("spare", "1Gi", "manual"))
                .orThrow()
                .settle();

        Fix fix = Fixes.of(cluster, Deployment.ref(SHOP, "app")).fixes().get(0);

        assertThat(fix.edits())
                .extracting(Edit::purpose)
                .containsExactly(
                        "create namespace shop-2",
                        "create PersistentVolumeClaim data there",
                        "create Deployment app there");
        assertThat(fix.warnings()).contains("the data of claim shop/data stay behind, and go with namespace shop");
    }

    @Test
    void whatKeepsTheNamespaceIsNamed() {
        Cluster cluster = terminating(app());

        FixResult result = Fixes.of(cluster, Namespace.ref(SHOP));

        assertThat(result.text()).isEqualTo("""
                There is no change that might help shop.
                What holds it:
                  Namespace shop still has 1 deployments, 1 pods, 1 replicasets; finalizers hold some of it: example.com/hold
                  Pod shop/held is held by the finalizer example.com/hold, which the controller that put it there must take off; Mooring does not know that controller
                """);
        assertThat(Explainer.explain(cluster, Namespace.ref(SHOP)).facts())
                .extracting(Fact::object)
                .contains(Pod.ref(SHOP, "held"));
    }
}
