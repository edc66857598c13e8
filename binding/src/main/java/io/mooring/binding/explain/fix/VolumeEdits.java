package io.mooring.binding.explain.fix;

import io.mooring.binding.claims.ExistingObjects;
import io.mooring.binding.claims.VolumeClaimTemplates;
import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.control.volume.WaitingClaims;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.MergePatch;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes to volumes that are there, so that one serves a claim. A volume that somebody holds, that is kept for somebody, or
 * that another claim may still want is left alone.
 */
record VolumeEdits(Cluster cluster, PersistentVolumeClaim claim) {
    /** Of how many volumes changes are tried: of those that fail the fewest rules. */
    static final int NEAREST = 20;

    /** What does not speak against a volume for good: its phase follows its claimRef, and pods go where volumes are. */
    private static final Set<MatchRule> SOON_OR_SOMEWHERE = Set.of(MatchRule.PHASE, MatchRule.NODE_AFFINITY);

    /** A volume and all that speaks against it, wherever a pod goes. */
    record Verdict(PersistentVolume volume, List<Mismatch> mismatches) {}

    /** Changes to volumes that are near. */
    List<Proposal> of(List<Verdict> nearest) {
        return nearest.stream().flatMap(verdict -> proposal(verdict).stream()).toList();
    }

    /** Changes to the volume that the claim names, for which other rules hold than for those that it looks for. */
    List<Proposal> ofNamed(PersistentVolume volume) {
        Stream<Mismatch> taken = volume.isReservedFor(claim)
                ? Stream.empty()
                : volume.spec().claimRef().stream().map(Mismatch.TakenBy::new);
        Stream<Mismatch> unfit = Stream.of(NamedVolumeRule.values())
                .flatMap(rule -> rule.check(claim, volume, cluster.semantics()).stream());
        return proposal(new Verdict(volume, Stream.concat(taken, unfit).toList())).stream()
                .toList();
    }

    /**
     * The volume that the claim names is kept for one of the claim's name in another namespace, which does not exist: one of
     * the two was written down wrongly.
     */
    List<Proposal> ofMistaken(PersistentVolume volume) {
        boolean isMistaken = VolumeFindings.of(cluster, volume) instanceof VolumeBindingFinding.ReservedAhead ahead
                && ahead.claim().name().equals(claim.metadata().name());
        if (!isMistaken) {
            return List.of();
        }
        String other = volume.claim().orElseThrow().qualifiedName();
        VolumeChange change = VolumeChange.reserve(volume, claim.ref());
        return List.of(proposal(
                volume,
                List.of(new VolumeChange(
                        change.patch(),
                        change.purpose(),
                        change.cost(),
                        List.of("it is kept for claim " + other + " now, which does not exist")))));
    }

    /** The volumes that fail the fewest rules, those first. */
    List<Verdict> nearest() {
        Search search = ClaimFindings.search(cluster, claim);
        Search anywhere = search.delaysBinding() ? Search.byScheduler(claim, Map.of(), Set.of()) : search;
        return VolumeMatcher.evaluate(anywhere, cluster.view(VolumeIndexes.POOL)).stream()
                .map(VolumeEdits::verdict)
                .sorted(Comparator.comparingInt(verdict -> verdict.mismatches().size()))
                .limit(NEAREST)
                .toList();
    }

    private static Verdict verdict(Evaluation evaluation) {
        return new Verdict(
                evaluation.volume(),
                evaluation.mismatches().stream()
                        .filter(mismatch -> mismatch.rule() != MatchRule.NODE_AFFINITY)
                        .toList());
    }

