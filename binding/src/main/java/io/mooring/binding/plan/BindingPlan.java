package io.mooring.binding.plan;

import io.mooring.binding.explain.Edit;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.List;

/**
 * The most claims that can be bound of those that wait, to volumes that are there, and the least that is wasted on the way;
 * beside what Kubernetes does by itself.
 *
 * @param waiting how many claims wait
 * @param bound how many claims had a volume already; these keep what they have
 * @param best who gets what, by claim
 * @param byKubernetes who gets what if nobody does anything, by claim
 * @param edits what brings the best about: it was tried
 * @param refused those of the edits that the API server refuses, so that the best does not come about; in a cluster as it should
 *     be, none
 * @param provisioned the claims without a volume in the best, for which a provisioner is asked to make one
 * @param awaitingPods the claims that Kubernetes by itself gives no volume as long as no pod uses them (WaitForFirstConsumer)
 * @param competitions who competes for what, of the claims that have no volume in the best
 * @param withoutVolume the claims that fit none of the volumes
 * @param unplaced pods that use claims of the best, all of which are bound then, and that fit on no node: the best may be more than can be
 *     used
 * @param unknown the kinds that would have to be known and are not, since the cluster was opened without them
 */
public record BindingPlan(
        int waiting,
        int bound,
        List<Pair> best,
        List<Pair> byKubernetes,
        List<Edit> edits,
        List<Edit> refused,
        List<Ref<PersistentVolumeClaim>> provisioned,
        List<Ref<PersistentVolumeClaim>> awaitingPods,
        List<Competition> competitions,
        List<Ref<PersistentVolumeClaim>> withoutVolume,
        List<Ref<Pod>> unplaced,
        List<ObjectKind<?>> unknown) {
    public BindingPlan {
        best = List.copyOf(best);
        byKubernetes = List.copyOf(byKubernetes);
        edits = List.copyOf(edits);
        refused = List.copyOf(refused);
        provisioned = List.copyOf(provisioned);
        awaitingPods = List.copyOf(awaitingPods);
        competitions = List.copyOf(competitions);
        withoutVolume = List.copyOf(withoutVolume);
        unplaced = List.copyOf(unplaced);
        unknown = List.copyOf(unknown);
    }

    /** What the volumes of the best hold more than is asked for. */
    public Quantity waste() {
        return Pair.wasteOf(best);
    }

    /** Whether Kubernetes binds as many by itself, and wastes no more. */
    public boolean isWhatKubernetesDoes() {
        return byKubernetes.size() == best.size() && Pair.wasteOf(byKubernetes).compareTo(waste()) <= 0;
    }

    /** Whether so many can be bound for certain; else it is that many at most. */
    public boolean isCertain() {
        return refused.isEmpty() && unplaced.isEmpty() && unknown.isEmpty();
    }

    /** For a person: the verdict, who gets what, what brings it about, who competes for what; ends in a newline. */
    public String text() {
        return BindingPlanWords.of(this);
    }

    /** The same for a program. */
    public JsonObject tree() {
        return PlanTree.of(this);
    }
}
