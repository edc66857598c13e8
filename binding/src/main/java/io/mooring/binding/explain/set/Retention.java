package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.tree.FieldPath;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What of a set's claims, and of their data, is kept and lost when the set is scaled down or deleted. */
record Retention(Cluster cluster, StatefulSet set) {
    private static final FieldPath POLICY = FieldPath.of("spec", "persistentVolumeClaimRetentionPolicy");
    private static final int MOST_REPLICAS = 10_000;
    private static final int MOST_NAMES = 3;

    /** None for a set without claims of its own. */
    List<Fact> facts() {
        return set.spec().volumeClaimTemplates().isEmpty()
                ? List.of()
                : List.of(
                        fact(FactCode.SET_SCALE_DOWN, "whenScaled", "scaled down", set.deletesClaimsWhenScaled()),
                        fact(FactCode.SET_DELETION, "whenDeleted", "deleted", set.deletesClaimsWhenDeleted()));
    }

    private Fact fact(FactCode code, String field, String when, boolean deletes) {
        List<PersistentVolumeClaim> claims = claims().toList();
        String policy = deletes ? "Delete" : "Retain";
        String text = "when " + when + " (" + field + ": " + policy + ") "
                + (deletes
                        ? "the claims" + (code == FactCode.SET_SCALE_DOWN ? " of the replicas that go" : "")
                                + " are deleted" + volumes(claims)
                        : "keeps its claims and their data" + names(claims));
        return Fact.of(code, set.ref(), POLICY.child(field), text).having(policy);
    }

    private static String names(List<PersistentVolumeClaim> claims) {
        List<Ref<PersistentVolumeClaim>> refs =
                claims.stream().map(PersistentVolumeClaim::ref).toList();
        return refs.isEmpty() ? "" : ": " + Names.of(refs, MOST_NAMES);
    }

    /** What becomes of the data by the volumes' reclaim policies. */
    private String volumes(List<PersistentVolumeClaim> claims) {
        List<Ref<PersistentVolume>> lost = volumes(claims, ReclaimPolicy.DELETE);
        List<Ref<PersistentVolume>> kept = volumes(claims, ReclaimPolicy.RETAIN);
        List<Ref<PersistentVolume>> scrubbed = volumes(claims, ReclaimPolicy.RECYCLE);
        List<String> parts = new ArrayList<>();
        if (!lost.isEmpty()) {
            parts.add("the data of " + Names.of(lost, MOST_NAMES) + " with them (reclaim policy Delete)");
        }
        if (!scrubbed.isEmpty()) {
            parts.add("the data of " + Names.of(scrubbed, MOST_NAMES) + " is scrubbed (Recycle)");
        }
        if (!kept.isEmpty()) {
            parts.add(
                    Names.of(kept, MOST_NAMES) + " " + (kept.size() == 1 ? "stays" : "stay") + " as Released (Retain)");
        }
        return parts.isEmpty() ? "" : "; " + String.join("; ", parts);
    }

    private List<Ref<PersistentVolume>> volumes(List<PersistentVolumeClaim> claims, ReclaimPolicy policy) {
        return claims.stream()
                .flatMap(claim -> claim.volume().flatMap(cluster::get).stream())
                .filter(volume -> volume.spec().persistentVolumeReclaimPolicy().equals(Optional.of(policy)))
                .map(PersistentVolume::ref)
                .toList();
    }

    private Stream<PersistentVolumeClaim> claims() {
        return LongStream.range(set.startOrdinal(), set.endOrdinal())
                .limit(MOST_REPLICAS)
                .boxed()
                .flatMap(ordinal -> set.spec().volumeClaimTemplates().stream()
                        .map(template -> set.claimName(template.metadata().name(), ordinal)))
                .flatMap(name -> cluster.claim(set.metadata().namespace(), name).stream());
    }
}
