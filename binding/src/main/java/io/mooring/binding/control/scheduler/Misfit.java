package io.mooring.binding.control.scheduler;

import java.util.List;

/**
 * Why a pod does not fit on a node.
 *
 * @param reasons one or more, each as the message counts it
 * @param mayPreempt whether other pods' leaving could help. Upstream: {@code Unschedulable} against {@code
 *     UnschedulableAndUnresolvable}
 */
record Misfit(List<String> reasons, boolean mayPreempt) {

    /** Nothing but a change of the node or of the pod's volumes helps. */
    static Misfit of(Reason reason) {
        return new Misfit(List.of(reason.text()), false);
    }
}
