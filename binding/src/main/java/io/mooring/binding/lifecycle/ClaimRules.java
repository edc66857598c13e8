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
    private static final List<ClaimState> LIVE = List.of(PENDING, BOUND, LOST);
    private static final List<ClaimState> OTHERS = List.of(PENDING, LOST, TERMINATING);
    private static final List<ClaimState> DELETED = List.of(TERMINATING);

    private ClaimRules() {}

    static Table<ClaimState, ClaimEvent, ClaimAction> table() {
        Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules = new Table.Rules<>(ClaimState.class, ClaimEvent.class);
        unbound(rules);
        bound(rules);
        deleted(rules);
        used(rules);
        for (ClaimEvent event : ClaimEvent.values()) {
            rules.never(event, List.of(GONE), "what is gone is not observed");
        }
        return rules.complete();
    }

    /** While upstream waits for a provisioner it leaves the phase alone; every other obstacle makes it Pending. */
    private static void unbound(Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules) {
        leadAll(rules, VOLUME_FITS, BOUND, BIND);
        stayAll(rules, DEFAULT_CLASS_APPEARED, ASSIGN_DEFAULT_CLASS);
        leadAll(rules, NO_CLASS, PENDING, REPORT, PHASE_PENDING);
        leadAll(rules, AWAITS_CONSUMER, PENDING, REPORT, PHASE_PENDING);
        stayAll(rules, PROVISIONABLE, ASK_PROVISIONER);
        stayAll(rules, NOT_PROVISIONABLE, REPORT);
        leadAll(rules, NAMED_VOLUME_MISSING, PENDING, PHASE_PENDING);
        leadAll(rules, NAMED_VOLUME_UNFIT, PENDING, REPORT, PHASE_PENDING);
        leadAll(rules, NAMED_VOLUME_TAKEN, PENDING, REPORT, PHASE_PENDING);
        stayAll(rules, CHOSEN_VOLUME_TAKEN, REPORT);
    }

    private static void bound(Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules) {
        leadAll(rules, VOLUME_HELD, BOUND, BIND);
        leadAll(rules, VOLUME_NAME_LOST, LOST, PHASE_LOST);
        leadAll(rules, VOLUME_LOST, LOST, PHASE_LOST);
        leadAll(rules, MISBOUND, LOST, PHASE_LOST);
    }

    private static void deleted(Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules) {
        leadAll(rules, DELETION_ASKED, TERMINATING);
        rules.stay(UNPROTECTED, LIVE, List.of(ADD_PROTECTION)).stay(UNPROTECTED, DELETED, List.of());
        stayAll(rules, POD_HOLDS_IT);
        rules.stay(LAST_POD_GONE, LIVE, List.of()).lead(LAST_POD_GONE, DELETED, GONE, List.of(REMOVE_PROTECTION));
    }

    private static void used(Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules) {
        rules.stay(POD_REFERS_TO_IT, List.of(BOUND), List.of(MARK_USED)).stay(POD_REFERS_TO_IT, OTHERS, List.of());
        rules.stay(NO_POD_REFERS_TO_IT, List.of(BOUND), List.of(MARK_UNUSED))
                .stay(NO_POD_REFERS_TO_IT, OTHERS, List.of());
    }

    private static void leadAll(
            Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules,
            ClaimEvent event,
            ClaimState to,
            ClaimAction... actions) {
        rules.lead(event, LIVE, to, List.of(actions)).stay(event, DELETED, List.of(actions));
    }

    private static void stayAll(
            Table.Rules<ClaimState, ClaimEvent, ClaimAction> rules, ClaimEvent event, ClaimAction... actions) {
        rules.stay(event, LIVE, List.of(actions)).stay(event, DELETED, List.of(actions));
    }
}
