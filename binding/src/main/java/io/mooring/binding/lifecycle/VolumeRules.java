package io.mooring.binding.lifecycle;

import static io.mooring.binding.lifecycle.VolumeAction.ADD_PROTECTION;
import static io.mooring.binding.lifecycle.VolumeAction.DELETE_STORAGE;
import static io.mooring.binding.lifecycle.VolumeAction.DELETE_VOLUME;
import static io.mooring.binding.lifecycle.VolumeAction.FAIL;
import static io.mooring.binding.lifecycle.VolumeAction.PHASE_AVAILABLE;
import static io.mooring.binding.lifecycle.VolumeAction.PHASE_BOUND;
import static io.mooring.binding.lifecycle.VolumeAction.RECYCLE_STORAGE;
import static io.mooring.binding.lifecycle.VolumeAction.RELEASE;
import static io.mooring.binding.lifecycle.VolumeAction.REMOVE_PROTECTION;
import static io.mooring.binding.lifecycle.VolumeAction.REPORT_RECYCLED;
import static io.mooring.binding.lifecycle.VolumeAction.SYNC_CLAIM;
import static io.mooring.binding.lifecycle.VolumeAction.UNBIND;
import static io.mooring.binding.lifecycle.VolumeAction.WARN_OF_MODES;
import static io.mooring.binding.lifecycle.VolumeAction.WRITE_CLAIM_REF;
import static io.mooring.binding.lifecycle.VolumeEvent.*;
import static io.mooring.binding.lifecycle.VolumeState.AVAILABLE;
import static io.mooring.binding.lifecycle.VolumeState.BOUND;
import static io.mooring.binding.lifecycle.VolumeState.FAILED;
import static io.mooring.binding.lifecycle.VolumeState.GONE;
import static io.mooring.binding.lifecycle.VolumeState.PENDING;
import static io.mooring.binding.lifecycle.VolumeState.RELEASED;
import static io.mooring.binding.lifecycle.VolumeState.TERMINATING;

import java.util.List;

/**
 * The rules of volumes: {@code syncVolume}, {@code unbindVolume}, {@code reclaimVolume} and the two operations that it
 * starts, and {@code pv_protection_controller} of Kubernetes v1.37.
 *
 * <p>Two of upstream's habits show: a volume that failed stays Failed while it is tried again, and a volume that is being
 * deleted goes through the same phases as any other until pv-protection lets it go.
 */
final class VolumeRules {
    private static final List<VolumeState> LIVE = List.of(PENDING, AVAILABLE, BOUND, RELEASED, FAILED);
    private static final List<VolumeState> UNFAILED = List.of(PENDING, AVAILABLE, BOUND, RELEASED);
    private static final List<VolumeState> RECLAIMED = List.of(RELEASED, FAILED);
    private static final List<VolumeState> UNRELEASED = List.of(PENDING, AVAILABLE, BOUND);
    private static final List<VolumeState> DELETED = List.of(TERMINATING);

    private static final String NOT_RELEASED = "storage is touched only after the volume was released";

    private VolumeRules() {}

    static Table<VolumeState, VolumeEvent, VolumeAction> table() {
        Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules =
                new Table.Rules<>(VolumeState.class, VolumeEvent.class);
        claimed(rules);
        released(rules);
        reclaimed(rules);
        deleted(rules);
        for (VolumeEvent event : VolumeEvent.values()) {
            rules.never(event, List.of(GONE), "what is gone is not observed");
        }
        return rules.complete();
    }

    private static void claimed(Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules) {
        leadAll(rules, UNCLAIMED, AVAILABLE, PHASE_AVAILABLE);
        leadAll(rules, RESERVED, AVAILABLE, PHASE_AVAILABLE);
        leadAll(rules, CLAIM_TAKES_IT, BOUND, WRITE_CLAIM_REF, PHASE_BOUND);
        leadAll(rules, CLAIM_HOLDS_IT, BOUND, PHASE_BOUND);
        stayAll(rules, CLAIM_NOT_BOUND_YET, SYNC_CLAIM);
        stayAll(rules, CLAIM_OF_OTHER_MODE, WARN_OF_MODES);
        leadAll(rules, CLAIM_ELSEWHERE, AVAILABLE, UNBIND, PHASE_AVAILABLE);
    }

    private static void released(Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules) {
        release(rules, PROVISIONED_IN_VAIN, RELEASE, DELETE_STORAGE);
        release(rules, CLAIM_GONE_RETAIN, RELEASE);
        release(rules, CLAIM_GONE_DELETE, RELEASE, DELETE_STORAGE);
        release(rules, CLAIM_GONE_RECYCLE, RELEASE, RECYCLE_STORAGE);
        leadAll(rules, CLAIM_GONE_OTHER_POLICY, FAILED, RELEASE, FAIL);
    }

    private static void reclaimed(Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules) {
        reclaim(rules, RECYCLED, AVAILABLE, REPORT_RECYCLED, UNBIND, PHASE_AVAILABLE);
        reclaim(rules, RECYCLING_FAILED, FAILED, FAIL);
        reclaim(rules, STORAGE_DELETED, TERMINATING, DELETE_VOLUME);
        reclaim(rules, DELETION_FAILED, FAILED, FAIL);
        for (VolumeEvent event : List.of(STORAGE_IN_USE, LEFT_TO_PROVISIONER)) {
            rules.stay(event, RECLAIMED, List.of())
                    .stay(event, DELETED, List.of())
                    .never(event, UNRELEASED, NOT_RELEASED);
        }
    }

    private static void deleted(Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules) {
        leadAll(rules, DELETION_ASKED, TERMINATING);
        rules.stay(UNPROTECTED, LIVE, List.of(ADD_PROTECTION)).stay(UNPROTECTED, DELETED, List.of());
        stayAll(rules, IN_USE);
        rules.stay(NOT_IN_USE, LIVE, List.of()).lead(NOT_IN_USE, DELETED, GONE, List.of(REMOVE_PROTECTION));
    }

    private static void leadAll(
            Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules,
            VolumeEvent event,
            VolumeState to,
            VolumeAction... actions) {
        rules.lead(event, LIVE, to, List.of(actions)).stay(event, DELETED, List.of(actions));
    }

    private static void stayAll(
            Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules, VolumeEvent event, VolumeAction... actions) {
        rules.stay(event, LIVE, List.of(actions)).stay(event, DELETED, List.of(actions));
    }

    private static void release(
            Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules, VolumeEvent event, VolumeAction... actions) {
        rules.lead(event, UNFAILED, RELEASED, List.of(actions))
                .stay(event, List.of(FAILED), List.of(actions))
                .stay(event, DELETED, List.of(actions));
    }

    private static void reclaim(
            Table.Rules<VolumeState, VolumeEvent, VolumeAction> rules,
            VolumeEvent event,
            VolumeState to,
            VolumeAction... actions) {
        rules.lead(event, RECLAIMED, to, List.of(actions))
                .stay(event, DELETED, List.of(actions))
                .never(event, UNRELEASED, NOT_RELEASED);
    }
}
