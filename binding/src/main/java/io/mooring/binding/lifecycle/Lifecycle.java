package io.mooring.binding.lifecycle;

import java.util.List;

/**
 * What becomes of a volume and of a claim: (state, event) to (next state, actions), read from one table.
 *
 * <pre>{@code
 * Transition<VolumeState, VolumeAction> released =
 *         Lifecycle.next(VolumeState.BOUND, VolumeEvent.CLAIM_GONE_RETAIN);
 * released.next();    // RELEASED
 * released.actions(); // [RELEASE]
 * }</pre>
 */
public final class Lifecycle {
    private static final TransitionTable<VolumeState, VolumeEvent, VolumeAction> VOLUMES = VolumeRules.table();
    private static final TransitionTable<ClaimState, ClaimEvent, ClaimAction> CLAIMS = ClaimRules.table();

    private Lifecycle() {}

    /**
     * What follows when this happens to a volume in this state.
     *
     * @throws IllegalArgumentException if it cannot happen; the message says why
     */
    public static Transition<VolumeState, VolumeAction> next(VolumeState state, VolumeEvent event) {
        return VOLUMES.row(state, event).transition();
    }

    /**
     * What follows when this happens to a claim in this state.
     *
     * @throws IllegalArgumentException if it cannot happen; the message says why
     */
    public static Transition<ClaimState, ClaimAction> next(ClaimState state, ClaimEvent event) {
        return CLAIMS.row(state, event).transition();
    }

    /** The table of volumes: every event with every state, in the order of their declaration. */
    public static List<Row<VolumeState, VolumeEvent, VolumeAction>> volumeRows() {
        return VOLUMES.rows();
    }

    /** The table of claims: every event with every state, in the order of their declaration. */
    public static List<Row<ClaimState, ClaimEvent, ClaimAction>> claimRows() {
        return CLAIMS.rows();
    }
}