    private Optional<Proposal> proposal(Verdict verdict) {
        ChangesByMismatch cases = new ChangesByMismatch(this, verdict.volume());
        List<VolumeChange> changes = new ArrayList<>();
        for (Mismatch mismatch : verdict.mismatches()) {
            Optional<List<VolumeChange>> some = mismatch.accept(cases);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            some.get().stream().filter(change -> !changes.contains(change)).forEach(changes::add);
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(proposal(verdict.volume(), reserving(verdict, changes)));
    }

    /** Where others would like it too once it is changed, it is kept for the claim. */
    private List<VolumeChange> reserving(Verdict verdict, List<VolumeChange> changes) {
        boolean isContested = cluster.patch(verdict.volume().ref(), patch(changes))
                .cluster()
                .get(verdict.volume().ref())
                .filter(changed -> !changed.isReservedFor(claim)
                        && others(changed).findAny().isPresent())
                .isPresent();
        if (!isContested) {
            return changes;
        }
        VolumeChange reservation = VolumeChange.reserve(verdict.volume(), claim.ref());
        return Stream.concat(
                        changes.stream().filter(change -> change.cost() != Fix.Cost.FREED_VOLUME),
                        Stream.of(reservation.warning("other claims wait for one too")))
                .toList();
    }

    /** All changes of one volume as one patch. */
    static Proposal proposal(PersistentVolume volume, List<VolumeChange> changes) {
        String purpose = changes.stream().map(VolumeChange::purpose).collect(Collectors.joining(" and "));
        return new Proposal(
                List.of(new Edit.Patch(volume.ref(), patch(changes), purpose)),
                changes.stream()
                        .map(VolumeChange::cost)
                        .max(Fix.Cost::compareTo)
                        .orElseThrow(),
                changes.stream().flatMap(change -> change.warnings().stream()).toList());
    }

    private static JsonObject patch(List<VolumeChange> changes) {
        return changes.stream().map(VolumeChange::patch).reduce(JsonObject.EMPTY, MergePatch::combine);
    }

    /** Other claims that wait and may get the volume, on some node or other. */
    Stream<PersistentVolumeClaim> others(PersistentVolume volume) {
        return waiting(cluster, volume).filter(other -> !other.ref().equals(claim.ref()));
    }

    /** The claims that wait and may get the volume, on some node or other; the binder serves those too that are being deleted. */
    static Stream<PersistentVolumeClaim> waiting(Cluster cluster, PersistentVolume volume) {
        VolumePool pool = VolumePool.of(List.of(volume));
        return WaitingClaims.of(WaitingClaims.classesOf(volume), cluster).filter(other -> mayServe(pool, other));
    }

    /** Whether another claim that waits, or that a set is yet to make, may get the volume as it is, on some node or other. */
    boolean isWanted(PersistentVolume volume) {
        VolumePool pool = VolumePool.of(List.of(volume));
        return others(volume).findAny().isPresent() || claimsToCome().anyMatch(other -> mayServe(pool, other));
    }

    /** Those of each set's next replica; those of any before it ask for the same. */
    private Stream<PersistentVolumeClaim> claimsToCome() {
        return cluster.list(StatefulSet.KIND)
                .filter(set -> !set.metadata().isBeingDeleted())
                .flatMap(set -> VolumeClaimTemplates.claims(set, set.endOrdinal(), ExistingObjects.NONE).stream())
                .map(each -> withDefaultClass(each.decision().claim()));
    }

    /** As it will be when it is created. */
    private PersistentVolumeClaim withDefaultClass(PersistentVolumeClaim unmade) {
        return unmade.className().isPresent()
                ? unmade
                : StorageClasses.defaultClass(cluster)
                        .map(found -> unmade.withSpec(unmade.spec()
                                .withStorageClassName(found.metadata().name())))
                        .orElse(unmade);
    }

    private static boolean mayServe(VolumePool pool, PersistentVolumeClaim other) {
        return VolumeMatcher.evaluate(Search.byScheduler(other, Map.of(), Set.of()), pool).stream()
                .flatMap(evaluation -> evaluation.mismatches().stream())
                .allMatch(mismatch -> SOON_OR_SOMEWHERE.contains(mismatch.rule()));
    }
}
