package io.mooring.binding.lifecycle;

import static io.mooring.binding.lifecycle.ClaimAction.ADD_PROTECTION;
import static io.mooring.binding.lifecycle.ClaimAction.ASK_PROVISIONER;
import static io.mooring.binding.lifecycle.ClaimAction.ASSIGN_DEFAULT_CLASS;
import static io.mooring.binding.lifecycle.ClaimAction.BIND;
import static io.mooring.binding.lifecycle.ClaimAction.MARK_UNUSED;
import static io.mooring.binding.lifecycle.ClaimAction.MARK_USED;
import static io.mooring.binding.lifecycle.ClaimAction.PHASE_LOST;
import static io.mooring.binding.lifecycle.ClaimAction.PHASE_PENDING;
import static io.mooring.binding.lifecycle.ClaimAction.REMOVE_PROTECTION;
import static io.mooring.binding.lifecycle.ClaimAction.REPORT;
import static io.mooring.binding.lifecycle.ClaimEvent.*;
import static io.mooring.binding.lifecycle.ClaimState.BOUND;
import static io.mooring.binding.lifecycle.ClaimState.GONE;
import static io.mooring.binding.lifecycle.ClaimState.LOST;
import static io.mooring.binding.lifecycle.ClaimState.PENDING;
import static io.mooring.binding.lifecycle.ClaimState.TERMINATING;

import java.util.List;

/**
 * The rules of claims: {@code syncUnboundClaim}, {@code syncBoundClaim} and {@code pvc_protection_controller} of
 * Kubernetes v1.37. A claim that is being deleted is bound and unbound like any other until pvc-protection lets it go.
 */
final class ClaimRules {
    private static final List<ClaimState> UNBOUND = List.of(PENDING, LOST, TERMINATING);

    private final TransitionTable.Builder<ClaimState, ClaimEvent, ClaimAction> rules =
            new TransitionTable.Builder<>(ClaimState.class, ClaimEvent.class, TERMINATING, GONE);

    private ClaimRules() {}

    static TransitionTable<ClaimState, ClaimEvent, ClaimAction> table() {
        ClaimRules claims = new ClaimRules();
        claims.unbound();
        claims.bound();
        claims.deleted();
        claims.used();
        claims.rules.stay(NOT_KNOWN, List.of());
        return claims.rules.build();
    }

    /** While upstream waits for a provisioner it leaves the phase alone; every other obstacle makes it Pending. */
    private void unbound() {
        rules.lead(VOLUME_FITS, BOUND, List.of(BIND));
        rules.stay(DEFAULT_CLASS_APPEARED, List.of(ASSIGN_DEFAULT_CLASS));
        rules.lead(NO_CLASS, PENDING, List.of(REPORT, PHASE_PENDING));
        rules.lead(AWAITS_CONSUMER, PENDING, List.of(REPORT, PHASE_PENDING));
        rules.stay(PROVISIONABLE, List.of(ASK_PROVISIONER));
        rules.stay(NOT_PROVISIONABLE, List.of(REPORT));
        rules.lead(NAMED_VOLUME_MISSING, PENDING, List.of(PHASE_PENDING));
        rules.lead(NAMED_VOLUME_UNFIT, PENDING, List.of(REPORT, PHASE_PENDING));
        rules.lead(NAMED_VOLUME_TAKEN, PENDING, List.of(REPORT, PHASE_PENDING));
        rules.stay(CHOSEN_VOLUME_TAKEN, List.of(REPORT));
    }

    private void bound() {
        rules.lead(VOLUME_HELD, BOUND, List.of(BIND));
        rules.lead(VOLUME_NAME_LOST, LOST, List.of(PHASE_LOST));
        rules.lead(VOLUME_LOST, LOST, List.of(PHASE_LOST));
        rules.lead(MISBOUND, LOST, List.of(PHASE_LOST));
    }

    private void deleted() {
        rules.lead(DELETION_ASKED, TERMINATING, List.of());
        rules.stay(UNPROTECTED, rules.live(), List.of(ADD_PROTECTION));
        rules.stay(UNPROTECTED, List.of(TERMINATING), List.of());
        rules.stay(POD_HOLDS_IT, List.of());
        rules.stay(LAST_POD_GONE, rules.live(), List.of());
        rules.lead(LAST_POD_GONE, List.of(TERMINATING), GONE, List.of(REMOVE_PROTECTION));
    }

    private void used() {
        rules.stay(POD_REFERS_TO_IT, List.of(BOUND), List.of(MARK_USED));
        rules.stay(POD_REFERS_TO_IT, UNBOUND, List.of());
        rules.stay(NO_POD_REFERS_TO_IT, List.of(BOUND), List.of(MARK_UNUSED));
        rules.stay(NO_POD_REFERS_TO_IT, UNBOUND, List.of());
    }
}
