package io.mooring.binding.explain.volume;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.KindText;
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
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.stream.Stream;

/** How a volume stands, depending on what the binder found. */
record VolumeByFinding(Evidence evidence, PersistentVolume volume) implements VolumeBindingFinding.Cases<Explanation> {
    static final FieldPath CLAIM_REF = FieldPath.of("spec", "claimRef");
    static final FieldPath POLICY = FieldPath.of("spec", "persistentVolumeReclaimPolicy");
    private static final FieldPath CAPACITY = FieldPath.of("spec", "capacity").key("storage");

    @Override
    public Explanation heldBy(HeldBy finding) {
        return explanation(Outlook.FINE, "is bound to " + name(finding.claim()) + ".")
                .withFacts(List.of(claimRef(
                        FactCode.VOLUME_HELD,
                        "serves " + name(finding.claim()) + " alone, whatever its size and access modes")))
                .withContext(Stream.concat(waste(finding.claim()), policy()).toList());
    }

    /** What the claim does not ask for is nobody's. */
    private Stream<Fact> waste(Ref<PersistentVolumeClaim> ref) {
        Quantity held = volume.storageCapacity();
        return cluster()
                .get(ref)
                .map(PersistentVolumeClaim::requestedStorage)
                .filter(requested -> requested.compareTo(held) < 0)
                .map(requested -> Fact.of(
                                FactCode.VOLUME_WASTE,
                                volume.ref(),
                                CAPACITY,
                                "holds " + held + " for the " + requested + " that are asked for; the other "
                                        + held.minus(requested) + " serve nobody else")
                        .having(held.toString())
                        .needing(requested.toString()))
                .stream();
    }

    /** What becomes of it when its claim is deleted. */
    private Stream<Fact> policy() {
        return volume.spec().persistentVolumeReclaimPolicy().map(this::policy).stream();
    }

    private Fact policy(ReclaimPolicy policy) {
        String text = policy.equals(ReclaimPolicy.RETAIN)
                ? "keeps its data when its claim is deleted (reclaim policy Retain)"
                : policy.equals(ReclaimPolicy.DELETE)
                        ? "is deleted with its data when its claim is deleted (reclaim policy Delete)"
                        : policy.equals(ReclaimPolicy.RECYCLE)
                                ? "is scrubbed when its claim is deleted, and free again (reclaim policy Recycle)"
                                : "has a reclaim policy that Kubernetes does not know (" + policy.value() + ")";
        return Fact.of(FactCode.VOLUME_RECLAIM_POLICY, volume.ref(), POLICY, text)
                .having(policy.value());
    }

    @Override
    public Explanation unclaimed(Unclaimed finding) {
        String headline = volume.isIn(VolumePhase.AVAILABLE)
                ? "is free: any claim that it fits may take it."
                : "is free, and about to become Available.";
        return explanation(Outlook.FINE, headline)
                .withFacts(List.of(claimRef(FactCode.VOLUME_FREE, "has no claimRef")));
    }

    @Override
    public Explanation reserved(Reserved finding) {
        return kept(finding.claim(), "is kept for " + name(finding.claim()) + ", which can take it.");
    }

    @Override
    public Explanation reservedAhead(ReservedAhead finding) {
        if (finding.holder().isNobody()) {
            return keptForNobody(finding.holder());
        }
        return kept(finding.claim(), "is kept for " + name(finding.claim()) + ", which does not exist yet.");
    }

    /** No claim is without a name or a namespace, so that none is ever the one that is named. */
    private Explanation keptForNobody(VolumeHolder holder) {
        String name = holder.claim().name();
        return explanation(
                        Outlook.BLOCKED,
                        "is kept for nobody: its claimRef names no claim that can be, and nobody gets it until that is "
                                + "cleared or completed.")
                .withFacts(List.of(claimRef(
                        FactCode.VOLUME_RESERVED,
                        name.isEmpty()
                                ? "has a claimRef without a name, which is not the same as none"
                                : "names " + name + " in its claimRef without a namespace")));
    }

    /** Who it is kept for may not fit it. */
    private Explanation kept(Ref<PersistentVolumeClaim> claim, String headline) {
        return explanation(Outlook.WAITS, headline)
                .withFacts(List.of(claimRef(
                        FactCode.VOLUME_RESERVED,
                        "names " + name(claim) + " in its claimRef, without a uid: no other claim gets it")));
    }

    @Override
    public Explanation chosen(Chosen finding) {
        return aboutToBind(finding.claim());
    }

    @Override
    public Explanation claimNotBound(ClaimNotBound finding) {
        return aboutToBind(finding.claim());
    }

