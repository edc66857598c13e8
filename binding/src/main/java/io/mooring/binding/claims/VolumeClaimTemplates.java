package io.mooring.binding.claims;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The claims that a StatefulSet has from its {@code volumeClaimTemplates}, and the owners that it gives them. Takes admitted
 * sets. Models {@code pkg/controller/statefulset/stateful_set_utils.go}.
 *
 * <pre>{@code
 * VolumeClaimTemplates.claims(set, ExistingObjects.NONE)   // www-web-0: Create, www-web-1: Create, ...
 * }</pre>
 */
public final class VolumeClaimTemplates {
    private VolumeClaimTemplates() {}

    /** The claims of every replica, by ordinal and then in the order of the templates. */
    public static List<ReplicaClaim> claims(StatefulSet set, ExistingObjects existing) {
        return LongStream.range(set.startOrdinal(), set.endOrdinal())
                .boxed()
                .flatMap(ordinal -> claims(set, ordinal, existing).stream())
                .toList();
    }

    /** The claims of one replica, in the order of the templates. The set need not want a replica of this ordinal. */
    public static List<ReplicaClaim> claims(StatefulSet set, long ordinal, ExistingObjects existing) {
        return ClaimFromTemplate.ofReplica(set, ordinal).stream()
                .map(claim -> claim.decide(existing))
                .toList();
    }

    /**
     * What the set's retention policy makes of the owner references of a claim of this pod. Models {@code
     * isClaimOwnerUpToDate} and {@code updateClaimOwnerRefForSetAndPod}.
     *
     * @param pod the pod's metadata: its name, and its uid if it exists
     */
    public static OwnerReferenceUpdate ownerReferences(StatefulSet set, ObjectMeta pod, PersistentVolumeClaim claim) {
        return new OwnerReferenceRules(set, pod, claim).decide();
    }

    /**
     * Who controls the claim besides the set and the pod; empty under a policy that retains all claims. Models {@code
     * hasUnexpectedController}.
     */
    public static Optional<OwnerReference> unexpectedController(
            StatefulSet set, ObjectMeta pod, PersistentVolumeClaim claim) {
        return new OwnerReferenceRules(set, pod, claim).unexpectedController();
    }
}
