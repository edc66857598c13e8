package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Sums over pods, kept up to date pod by pod.
 *
 * @param requests what the pods on a node ask for, by node; those that are over do not count
 * @param members the pods of a StatefulSet, by its uid
 * @param nodes the nodes by the room that the pods leave on them
 */
record PodTallies(HashPMap<String, PodRequests> requests, HashPMap<String, SetMembers> members, NodeRanking nodes) {
    static final PodTallies NONE = new PodTallies(HashTreePMap.empty(), HashTreePMap.empty(), NodeRanking.NONE);

    PodTallies changed(@Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (after instanceof Node node) {
            PodRequests requested = requests(node.metadata().name());
            return new PodTallies(requests, members, nodes.with(node, requested));
        }
        if (before instanceof Node node) {
            return new PodTallies(
                    requests, members, nodes.without(node.metadata().name()));
        }
        return before instanceof Pod || after instanceof Pod ? podChanged((Pod) before, (Pod) after) : this;
    }

    private PodTallies podChanged(@Nullable Pod before, @Nullable Pod after) {
        HashPMap<String, PodRequests> requested = requestsAfter(before, after);
        NodeRanking ranked = nodes;
        if (requested != requests) {
            for (Pod pod : Arrays.asList(before, after)) {
                String node = pod == null ? "" : PodRequests.nodeOf(pod);
                ranked = ranked.with(node, requested.getOrDefault(node, PodRequests.NONE));
            }
        }
        return new PodTallies(requested, membersAfter(before, after), ranked);
    }

    PodRequests requests(String node) {
        return requests.getOrDefault(node, PodRequests.NONE);
    }

    SetMembers members(String setUid) {
        return members.getOrDefault(setUid, SetMembers.NONE);
    }

    private HashPMap<String, PodRequests> requestsAfter(@Nullable Pod before, @Nullable Pod after) {
        boolean tookRoom = before != null && takesRoom(before);
        boolean takesRoom = after != null && takesRoom(after);
        if (before != null
                && after != null
                && tookRoom
                && takesRoom
                && before.spec() == after.spec()
                && PodRequests.nodeOf(before).equals(PodRequests.nodeOf(after))) {
            return requests;
        }
        HashPMap<String, PodRequests> changed = requests;
        if (before != null && tookRoom) {
            String node = PodRequests.nodeOf(before);
            PodRequests left = requests(node).minus(PodRequests.of(before));
            changed = left.pods() == 0 ? changed.minus(node) : changed.plus(node, left);
        }
        if (after != null && takesRoom) {
            String node = PodRequests.nodeOf(after);
            changed = changed.plus(
                    node, changed.getOrDefault(node, PodRequests.NONE).plus(PodRequests.of(after)));
        }
        return changed;
    }

    private HashPMap<String, SetMembers> membersAfter(@Nullable Pod before, @Nullable Pod after) {
        HashPMap<String, SetMembers> changed = members;
        SetMembers.Membership was =
                before == null ? null : SetMembers.of(before).orElse(null);
        SetMembers.Membership is = after == null ? null : SetMembers.of(after).orElse(null);
        if (before != null && after != null && was != null && was.equals(is)) {
            return members.plus(was.set(), members(was.set()).with(before, after, was.ordinal()));
        }
        if (before != null && was != null) {
            SetMembers left = members(was.set()).without(before, was.ordinal());
            changed = left.isEmpty() ? changed.minus(was.set()) : changed.plus(was.set(), left);
        }
        if (after != null && is != null) {
            SetMembers others = changed.getOrDefault(is.set(), SetMembers.NONE);
            changed = changed.plus(is.set(), others.with(after, is.ordinal()));
        }
        return changed;
    }

    private static boolean takesRoom(Pod pod) {
        return !PodRequests.nodeOf(pod).isEmpty() && !SetMembers.isOver(pod);
    }
}
