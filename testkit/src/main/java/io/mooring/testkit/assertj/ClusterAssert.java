package io.mooring.testkit.assertj;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * On a cluster: as a whole, or from it on to one object.
 *
 * <pre>{@code
 * assertThat(cluster).isSettled().isFine();
 * assertThat(cluster).volume("pv-1").isReleased().hasReclaimPolicy(ReclaimPolicy.RETAIN);
 * }</pre>
 */
public final class ClusterAssert extends AbstractAssert<ClusterAssert, Cluster> {
    ClusterAssert(Cluster cluster) {
        super(cluster, ClusterAssert.class);
    }

    /** The claim of this name, {@code namespace/name} or in {@code default}. */
    public ClaimAssert claim(String name) {
        return new ClaimAssert(actual, named(PersistentVolumeClaim.KIND, name));
    }

    /** The volume of this name. */
    public VolumeAssert volume(String name) {
        return new VolumeAssert(actual, PersistentVolume.ref(name));
    }

    /** The pod of this name, {@code namespace/name} or in {@code default}. */
    public PodAssert pod(String name) {
        return new PodAssert(actual, named(Pod.KIND, name));
    }

    /** The StatefulSet of this name, {@code namespace/name} or in {@code default}. */
    public StatefulSetAssert statefulSet(String name) {
        return new StatefulSetAssert(actual, named(StatefulSet.KIND, name));
    }

    /** The node of this name. */
    public ObjectAssert<Node> node(String name) {
        return object(Node.ref(name));
    }

    /** Any object. */
    public <T extends KubernetesObject> ObjectAssert<T> object(Ref<T> object) {
        return new ObjectAssert<>(actual, object);
    }

    /** No controller has anything to do. */
    public ClusterAssert isSettled() {
        if (!actual.isSettled()) {
            throw failure("Expecting a settled cluster; the controllers still want to act: call settle() first");
        }
        return this;
    }

    /** Every object stands as it is to stand. */
    public ClusterAssert isFine() {
        List<ExplanationGroup> groups = Explainer.groups(actual);
        if (!groups.isEmpty()) {
            throw failure(
                    "Expecting all to be fine, but it is not:%n%s",
                    groups.stream().map(ExplanationGroup::text).collect(Collectors.joining("\n")));
        }
        return this;
    }

    /** Every claim has its volume. */
    public ClusterAssert hasAllClaimsBound() {
        List<PersistentVolumeClaim> waiting = actual.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.isBound())
                .toList();
        if (!waiting.isEmpty()) {
            throw failure(
                    "Expecting all claims to be bound, but these are not:%n%s",
                    Explainer.groups(actual, PersistentVolumeClaim.KIND).stream()
                            .map(ExplanationGroup::text)
                            .collect(Collectors.joining("\n")));
        }
        return this;
    }

    private static <T extends KubernetesObject> Ref<T> named(ObjectKind<T> kind, String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? kind.ref("default", name) : kind.ref(name.substring(0, slash), name.substring(slash + 1));
    }
}