    private Explanation aboutToBind(Ref<PersistentVolumeClaim> claim) {
        return explanation(Outlook.WAITS, "is about to be bound to " + name(claim) + ".")
                .withFacts(List.of(claimRef(FactCode.VOLUME_RESERVED, "was chosen for " + name(claim))));
    }

    @Override
    public Explanation claimOfOtherMode(ClaimOfOtherMode finding) {
        Fact mode = Fact.of(
                        FactCode.VOLUME_RESERVED,
                        volume.ref(),
                        FieldPath.of("spec", "volumeMode"),
                        "is a " + finding.offered() + ", and " + name(finding.claim())
                                + ", for which it is kept, asks for a " + finding.requested())
                .having(new JsonString(finding.offered().value()))
                .needing(new JsonString(finding.requested().value()));
        return explanation(Outlook.BLOCKED, "is kept for " + name(finding.claim()) + ", and does not do for it.")
                .withFacts(List.of(mode));
    }

    @Override
    public Explanation claimElsewhere(ClaimElsewhere finding) {
        return explanation(
                        Outlook.WAITS,
                        "is kept for " + name(finding.claim()) + ", which has "
                                + finding.other().name() + ", and is about to be free again.")
                .withFacts(List.of(claimRef(
                        FactCode.VOLUME_RESERVED,
                        "names " + name(finding.claim()) + " in its claimRef, which is bound to "
                                + finding.other().name())));
    }

    @Override
    public Explanation provisionedInVain(ProvisionedInVain finding) {
        return reclaimed("was made for " + name(finding.claim()) + ", which has "
                + finding.other().name());
    }

    @Override
    public Explanation retained(Retained finding) {
        return explanation(
                        Outlook.BLOCKED,
                        "is Released: its claim is gone, its data are kept, and nobody gets it until its claimRef is cleared or set to another claim.")
                .withFacts(List.of(
                        released(finding.holder()),
                        volume.spec()
                                .persistentVolumeReclaimPolicy()
                                .map(this::policy)
                                .orElseThrow()));
    }

    private Fact released(VolumeHolder holder) {
        boolean hasSuccessor = cluster().get(holder.claim()).isPresent();
        String successor = hasSuccessor ? "; the claim of that name now is another one" : "";
        return claimRef(
                        FactCode.VOLUME_RELEASED,
                        "names " + name(holder.claim()) + " of uid " + holder.uid() + " in its claimRef, which is gone"
                                + successor)
                .having(new JsonString(holder.uid()));
    }

    @Override
    public Explanation toBeDeleted(ToBeDeleted finding) {
        Explanation explanation =
                reclaimed("is Released by " + name(finding.holder().claim()));
        return explanation.withFacts(Stream.concat(Stream.of(released(finding.holder())), explanation.facts().stream())
                .toList());
    }

    @Override
    public Explanation toBeRecycled(ToBeRecycled finding) {
        return toBeDeleted(new ToBeDeleted(finding.about(), finding.holder()));
    }

    private Explanation reclaimed(String start) {
        Reclaim reclaim = VolumeFindings.reclaim(cluster(), volume)
                .map(found -> found.accept(new ReclaimByFinding(volume)))
                .orElseThrow();
        return explanation(reclaim.outlook(), start + reclaim.ending())
                .withFacts(List.of(reclaim.fact()))
                .withQuotes(lastWarning());
    }

    @Override
    public Explanation policyUnknown(PolicyUnknown finding) {
        return explanation(Outlook.BLOCKED, "is Released, and nobody knows what to do with it.")
                .withFacts(Stream.concat(Stream.of(released(finding.holder())), policy())
                        .toList())
                .withQuotes(lastWarning());
    }

    @Override
    public Explanation notKnown(NotKnown finding) {
        return explanation(
                        Outlook.NOT_KNOWN,
                        "is kept for " + name(finding.holder().claim()) + ", of which nothing is known.")
                .withFacts(List.of(claimRef(
                        FactCode.VOLUME_RESERVED,
                        "names " + name(finding.holder().claim())
                                + "; whether that claim is there, and who uses it, is not known: "
                                + KindText.notInTheDump(List.of(finding.kind())))));
    }

    private List<Quote> lastWarning() {
        return evidence.lastWarning(volume, event -> true).stream().toList();
    }

    private Cluster cluster() {
        return evidence.cluster();
    }

    private Explanation explanation(Outlook outlook, String headline) {
        return Explanation.of(volume.ref(), outlook, headline);
    }

    private Fact claimRef(FactCode code, String text) {
        return Fact.of(code, volume.ref(), CLAIM_REF, text);
    }

    private static String name(Ref<PersistentVolumeClaim> claim) {
        return claim.qualifiedName();
    }
}
