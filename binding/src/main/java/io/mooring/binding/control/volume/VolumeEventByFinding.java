package io.mooring.binding.control.volume;

import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.finding.VolumeUseFinding;
import io.mooring.binding.lifecycle.VolumeEvent;

/** What the lifecycle calls each finding about a volume: the row of its table in which stands what follows from it. */
public final class VolumeEventByFinding {
    private VolumeEventByFinding() {}

    /** Of what the volume binder finds. */
    public static VolumeEvent of(VolumeBindingFinding finding) {
        return finding.accept(Binding.CASES);
    }

    /** Of what comes of reclaiming. */
    public static VolumeEvent of(VolumeReclaimFinding finding) {
        return finding.accept(Reclaim.CASES);
    }

    /** Of what pv-protection finds. */
    public static VolumeEvent of(VolumeUseFinding finding) {
        return finding.accept(Use.CASES);
    }

    private enum Binding implements VolumeBindingFinding.Cases<VolumeEvent> {
        CASES;

        @Override
        public VolumeEvent unclaimed(VolumeBindingFinding.Unclaimed finding) {
            return VolumeEvent.UNCLAIMED;
        }

        @Override
        public VolumeEvent reserved(VolumeBindingFinding.Reserved finding) {
            return VolumeEvent.RESERVED;
        }

        @Override
        public VolumeEvent reservedAhead(VolumeBindingFinding.ReservedAhead finding) {
            return VolumeEvent.RESERVED;
        }

        @Override
        public VolumeEvent chosen(VolumeBindingFinding.Chosen finding) {
            return VolumeEvent.CLAIM_TAKES_IT;
        }

        @Override
        public VolumeEvent heldBy(VolumeBindingFinding.HeldBy finding) {
            return VolumeEvent.CLAIM_HOLDS_IT;
        }

        @Override
        public VolumeEvent claimNotBound(VolumeBindingFinding.ClaimNotBound finding) {
            return VolumeEvent.CLAIM_NOT_BOUND_YET;
        }

        @Override
        public VolumeEvent claimOfOtherMode(VolumeBindingFinding.ClaimOfOtherMode finding) {
            return VolumeEvent.CLAIM_OF_OTHER_MODE;
        }

        @Override
        public VolumeEvent claimElsewhere(VolumeBindingFinding.ClaimElsewhere finding) {
            return VolumeEvent.CLAIM_ELSEWHERE;
        }

        @Override
        public VolumeEvent provisionedInVain(VolumeBindingFinding.ProvisionedInVain finding) {
            return VolumeEvent.PROVISIONED_IN_VAIN;
        }

        @Override
        public VolumeEvent retained(VolumeBindingFinding.Retained finding) {
            return VolumeEvent.CLAIM_GONE_RETAIN;
        }

        @Override
        public VolumeEvent toBeDeleted(VolumeBindingFinding.ToBeDeleted finding) {
            return VolumeEvent.CLAIM_GONE_DELETE;
        }

        @Override
        public VolumeEvent toBeRecycled(VolumeBindingFinding.ToBeRecycled finding) {
            return VolumeEvent.CLAIM_GONE_RECYCLE;
        }

        @Override
        public VolumeEvent policyUnknown(VolumeBindingFinding.PolicyUnknown finding) {
            return VolumeEvent.CLAIM_GONE_OTHER_POLICY;
        }

        @Override
        public VolumeEvent notKnown(VolumeBindingFinding.NotKnown finding) {
            return VolumeEvent.NOT_KNOWN;
        }
    }

    private enum Reclaim implements VolumeReclaimFinding.Cases<VolumeEvent> {
        CASES;

        @Override
        public VolumeEvent leftToProvisioner(VolumeReclaimFinding.LeftToProvisioner finding) {
            return VolumeEvent.LEFT_TO_PROVISIONER;
        }

        @Override
        public VolumeEvent storageDeleted(VolumeReclaimFinding.StorageDeleted finding) {
            return VolumeEvent.STORAGE_DELETED;
        }

        @Override
        public VolumeEvent deletionFailed(VolumeReclaimFinding.DeletionFailed finding) {
            return VolumeEvent.DELETION_FAILED;
        }

        @Override
        public VolumeEvent usedByPods(VolumeReclaimFinding.UsedByPods finding) {
            return VolumeEvent.STORAGE_IN_USE;
        }

        @Override
        public VolumeEvent noRecycler(VolumeReclaimFinding.NoRecycler finding) {
            return VolumeEvent.RECYCLING_FAILED;
        }

        @Override
        public VolumeEvent recyclerWanted(VolumeReclaimFinding.RecyclerWanted finding) {
            return VolumeEvent.STORAGE_IN_USE;
        }

        @Override
        public VolumeEvent recyclerPaused(VolumeReclaimFinding.RecyclerPaused finding) {
            return VolumeEvent.STORAGE_IN_USE;
        }

        @Override
        public VolumeEvent recyclerAtWork(VolumeReclaimFinding.RecyclerAtWork finding) {
            return VolumeEvent.STORAGE_IN_USE;
        }

        @Override
        public VolumeEvent recycled(VolumeReclaimFinding.Recycled finding) {
            return VolumeEvent.RECYCLED;
        }

        @Override
        public VolumeEvent recyclingFailed(VolumeReclaimFinding.RecyclingFailed finding) {
            return VolumeEvent.RECYCLING_FAILED;
        }

        @Override
        public VolumeEvent recyclerNameTaken(VolumeReclaimFinding.RecyclerNameTaken finding) {
            return VolumeEvent.RECYCLING_FAILED;
        }
    }

    private enum Use implements VolumeUseFinding.Cases<VolumeEvent> {
        CASES;

        @Override
        public VolumeEvent unprotected(VolumeUseFinding.Unprotected finding) {
            return VolumeEvent.UNPROTECTED;
        }

        @Override
        public VolumeEvent heldWhileBound(VolumeUseFinding.HeldWhileBound finding) {
            return VolumeEvent.IN_USE;
        }

        @Override
        public VolumeEvent heldByNobody(VolumeUseFinding.HeldByNobody finding) {
            return VolumeEvent.NOT_IN_USE;
        }
    }
}
