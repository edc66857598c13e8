package io.mooring.binding.plan;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be edited so that each claim gets the volume that is planned for it. */
final class Reservations {
    private Reservations() {}

    /**
     * A {@code claimRef} in each volume that is not reserved for its claim yet. The volume controller looks among volumes with
     * few access modes first, and may find another volume that does, in spite of the reservation: a claim for which that
     * is so names its volume too.
     */
    static List<Edit> of(Contenders contenders, List<Pair> pairs) {
        Cluster cluster = contenders.cluster();
        Map<Ref<PersistentVolume>, PersistentVolumeClaim> planned = new LinkedHashMap<>();
        pairs.forEach(
                pair -> planned.put(pair.volume(), cluster.get(pair.claim()).orElseThrow()));
        List<Edit> edits = new ArrayList<>();
        List<PersistentVolume> reserved = new ArrayList<>();
        for (Contenders.Offer offer : contenders.volumes()) {
            Optional<PersistentVolumeClaim> claim = Optional.ofNullable(planned.get(offer.ref()))
                    .filter(taker -> !offer.volume().isReservedFor(taker));
            claim.ifPresent(taker -> edits.add(claimRef(offer.ref(), taker.ref())));
            reserved.add(claim.map(taker -> reservedFor(taker, offer.volume())).orElse(offer.volume()));
        }
        VolumePool pool = VolumePool.of(reserved);
        planned.forEach((volume, claim) -> {
            if (claim.volume().isEmpty() && !found(cluster, claim, pool).equals(Optional.of(volume))) {
                edits.add(volumeName(claim.ref(), volume));
            }
        });
        return edits;
    }

    private static PersistentVolume reservedFor(PersistentVolumeClaim claim, PersistentVolume volume) {
        return volume.withSpec(volume.spec().withClaimRef(claim.reference().withUid("")));
    }

    private static Optional<Ref<PersistentVolume>> found(
            Cluster cluster, PersistentVolumeClaim claim, VolumePool pool) {
        return VolumeMatcher.match(ClaimFindings.search(cluster, claim), pool)
                .found()
                .map(PersistentVolume::ref);
    }

    /** Keeps the volume for the claim. */
    static Edit claimRef(Ref<PersistentVolume> volume, Ref<PersistentVolumeClaim> claim) {
        JsonObject reference = JsonObject.builder()
                .put("apiVersion", PersistentVolumeClaim.KIND.apiVersion())
                .put("kind", PersistentVolumeClaim.KIND.name())
                .put("namespace", claim.namespace())
                .put("name", claim.name())
                .build();
        return new Edit.Patch(
                volume,
                JsonObject.of("spec", JsonObject.of("claimRef", reference)),
                "reserve volume " + volume.name() + " for claim " + claim.qualifiedName());
    }

    private static Edit volumeName(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume) {
        return new Edit.Patch(
                claim,
                JsonObject.of("spec", JsonObject.of("volumeName", new JsonString(volume.name()))),
                "name volume " + volume.name() + " in claim " + claim.qualifiedName());
    }
}
