package io.mooring.binding.explain.claim;

import io.mooring.binding.claims.ExistingObjects;
import io.mooring.binding.claims.VolumeClaimTemplates;
import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes to volumes that are there, to be tried. A volume that somebody holds, that is kept for somebody, or that another
 * claim may still want is left alone.
 */
record VolumeEdits(Cluster cluster, PersistentVolumeClaim claim) {
    /** How many are tried at most: those of the volumes that fail the fewest rules. */
    private static final int TRIED = 20;

    List<Remedy> of(List<VolumeVerdict> verdicts) {
        return verdicts.stream()
                .sorted(Comparator.comparingInt(VolumeVerdict::misses))
                .flatMap(verdict -> edit(verdict).stream())
                .limit(TRIED)
                .toList();
    }

    private Optional<Remedy> edit(VolumeVerdict verdict) {
        ChangesByMismatch changesByMismatch = new ChangesByMismatch(this, VolumeFindings.of(cluster, verdict.volume()));
        List<VolumeChange> changes = new ArrayList<>();
        for (Mismatch mismatch : verdict.mismatches()) {
            Optional<List<VolumeChange>> some = mismatch.accept(changesByMismatch);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            changes.addAll(some.get());
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Remedy.VolumeEdit(verdict.ref(), changes));
    }

    /**
     * Only what is kept by the policy Retain, only while no other claim has the former one's name, and only within its
     * namespace: data are not handed to another tenant.
     */
    Optional<VolumeChange> clearing(VolumeBindingFinding finding) {
        return finding instanceof VolumeBindingFinding.Retained retained ? clearing(retained) : Optional.empty();
    }

    private Optional<VolumeChange> clearing(VolumeBindingFinding.Retained retained) {
        VolumeHolder holder = retained.holder();
        boolean isSuccessorElsewhere = !holder.claim().equals(claim.ref())
                && cluster.get(holder.claim()).isPresent();
        Optional<VolumePhase> phase =
                cluster.get(retained.about()).flatMap(volume -> volume.status().phase());
        boolean isOfOtherNamespace =
                !holder.claim().namespace().equals(claim.ref().namespace());
        return isSuccessorElsewhere || isOfOtherNamespace
                ? Optional.empty()
                : Optional.of(new VolumeChange.ClearClaimRef(holder, phase));
    }

    /** Whether another claim that waits, or that a set is yet to make, may get the volume as it is, on some node or other. */
    boolean isWanted(Ref<PersistentVolume> volume) {
        PersistentVolume found = cluster.get(volume).orElseThrow();
        VolumePool pool = VolumePool.of(List.of(found));
        Stream<String> classes =
                found.className().isEmpty() ? Stream.of("", VolumeIndexes.NO_CLASS) : Stream.of(found.className());
        Stream<PersistentVolumeClaim> waiting =
                classes.flatMap(name -> VolumeIndexes.WAITING_CLAIMS_BY_CLASS.find(cluster, name));
        return Stream.concat(waiting, claimsToCome()).anyMatch(other -> mayServe(pool, other));
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
                .allMatch(mismatch -> mismatch.rule() == MatchRule.NODE_AFFINITY);
    }
}
