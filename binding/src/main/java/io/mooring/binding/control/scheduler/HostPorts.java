package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Stream;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * Which pods take which ports of which node, kept up to date pod by pod; those that have ended take none. Upstream: {@code
 * NodeInfo.UsedPorts}.
 *
 * @param byNode the pods that take ports, by node
 */
record HostPorts(HashPMap<String, TreePMap<Ref<Pod>, List<HostPort>>> byNode) {
    static final View<HostPorts> VIEW = View.of(Pod.KIND, new HostPorts(HashTreePMap.empty()), HostPorts::after);

    private HostPorts after(Change<Pod> change) {
        HostPorts without = change.before().map(this::without).orElse(this);
        return change.after().map(without::with).orElse(without);
    }

    private HostPorts with(Pod pod) {
        List<HostPort> ports = taken(pod);
        return ports.isEmpty()
                ? this
                : with(PodRequests.nodeOf(pod), on(PodRequests.nodeOf(pod)).plus(pod.ref(), ports));
    }

    private HostPorts without(Pod pod) {
        return taken(pod).isEmpty()
                ? this
                : with(PodRequests.nodeOf(pod), on(PodRequests.nodeOf(pod)).minus(pod.ref()));
    }

    private HostPorts with(String node, TreePMap<Ref<Pod>, List<HostPort>> pods) {
        return new HostPorts(pods.isEmpty() ? byNode.minus(node) : byNode.plus(node, pods));
    }

    private static List<HostPort> taken(Pod pod) {
        return NodeLoads.takesRoom(pod) ? HostPort.of(pod) : List.of();
    }

    private TreePMap<Ref<Pod>, List<HostPort>> on(String node) {
        return byNode.getOrDefault(node, TreePMap.empty());
    }

    /** The ports that other pods have on the node. */
    Stream<NodeRejection> rejections(Pod pod, List<HostPort> wanted, String node) {
        TreePMap<Ref<Pod>, List<HostPort>> pods = on(node);
        if (wanted.isEmpty() || pods.isEmpty()) {
            return Stream.empty();
        }
        return wanted.stream().flatMap(port -> rejection(port, holders(port, pods.minus(pod.ref()))));
    }

    private static Stream<NodeRejection> rejection(HostPort port, List<Ref<Pod>> holders) {
        return holders.isEmpty()
                ? Stream.empty()
                : Stream.of(new NodeRejection.HostPortTaken(port.protocol(), port.hostIp(), port.port(), holders));
    }

    private static List<Ref<Pod>> holders(HostPort port, TreePMap<Ref<Pod>, List<HostPort>> pods) {
        return pods.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(port::conflictsWith))
                .map(each -> each.getKey())
                .toList();
    }
}
