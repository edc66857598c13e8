package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Lister;
import io.mooring.binding.world.View;
import io.mooring.meta.Namespace;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Where the pods are that pods demand something of: near to which, apart from which, and spread among which they must run.
 * Kept up to date pod by pod for each selection that some pod asks for, so that a cluster whose pods demand nothing of each
 * other pays nothing. A pod whose node is kept for it is there already; one that has ended is nowhere.
 *
 * @param selected the pods of each selection
 * @param asking how many pods ask for it
 */
record PodTopology(HashPMap<PodSelection, SelectedPods> selected, HashPMap<PodSelection, Integer> asking) {
    static final View<PodTopology> VIEW = View.of(
                    Node.KIND, new PodTopology(HashTreePMap.empty(), HashTreePMap.empty()), PodTopology::nodeChanged)
            .and(Pod.KIND, PodTopology::podChanged)
            .and(Namespace.KIND, PodTopology::namespaceChanged);

    private PodTopology podChanged(Change<Pod> change, Lister objects) {
        if (isOfNoConcern(change)) {
            return this;
        }
        Set<PodSelection> before = asked(change.before());
        Set<PodSelection> after = asked(change.after());
        PodTopology topology = this;
        for (PodSelection selection : after) {
            topology = before.contains(selection) ? topology : topology.asked(selection, objects);
        }
        for (PodSelection selection : before) {
            topology = after.contains(selection) ? topology : topology.notAsked(selection);
        }
        return topology.placed(change, after, objects);
    }

    private static boolean isOfNoConcern(Change<Pod> change) {
        if (!change.isUpdate()) {
            return false;
        }
        Pod before = change.before().orElseThrow();
        Pod after = change.after().orElseThrow();
        return before.spec() == after.spec()
                && before.hasEnded() == after.hasEnded()
                && PodRequests.nodeOf(before).equals(PodRequests.nodeOf(after))
                && before.metadata().isBeingDeleted() == after.metadata().isBeingDeleted()
                && before.metadata().labels().equals(after.metadata().labels());
    }

    private static Set<PodSelection> asked(Optional<Pod> pod) {
        return pod.filter(each -> !each.hasEnded())
                .map(each -> PodDemands.of(each).selections(each))
                .orElse(Set.of());
    }

    private PodTopology asked(PodSelection selection, Lister objects) {
        Integer others = asking.get(selection);
        HashPMap<PodSelection, Integer> more = asking.plus(selection, others == null ? 1 : others + 1);
        return others == null
                ? new PodTopology(selected.plus(selection, all(selection, objects.list(Pod.KIND), objects)), more)
                : new PodTopology(selected, more);
    }

    private PodTopology notAsked(PodSelection selection) {
        int others = asking.getOrDefault(selection, 0) - 1;
        return others > 0
                ? new PodTopology(selected, asking.plus(selection, others))
                : new PodTopology(selected.minus(selection), asking.minus(selection));
    }

    /** Those that ask for it themselves come when they ask. */
    private static SelectedPods all(PodSelection selection, Stream<Pod> pods, Lister objects) {
        return pods.reduce(
                SelectedPods.NONE,
                (sofar, pod) -> placed(selection, sofar, pod, Set.of(), objects),
                (some, others) -> others);
    }

    private PodTopology placed(Change<Pod> change, Set<PodSelection> own, Lister objects) {
        HashPMap<PodSelection, SelectedPods> changed = selected;
        Ref<Pod> ref = change.object().ref();
        for (Map.Entry<PodSelection, SelectedPods> each : selected.entrySet()) {
            SelectedPods after = change.after()
                    .map(pod -> placed(each.getKey(), each.getValue(), pod, own, objects))
                    .orElseGet(() -> each.getValue().without(ref));
            changed = after == each.getValue() ? changed : changed.plus(each.getKey(), after);
        }
        return changed == selected ? this : new PodTopology(changed, asking);
    }

    private static SelectedPods placed(
            PodSelection selection, SelectedPods sofar, Pod pod, Set<PodSelection> own, Lister objects) {
        if (!NodeLoads.takesRoom(pod) || !selection.selects(pod, own, objects)) {
            return sofar.without(pod.ref());
        }
        String node = PodRequests.nodeOf(pod);
        Map<String, String> labels = objects.get(Node.ref(node))
                .map(found -> found.metadata().labels())
                .orElse(Map.of());
        return sofar.with(pod.ref(), node, SelectedPods.domains(labels, selection.topologyKeys()));
    }

    private PodTopology nodeChanged(Change<Node> change) {
        Map<String, String> labels =
                change.after().map(node -> node.metadata().labels()).orElse(Map.of());
        String node = change.ref().name();
        HashPMap<PodSelection, SelectedPods> changed = selected;
        for (Map.Entry<PodSelection, SelectedPods> each : selected.entrySet()) {
            Map<String, String> domains =
                    SelectedPods.domains(labels, each.getKey().topologyKeys());
            SelectedPods after = each.getValue().withDomains(node, domains);
            changed = after == each.getValue() ? changed : changed.plus(each.getKey(), after);
        }
        return changed == selected ? this : new PodTopology(changed, asking);
    }

    /** Labels of a namespace decide which pods are selected. */
    private PodTopology namespaceChanged(Change<Namespace> change, Lister objects) {
        HashPMap<PodSelection, SelectedPods> changed = selected;
        for (Map.Entry<PodSelection, SelectedPods> each : selected.entrySet()) {
            PodSelection selection = each.getKey();
            if (selection.asksNamespaces()) {
                SelectedPods after = each.getValue();
                for (Pod pod : objects.list(Pod.KIND, change.ref().name())) {
                    after = placed(selection, after, pod, Set.of(), objects);
                }
                changed = changed.plus(selection, after);
            }
        }
        return changed == selected ? this : new PodTopology(changed, asking);
    }

    /** The pods of a selection, this one aside. */
    SelectedPods others(PodSelection selection, Pod pod) {
        return selected.getOrDefault(selection, SelectedPods.NONE).without(pod.ref());
    }

    /** What pods on nodes require of pods such as this one. */
    Stream<PodSelection.Avoiding> avoiding(Pod pod, Lister objects) {
        return selected.keySet().stream()
                .filter(PodSelection.Avoiding.class::isInstance)
                .map(PodSelection.Avoiding.class::cast)
                .filter(avoiding -> avoiding.term().matches(pod, objects));
    }
}
