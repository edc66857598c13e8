package io.mooring.binding.explain.pod;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;

/** What somebody waits for: that a pod is ready, or that it is gone. */
record Want(Ref<Pod> pod, State state) {
    enum State {
        READY,
        GONE
    }

    static Want ready(Ref<Pod> pod) {
        return new Want(pod, State.READY);
    }

    static Want gone(Ref<Pod> pod) {
        return new Want(pod, State.GONE);
    }
}
