package io.mooring.binding.control.set;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import java.util.Optional;

/** Clusters with a StatefulSet, and what became of its pods and claims. */
final class RunningSets {
    private RunningSets() {}

    static Cluster allowingClaims(String number) {
        JsonObject hard = JsonObject.of("hard", text("persistentvolumeclaims", number));
        JsonObject quota = text("apiVersion", "v1")
                .with("kind", new JsonString("ResourceQuota"))
                .with("metadata", text("name", "few"))
                .with("spec", hard);
        return cluster().create(quota).orThrow();
    }

    static Cluster running(StatefulSet set) {
        return with(cluster(), node("a", "8"), storageClass("fast"), set);
    }

    static Cluster with(Cluster start, KubernetesObject... objects) {
        Cluster cluster = start;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    static StatefulSet retaining(String whenDeleted, String whenScaled) {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        return set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                        .whenDeleted(new ClaimRetentionPolicy(whenDeleted))
                        .whenScaled(new ClaimRetentionPolicy(whenScaled))
                        .build()));
    }

    static StatefulSet partitioned(StatefulSet set, int partition) {
        UpdateStrategy strategy = UpdateStrategy.builder()
                .type(UpdateStrategyType.ROLLING_UPDATE)
                .rollingUpdate(RollingUpdate.builder().partition(partition).build())
                .build();
        return set.withSpec(set.spec().withUpdateStrategy(strategy));
    }

    static StatefulSet onDelete(StatefulSet set) {
        UpdateStrategy strategy =
                UpdateStrategy.builder().type(UpdateStrategyType.ON_DELETE).build();
        return set.withSpec(set.spec().withUpdateStrategy(strategy));
    }

    static Cluster scaled(Cluster cluster, int replicas) {
        return patched(cluster, "replicas", JsonNumber.of(replicas));
    }

    static Cluster relabelled(Cluster cluster, String version) {
        JsonObject labels = JsonObject.of("labels", text("v", version));
        return patched(cluster, "template", JsonObject.of("metadata", labels));
    }

    static Cluster patched(Cluster cluster, String field, JsonValue value) {
        JsonObject patch = JsonObject.of("spec", JsonObject.of(field, value));
        return cluster.patch(setKey("web"), patch).orThrow().settle();
    }

    static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }

    static StatefulSetStatus status(Cluster cluster) {
        return cluster.statefulSet("default", "web").orElseThrow().status();
    }

    static List<String> pods(Cluster cluster) {
        return cluster.list(Pod.KIND).map(pod -> pod.metadata().name()).toList();
    }

    static List<String> claims(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND)
                .map(claim -> claim.metadata().name())
                .toList();
    }

    static String uid(Cluster cluster, String claim) {
        return cluster.claim("default", claim).orElseThrow().metadata().uid();
    }

    static List<OwnerReference> owners(Cluster cluster, String claim) {
        return cluster.claim("default", claim).orElseThrow().metadata().ownerReferences();
    }

    static String version(Cluster cluster, String pod) {
        Pod found = cluster.pod("default", pod).orElseThrow();
        assertThat(StatefulPods.revisionOf(found)).isNotEmpty();
        return Optional.ofNullable(found.metadata().labels().get("v")).orElse("");
    }

    static List<String> messages(Cluster cluster) {
        Ref<?> web = setKey("web");
        return cluster.events().stream()
                .filter(event -> event.regarding().equals(web))
                .map(Event::message)
                .toList();
    }
}
