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
    private static final List<VolumeState> UNRELEASED = List.of(PENDING, AVAILABLE, BOUND);
    private static final List<VolumeState> RELEASED_OR_FAILED = List.of(RELEASED, FAILED);
    private static final List<VolumeState> NOT_FAILED = List.of(PENDING, AVAILABLE, BOUND, RELEASED);

    private static final String NOT_RELEASED = "storage is touched only after the volume was released";

    private final TransitionTable.Builder<VolumeState, VolumeEvent, VolumeAction> rules =
            new TransitionTable.Builder<>(VolumeState.class, VolumeEvent.class, TERMINATING, GONE);

    private VolumeRules() {}

    static TransitionTable<VolumeState, VolumeEvent, VolumeAction> table() {
        VolumeRules volumes = new VolumeRules();
        volumes.claimed();
        volumes.released();
        volumes.reclaimed();
        volumes.deleted();
        volumes.rules.stay(NOT_KNOWN, List.of());
        return volumes.rules.build();
    }

    private void claimed() {
        rules.lead(UNCLAIMED, AVAILABLE, List.of(PHASE_AVAILABLE));
        rules.lead(RESERVED, AVAILABLE, List.of(PHASE_AVAILABLE));
        rules.lead(CLAIM_TAKES_IT, BOUND, List.of(WRITE_CLAIM_REF, PHASE_BOUND));
        rules.lead(CLAIM_HOLDS_IT, BOUND, List.of(PHASE_BOUND));
        rules.stay(CLAIM_NOT_BOUND_YET, List.of(SYNC_CLAIM));
        rules.stay(CLAIM_OF_OTHER_MODE, List.of(WARN_OF_MODES));
        rules.lead(CLAIM_ELSEWHERE, AVAILABLE, List.of(UNBIND, PHASE_AVAILABLE));
    }

    private void released() {
        release(PROVISIONED_IN_VAIN, List.of(RELEASE, DELETE_STORAGE));
        release(CLAIM_GONE_RETAIN, List.of(RELEASE));
        release(CLAIM_GONE_DELETE, List.of(RELEASE, DELETE_STORAGE));
        release(CLAIM_GONE_RECYCLE, List.of(RELEASE, RECYCLE_STORAGE));
        rules.lead(CLAIM_GONE_OTHER_POLICY, FAILED, List.of(RELEASE, FAIL));
    }

    private void release(VolumeEvent event, List<VolumeAction> actions) {
        rules.lead(event, NOT_FAILED, RELEASED, actions);
        rules.stay(event, List.of(FAILED), actions);
        rules.stay(event, List.of(TERMINATING), actions);
    }

    private void reclaimed() {
        reclaim(RECYCLED, AVAILABLE, List.of(REPORT_RECYCLED, UNBIND, PHASE_AVAILABLE));
        reclaim(RECYCLING_FAILED, FAILED, List.of(FAIL));
        reclaim(STORAGE_DELETED, TERMINATING, List.of(DELETE_VOLUME));
        reclaim(DELETION_FAILED, FAILED, List.of(FAIL));
        for (VolumeEvent event : List.of(STORAGE_IN_USE, LEFT_TO_PROVISIONER)) {
            rules.stay(event, RELEASED_OR_FAILED, List.of());
            rules.stay(event, List.of(TERMINATING), List.of());
            rules.never(event, UNRELEASED, NOT_RELEASED);
        }
    }

    private void reclaim(VolumeEvent event, VolumeState to, List<VolumeAction> actions) {
        rules.lead(event, RELEASED_OR_FAILED, to, actions);
        rules.stay(event, List.of(TERMINATING), actions);
        rules.never(event, UNRELEASED, NOT_RELEASED);
    }

    private void deleted() {
        rules.lead(DELETION_ASKED, TERMINATING, List.of());
        rules.stay(UNPROTECTED, rules.live(), List.of(ADD_PROTECTION));
        rules.stay(UNPROTECTED, List.of(TERMINATING), List.of());
        rules.stay(IN_USE, List.of());
        rules.stay(NOT_IN_USE, rules.live(), List.of());
        rules.lead(NOT_IN_USE, List.of(TERMINATING), GONE, List.of(REMOVE_PROTECTION));
    }
}
