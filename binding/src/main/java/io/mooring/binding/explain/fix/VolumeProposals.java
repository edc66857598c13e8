package io.mooring.binding.explain.fix;

import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may make a volume serve again, depending on whose it is. */
record VolumeProposals(Cluster cluster, PersistentVolume volume) implements VolumeBindingFinding.Cases<List<Proposal>> {
    /** For how many claims that wait for a volume it may be kept. */
    private static final int MOST_WAITING = 3;

    @Override
    public List<Proposal> unclaimed(VolumeBindingFinding.Unclaimed finding) {
        return List.of();
    }

    @Override
    public List<Proposal> reserved(VolumeBindingFinding.Reserved finding) {
        return List.of();
    }

    @Override
    public List<Proposal> reservedAhead(VolumeBindingFinding.ReservedAhead finding) {
        return List.of();
    }

    @Override
    public List<Proposal> chosen(VolumeBindingFinding.Chosen finding) {
        return List.of();
    }

    @Override
    public List<Proposal> heldBy(VolumeBindingFinding.HeldBy finding) {
        return List.of();
    }

    @Override
    public List<Proposal> claimNotBound(VolumeBindingFinding.ClaimNotBound finding) {
        return ofClaim(finding.claim());
    }

    @Override
    public List<Proposal> claimOfOtherMode(VolumeBindingFinding.ClaimOfOtherMode finding) {
        return ofClaim(finding.claim());
    }

    private List<Proposal> ofClaim(Ref<PersistentVolumeClaim> ref) {
        return ClaimProposals.of(cluster, ref, Set.of());
    }

    @Override
    public List<Proposal> claimElsewhere(VolumeBindingFinding.ClaimElsewhere finding) {
        return List.of();
    }

    @Override
    public List<Proposal> provisionedInVain(VolumeBindingFinding.ProvisionedInVain finding) {
        return List.of();
    }

    @Override
    public List<Proposal> retained(VolumeBindingFinding.Retained finding) {
        return freeing(finding.holder(), List.of());
    }

    /** Where nobody has deleted its storage, or nobody can. */
    @Override
    public List<Proposal> toBeDeleted(VolumeBindingFinding.ToBeDeleted finding) {
        return freeing(finding.holder(), List.of(VolumeChange.retain(volume)));
    }

    @Override
    public List<Proposal> toBeRecycled(VolumeBindingFinding.ToBeRecycled finding) {
        return freeing(finding.holder(), List.of(VolumeChange.retain(volume)));
    }

    @Override
    public List<Proposal> policyUnknown(VolumeBindingFinding.PolicyUnknown finding) {
        return freeing(finding.holder(), List.of(VolumeChange.retain(volume)));
    }

    @Override
    public List<Proposal> notKnown(VolumeBindingFinding.NotKnown finding) {
        return List.of();
    }

    /**
     * For whoever comes; for the claim that has the former one's name now; or for one that waits, in the former one's
     * namespace: data are not handed to another tenant.
     */
    private List<Proposal> freeing(VolumeHolder holder, List<VolumeChange> before) {
        if (cluster.get(holder.claim()).isPresent()) {
            return List.of(after(before, VolumeChange.reserve(volume, holder.claim())));
        }
        PersistentVolume free = volume.withSpec(volume.spec().withClaimRef(Optional.empty()));
        Stream<Proposal> kept = VolumeEdits.waiting(cluster, free)
                .map(PersistentVolumeClaim::ref)
                .filter(claim -> claim.namespace().equals(holder.claim().namespace()))
                .limit(MOST_WAITING)
                .map(claim -> after(before, VolumeChange.reserve(volume, claim)));
        return Stream.concat(Stream.of(after(before, cleared(free, holder))), kept)
                .toList();
    }

    /** Says who takes it. */
    private VolumeChange cleared(PersistentVolume free, VolumeHolder holder) {
        VolumeChange clearing = VolumeChange.clear(volume, holder);
        List<String> takers = VolumeEdits.waiting(cluster, free)
                .map(claim -> claim.ref().qualifiedName())
                .toList();
        if (takers.isEmpty()) {
            return clearing;
        }
        String others = takers.size() == 1 ? "" : " or one of " + (takers.size() - 1) + " others that wait";
        return clearing.warning("claim " + takers.get(0) + others + " may take it at once");
    }

    private Proposal after(List<VolumeChange> before, VolumeChange change) {
        return VolumeEdits.proposal(
                volume, Stream.concat(before.stream(), Stream.of(change)).toList());
    }
}
