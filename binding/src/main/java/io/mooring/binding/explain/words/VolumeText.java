package io.mooring.binding.explain.words;

import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeBindingFinding.Chosen;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimElsewhere;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimNotBound;
import io.mooring.binding.finding.VolumeBindingFinding.ClaimOfOtherMode;
import io.mooring.binding.finding.VolumeBindingFinding.HeldBy;
import io.mooring.binding.finding.VolumeBindingFinding.NotKnown;
import io.mooring.binding.finding.VolumeBindingFinding.PolicyUnknown;
import io.mooring.binding.finding.VolumeBindingFinding.ProvisionedInVain;
import io.mooring.binding.finding.VolumeBindingFinding.Reserved;
import io.mooring.binding.finding.VolumeBindingFinding.ReservedAhead;
import io.mooring.binding.finding.VolumeBindingFinding.Retained;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeDeleted;
import io.mooring.binding.finding.VolumeBindingFinding.ToBeRecycled;
import io.mooring.binding.finding.VolumeBindingFinding.Unclaimed;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;

/**
 * Whose a volume is, in a few words for a person.
 *
 * @param reader the claim that is explained
 */
public record VolumeText(Ref<PersistentVolumeClaim> reader) implements VolumeBindingFinding.Cases<String> {

    @Override
    public String unclaimed(Unclaimed finding) {
        return "free";
    }

    @Override
    public String reserved(Reserved finding) {
        return finding.claim().equals(reader)
                ? "kept for it by its name alone, without its uid"
                : "reserved for " + name(finding.claim());
    }

    @Override
    public String reservedAhead(ReservedAhead finding) {
        return finding.holder().isNobody()
                ? "reserved for nobody: its claimRef names no claim that can be"
                : "reserved for " + name(finding.claim()) + ", which does not exist yet";
    }

    @Override
    public String chosen(Chosen finding) {
        return "chosen for " + name(finding.claim());
    }

    @Override
    public String heldBy(HeldBy finding) {
        return "taken by " + name(finding.claim()) + " (a volume serves one claim, whatever its size and modes)";
    }

    @Override
    public String claimNotBound(ClaimNotBound finding) {
        return "kept for " + name(finding.claim()) + ", which has no volume yet";
    }

    @Override
    public String claimOfOtherMode(ClaimOfOtherMode finding) {
        return "kept for " + name(finding.claim()) + ", which asks for volume mode " + finding.requested();
    }

    @Override
    public String claimElsewhere(ClaimElsewhere finding) {
        return "kept for " + name(finding.claim()) + ", which has volume "
                + finding.other().name();
    }

    @Override
    public String provisionedInVain(ProvisionedInVain finding) {
        return "made for " + name(finding.claim()) + ", which has volume "
                + finding.other().name();
    }

    @Override
    public String retained(Retained finding) {
        return releasedBy(finding.holder())
                + " (it serves nobody until its claimRef is cleared or set to another claim)";
    }

    @Override
    public String toBeDeleted(ToBeDeleted finding) {
        return releasedBy(finding.holder()) + " (its reclaim policy is Delete)";
    }

    @Override
    public String toBeRecycled(ToBeRecycled finding) {
        return releasedBy(finding.holder()) + " (its reclaim policy is Recycle)";
    }

    @Override
    public String policyUnknown(PolicyUnknown finding) {
        return releasedBy(finding.holder()) + " (its reclaim policy is none that Kubernetes knows)";
    }

    @Override
    public String notKnown(NotKnown finding) {
        return "kept for " + name(finding.holder().claim()) + ", of which nothing is known";
    }

    private String releasedBy(VolumeHolder holder) {
        return "Released by " + (holder.claim().equals(reader) ? "an earlier " : "") + name(holder.claim());
    }

    private static String name(Ref<PersistentVolumeClaim> claim) {
        return claim.qualifiedName();
    }
}
