package io.mooring.binding.control.set;

/** Whether a look at a set goes on after one of its pods. */
enum Progress {
    GO_ON,
    /** Wait for this pod, if pods come in order. Upstream: {@code shouldExit}. */
    WAIT,
    /** Something went wrong: nothing further until it is tried again. Upstream: an error. */
    FAILED
}
