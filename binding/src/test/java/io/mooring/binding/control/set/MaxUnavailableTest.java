package io.mooring.binding.control.set;

import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.parallel;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a rolling update goes where the release knows {@code maxUnavailable} and where it does not. */
class MaxUnavailableTest {
    private static final ControlPlane PLANE =
            ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com"));

    @Test
    void theClusterAnswersAsItsControlPlane() {
        assertThat(maxUnavailable(running(PLANE)))
                .hasValueSatisfying(one -> assertThat(one.toJson()).isEqualTo("1"));
        assertThat(maxUnavailable(running(of("1.36")))).isEmpty();
        assertThat(running(of("1.36")).semantics()).isEqualTo(Semantics.of(Release.parse("1.36")));
    }

    @Test
    void podsThatServeNobodyAreReplacedAtOnceWhereItCounts() {
        assertThat(versions(updated(withoutNode(PLANE)))).containsExactly("2", "2", "2");
    }

    @Test
    void podsAreReplacedOneAtATimeWhereItDoesNot() {
        assertThat(versions(updated(withoutNode(of("1.36"))))).containsExactly("", "", "2");
    }

    @Test
    void theUpdateReachesEveryPodEitherWay() {
        assertThat(versions(updated(running(PLANE)))).containsExactly("2", "2", "2");
        assertThat(versions(updated(running(of("1.36"))))).containsExactly("2", "2", "2");
    }

    private static ControlPlane of(String release) {
        return PLANE.withSemantics(Semantics.of(Release.parse(release)));
    }

    private static Cluster running(ControlPlane plane) {
        Cluster empty = Cluster.empty(plane.controllers());
        return withSet(empty.create(node("a", "8")).orThrow());
    }

    /** No pod gets ready. */
    private static Cluster withoutNode(ControlPlane plane) {
        return withSet(Cluster.empty(plane.controllers()));
    }

    private static Cluster withSet(Cluster cluster) {
        return cluster.create(storageClass("fast"))
                .orThrow()
                .create(parallel(set("web", 3, "1Gi", "fast")))
                .orThrow()
                .settle();
    }

    private static Cluster updated(Cluster cluster) {
        JsonObject labels = JsonObject.of("labels", JsonObject.of("v", new JsonString("2")));
        JsonObject template = JsonObject.of("template", JsonObject.of("metadata", labels));
        return cluster.patch(setKey("web"), JsonObject.of("spec", template))
                .orThrow()
                .settle();
    }

    private static List<String> versions(Cluster cluster) {
        return cluster.list(Pod.KIND)
                .map(pod -> pod.metadata().labels().getOrDefault("v", ""))
                .toList();
    }

    private static Optional<JsonValue> maxUnavailable(Cluster cluster) {
        StatefulSet set = cluster.statefulSet("default", "web").orElseThrow();
        return set.spec().updateStrategy().rollingUpdate().flatMap(RollingUpdate::maxUnavailable);
    }
}
