package io.mooring.binding.control.scheduler;

import io.mooring.binding.cluster.Change;
import io.mooring.binding.cluster.Cluster;
import io.mooring.binding.cluster.Controller;
import io.mooring.binding.cluster.PodRequests;
import io.mooring.binding.cluster.Wake;
import io.mooring.binding.cluster.Write;
import io.mooring.meta.ObjectKey;
import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a node for each pod, binds the pod's volumes for it, then the pod. Among nodes that fit, {@link NodeScore} ranks;
 * {@link #choices} has every node that fits. Models {@code schedulePod} and the binding cycle.
 *
 * <p>While volumes are being bound, the pod's {@code nominatedNodeName} keeps its node and its room.
 */
public final class Scheduler implements Controller {
    private static final String DEFAULT_NAME = "default-scheduler";
    private static final String POD_SCHEDULED = "PodScheduled";
    private static final String UNSCHEDULABLE = "Unschedulable";

    public Scheduler() {}

    @Override
    public String name() {
        return DEFAULT_NAME;
    }

    @Override
    public List<Wake> wakes(Change change, Cluster world) {
        return new Requeue(change, world).wakes();
    }

    @Override
    public List<Write> reconcile(Cluster world, ObjectKey key) {
        return choices(world, key).get(0);
    }

    @Override
    public List<List<Write>> choices(Cluster world, ObjectKey key) {
        return world.pod(key.namespace(), key.name())
                .filter(Scheduler::isToPlace)
                .map(pod -> schedule(world, pod))
                .orElse(List.of(List.of()));
    }

    /** Whether the pod is this scheduler's to place. */
    static boolean isToPlace(Pod pod) {
        String scheduler = pod.spec().schedulerName();
        return pod.spec().nodeName().isEmpty()
                && !pod.metadata().isBeingDeleted()
                && (scheduler.isEmpty() || scheduler.equals(DEFAULT_NAME))
                && !isGated(pod);
    }

    private static boolean isGated(Pod pod) {
        return pod.spec()
                .rest()
                .get("schedulingGates")
                .filter(gates ->
                        gates instanceof JsonArray array && !array.items().isEmpty())
                .isPresent();
    }

    /** Why the pod was placed nowhere when it was last looked at. */
    static Optional<String> rejection(Pod pod) {
        return condition(pod)
                .filter(condition -> condition.status().equals("False"))
                .map(PodCondition::message);
    }

    private static Optional<PodCondition> condition(Pod pod) {
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals(POD_SCHEDULED))
                .findFirst();
    }

    private static List<List<Write>> schedule(Cluster world, Pod pod) {
        Collection<Node> nodes = world.list(Node.KIND, "");
        if (nodes.isEmpty()) {
            return List.of(reject(world, pod, FitError.NO_NODES));
        }
        Optional<Set<String>> names = NodeNames.of(pod);
        if (names.isPresent() && names.get().isEmpty()) {
            return List.of(reject(world, pod, FitError.beforeNodes(nodes.size(), Reason.AFFINITY_CONFLICT.text())));
        }
        PodClaims.Examined examined = PodClaims.examine(world, pod);
        if (examined instanceof PodClaims.Examined.Rejected rejected) {
            return List.of(reject(world, pod, FitError.beforeNodes(nodes.size(), rejected.reason())));
        }
        Attempt attempt = Attempt.of(world, pod, ((PodClaims.Examined.Passed) examined).claims());
        return place(attempt, nodes, names);
    }

    private static List<List<Write>> place(Attempt attempt, Collection<Node> nodes, Optional<Set<String>> names) {
        List<NodeFit.Fits> fits = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        for (Node node : nodes) {
            if (names.isPresent() && !names.get().contains(node.metadata().name())) {
                continue;
            }
            NodeFit fit = attempt.fit(node);
            if (fit instanceof NodeFit.Fits fitting) {
                fits.add(fitting);
            } else if (fit instanceof NodeFit.Rejects rejects) {
                misfits.add(rejects.misfit());
            }
        }
        if (fits.isEmpty()) {
            int passedOver = nodes.size() - misfits.size();
            String message = FitError.onNodes(misfits, passedOver, neverPreempts(attempt.pod()));
            return List.of(reject(attempt.world(), attempt.pod(), message));
        }
        return ranked(attempt, fits).stream().map(fit -> bind(attempt, fit)).toList();
    }

    /** The nominated node, if it still fits, and no other; else all that fit, the best first. */
    private static List<NodeFit.Fits> ranked(Attempt attempt, List<NodeFit.Fits> fits) {
        String nominated = PodRequests.nodeOf(attempt.pod());
        List<NodeFit.Fits> kept = fits.stream()
                .filter(fit -> fit.node().metadata().name().equals(nominated))
                .toList();
        if (!kept.isEmpty() || fits.size() == 1) {
            return kept.isEmpty() ? fits : kept;
        }
        return fits.stream()
                .sorted(Comparator.comparing(fit -> NodeScore.of(attempt, fit.node()), NodeScore.BEST_FIRST))
                .toList();
    }

    private static List<Write> bind(Attempt attempt, NodeFit.Fits fit) {
        Pod pod = attempt.pod();
        String node = fit.node().metadata().name();
        if (attempt.claims().waiting().isEmpty()) {
            String message = "Successfully assigned " + pod.key().qualifiedName() + " to " + node;
            return List.of(new Write.Bind(pod.key(), node), Write.normal(pod, "Scheduled", message));
        }
        List<Write> writes = new ArrayList<>();
        if (!PodRequests.nodeOf(pod).equals(node)) {
            writes.add(new Write.UpdateStatus(nominated(pod, node)));
        }
        writes.addAll(VolumeBinding.writes(fit.volumes(), node));
        return writes;
    }

    private static Pod nominated(Pod pod, String node) {
        return pod.withStatus(
                pod.status().withRest(pod.status().rest().with(PodRequests.NOMINATED_NODE, new JsonString(node))));
    }

    private static boolean neverPreempts(Pod pod) {
        return pod.spec().rest().get("preemptionPolicy").equals(Optional.of(new JsonString("Never")));
    }

    private static List<Write> reject(Cluster world, Pod pod, String message) {
        Write event = Write.warning(pod, "FailedScheduling", message);
        Pod rejected = rejected(world, pod, message);
        return rejected.equals(pod) ? List.of(event) : List.of(event, new Write.UpdateStatus(rejected));
    }

    private static Pod rejected(Cluster world, Pod pod, String message) {
        Optional<PodCondition> before = condition(pod);
        PodCondition after = PodCondition.builder()
                .from(before.orElseGet(
                        () -> PodCondition.builder().type(POD_SCHEDULED).build()))
                .status("False")
                .reason(UNSCHEDULABLE)
                .message(message)
                .lastTransitionTime(before.filter(each -> each.status().equals("False"))
                        .flatMap(PodCondition::lastTransitionTime)
                        .orElseGet(world::now))
                .build();
        List<PodCondition> conditions = new ArrayList<>(pod.status().conditions());
        int place = before.map(conditions::indexOf).orElse(conditions.size());
        conditions.subList(place, Math.min(place + 1, conditions.size())).clear();
        conditions.add(place, after);
        return pod.withStatus(pod.status()
                .withConditions(conditions)
                .withRest(pod.status().rest().without(PodRequests.NOMINATED_NODE)));
    }
}
