package io.mooring.binding.claims;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * A StatefulSet taken apart into its claims and pods. Every function takes an admitted set. Upstream: {@code
 * pkg/controller/statefulset/stateful_set_utils.go}.
 *
 * <pre>{@code
 * Expansion.claims(set, Existing.NOTHING)      // www-web-0: Made, www-web-1: Made, ...
 * Expansion.pod(set, 0, "web-5d9f7c8b6")       // pod web-0, its volume www on claim www-web-0
 * }</pre>
 */
public final class Expansion {
    private Expansion() {}

    /** Every claim of the set, by ordinal and then in the order of the templates. */
    public static List<OwnedClaim> claims(StatefulSet set, Existing existing) {
        return OrdinalRange.of(set).stream()
                .boxed()
                .flatMap(ordinal -> claims(set, ordinal, existing).stream())
                .toList();
    }

    /** The claims of one replica, in the order of the templates; the ordinal may lie beyond the set's range. */
    public static List<OwnedClaim> claims(StatefulSet set, long ordinal, Existing existing) {
        return MemberClaim.templates(set).stream()
                .map(template -> new MemberClaim(set, template, ordinal).expand(existing))
                .toList();
    }

    /** The name of a replica's pod: {@code web-0}. */
    public static String podName(StatefulSet set, long ordinal) {
        return MemberName.of(set, ordinal);
    }

    /** The name of a replica's claim: {@code www-web-0}. */
    public static String claimName(StatefulSet set, String template, long ordinal) {
        return MemberClaim.name(set, template, ordinal);
    }

    /**
     * The pod of one replica as the set makes it: named, labelled, owned by the set, its volumes on the set's claims.
     *
     * @param revision the name of the revision that the set's template is
     */
    public static Pod pod(StatefulSet set, long ordinal, String revision) {
        return new MemberPod(set, ordinal).make(revision);
    }

    /** The revision that a pod was made of; empty if it does not say. Upstream: {@code getPodRevision}. */
    public static String revision(Pod pod) {
        return pod.metadata().labels().getOrDefault(MemberPod.REVISION_LABEL, "");
    }

    /**
     * The pod with the identity and the claims that the set gives it; the same pod where it has them. Upstream: {@code
     * identityMatches}, {@code storageMatches}.
     *
     * @param pod of the set, by its name
     */
    public static Pod conform(StatefulSet set, Pod pod) {
        return MemberName.parse(pod.metadata().name())
                .map(name -> new MemberPod(set, name.ordinal()).conform(pod))
                .orElse(pod);
    }

    /**
     * What the set's retention policy makes of the owners of a claim of {@code pod}.
     *
     * @param pod the pod's metadata: its name, and its uid where it exists
     */
    public static Ownership ownership(StatefulSet set, ObjectMeta pod, PersistentVolumeClaim claim) {
        return new ClaimOwners(set, pod, claim).decide();
    }

    /**
     * Who manages the claim although the set's retention policy means to; empty under a policy that retains all.
     * Upstream: {@code hasUnexpectedController}.
     */
    public static Optional<OwnerReference> conflictingController(
            StatefulSet set, ObjectMeta pod, PersistentVolumeClaim claim) {
        return new ClaimOwners(set, pod, claim).unexpectedController();
    }
}
