package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.node.Node;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One pod that is to be placed. Models {@code schedulePod} and the binding cycle. */
record Placing(Cluster world, Pod pod) {

    /** What Mooring does: the first node that fits, or no node. */
    List<Write> first() {
        return placed(attempt -> List.of(first(attempt))).get(0);
    }

    /** Everything that upstream may do, Mooring's choice first. */
    List<List<Write>> all() {
        return placed(this::all);
    }

    private List<List<Write>> placed(Function<Attempt, List<List<Write>>> onNodes) {
        int nodes = nodes();
        if (nodes == 0) {
            return List.of(rejected(FitError.NO_NODES));
        }
        if (NodeNames.of(pod).filter(Set::isEmpty).isPresent()) {
            return List.of(rejected(FitError.beforeNodes(nodes, Reason.AFFINITY_CONFLICT.text())));
        }
        PodClaims.Examined examined = PodClaims.examine(world, pod);
        if (examined instanceof PodClaims.Examined.Rejected rejected) {
            return List.of(rejected(FitError.beforeNodes(nodes, rejected.reason())));
        }
        return onNodes.apply(Attempt.of(world, pod, ((PodClaims.Examined.Passed) examined).claims()));
    }

    private int nodes() {
        return world.list(Node.KIND, "").size();
    }

    /** The node that is kept for the pod goes before all others. */
    private Stream<Node> candidates() {
        Optional<Set<String>> names = NodeNames.of(pod);
        if (names.isPresent()) {
            return names.get().stream().sorted().flatMap(name -> world.node(name).stream());
        }
        String nominated = PodRequests.nodeOf(pod);
        return Stream.concat(
                world.node(nominated).stream(),
                world.view(NodeLoads.VIEW)
                        .bestFirst()
                        .filter(node -> !node.metadata().name().equals(nominated)));
    }

    private List<Write> first(Attempt attempt) {
        List<Misfit> misfits = new ArrayList<>();
        Iterator<Node> candidates = candidates().iterator();
        while (candidates.hasNext()) {
            NodeFit fit = attempt.fit(candidates.next());
            if (fit instanceof NodeFit.Fits fits) {
                return bound(attempt, fits);
            }
            misfits.add(((NodeFit.Rejects) fit).misfit());
        }
        return rejected(misfits);
    }

    /** A node may fit with one volume and not with another; where every node may fail, so may the pod. */
    private List<List<Write>> all(Attempt attempt) {
        List<List<Write>> choices = new ArrayList<>();
        List<Misfit> misfits = new ArrayList<>();
        int nodes = 0;
        Iterator<Node> candidates = candidates().iterator();
        while (candidates.hasNext() && !isKept(choices, nodes)) {
            List<NodeFit> fits = attempt.fits(candidates.next());
            nodes++;
            fits.stream()
                    .filter(NodeFit.Fits.class::isInstance)
                    .forEach(fit -> choices.add(bound(attempt, (NodeFit.Fits) fit)));
            fits.stream()
                    .filter(NodeFit.Rejects.class::isInstance)
                    .findFirst()
                    .ifPresent(fit -> misfits.add(((NodeFit.Rejects) fit).misfit()));
        }
        if (misfits.size() == nodes) {
            choices.add(rejected(misfits));
        }
        return choices;
    }

    /** Whether the node that was kept for the pod has been looked at, and does. */
    private boolean isKept(List<List<Write>> choices, int looked) {
        return looked == 1 && !choices.isEmpty() && !PodRequests.nodeOf(pod).isEmpty();
    }

    private List<Write> bound(Attempt attempt, NodeFit.Fits fit) {
        String node = fit.node().metadata().name();
        if (attempt.claims().waiting().isEmpty()) {
            String message = "Successfully assigned " + pod.ref().qualifiedName() + " to " + node;
            return List.of(new Write.Bind(pod.ref(), node), Write.normal(pod, "Scheduled", message));
        }
        List<Write> writes = new ArrayList<>();
        if (!PodRequests.nodeOf(pod).equals(node)) {
            writes.add(new Write.UpdateStatus(nominated(node)));
        }
        writes.addAll(VolumeBinding.writes(fit.volumes(), node));
        return writes;
    }

    private Pod nominated(String node) {
        return pod.withStatus(pod.status().withNominatedNodeName(node));
    }

    private List<Write> rejected(List<Misfit> misfits) {
        boolean neverPreempts = pod.spec().rest().get("preemptionPolicy").equals(Optional.of(new JsonString("Never")));
        return rejected(FitError.onNodes(misfits, nodes() - misfits.size(), neverPreempts));
    }

    private List<Write> rejected(String message) {
        return Rejection.writes(pod, message, world.now());
    }
}
