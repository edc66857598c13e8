package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Plugin;
import io.mooring.quantity.Quantity;
import io.mooring.quota.LimitRange;
import io.mooring.quota.LimitRangeItem;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.schema.Update;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a claim to the namespace's LimitRanges, asked in order of their names (upstream: in no order); the first that
 * refuses tells everything it has against the claim. Models the plug-in LimitRanger and its {@code
 * PersistentVolumeClaimValidateLimitFunc}.
 */
public final class ClaimLimits implements Plugin<PersistentVolumeClaim> {
    private static final String TYPE = "PersistentVolumeClaim";
    private static final long MOST_IN_THOUSANDTHS = Long.MAX_VALUE / 1000;

    @Override
    public Optional<Verdict.Refused> refuseCreate(PersistentVolumeClaim created, AdmissionWorld world) {
        Collection<LimitRange> ranges =
                world.list(LimitRange.KIND, created.metadata().namespace());
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        return ranges.stream()
                .sorted(Comparator.comparing(range -> range.metadata().name()))
                .flatMap(range -> refusal(range, created, world.semantics()).stream())
                .findFirst();
    }

    @Override
    public Optional<Verdict.Refused> refuseUpdate(Update<PersistentVolumeClaim> change, AdmissionWorld world) {
        PersistentVolumeClaim updated = change.updated();
        boolean isSpared = world.semantics().has(Behaviour.LIMIT_RANGE_SPARES_UNCHANGED_CLAIMS)
                && updated.spec()
                        .resources()
                        .requests()
                        .equals(change.stored().spec().resources().requests());
        return isSpared || updated.metadata().isBeingDeleted() ? Optional.empty() : refuseCreate(updated, world);
    }

    private static Optional<Verdict.Refused> refusal(
            LimitRange range, PersistentVolumeClaim created, Semantics semantics) {
        List<String> violations = violations(range, created.spec().resources().requests(), semantics);
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ClaimRefusals.forbidden(created, joined(violations)).by(range.ref()));
    }

    private static List<String> violations(LimitRange range, Map<String, Quantity> requests, Semantics semantics) {
        List<String> violations = new ArrayList<>();
        for (LimitRangeItem item : range.spec().limits()) {
            if (item.type().equals(TYPE)) {
                byName(item.min()).forEach((resource, least) -> {
                    if (isBeyond(least, requests.get(resource), -1, semantics)) {
                        violations.add(words("minimum", resource, least, requests, semantics));
                    }
                });
                byName(item.max()).forEach((resource, most) -> {
                    if (isBeyond(most, requests.get(resource), 1, semantics)) {
                        violations.add(words("maximum", resource, most, requests, semantics));
                    }
                });
            }
        }
        return violations;
    }

    private static Map<String, Quantity> byName(Map<String, Quantity> amounts) {
        return new TreeMap<>(amounts);
    }

    /** Whether the request is missing, or lies on this side of the bound. */
    private static boolean isBeyond(Quantity bound, @Nullable Quantity request, int side, Semantics semantics) {
        return request == null || Integer.signum(compare(request, bound, semantics)) == side;
    }

    /** Models {@code requestLimitEnforcedValues}, v1.37: in thousandths, unless one of them is too large for that. */
    private static int compare(Quantity request, Quantity bound, Semantics semantics) {
        if (semantics.has(Behaviour.LIMIT_RANGE_IS_EXACT)) {
            return request.compareTo(bound);
        }
        long requested = semantics.value(request);
        long enforced = semantics.value(bound);
        return Math.max(requested, enforced) <= MOST_IN_THOUSANDTHS
                ? Long.compare(semantics.milliValue(request), semantics.milliValue(bound))
                : Long.compare(requested, enforced);
    }

    private static String words(
            String end, String resource, Quantity bound, Map<String, Quantity> requests, Semantics semantics) {
        Quantity request = requests.get(resource);
        String found = request == null ? ".  No request is specified" : ", but request is " + semantics.text(request);
        return end + " " + resource + " usage per " + TYPE + " is " + semantics.text(bound) + found;
    }

    /** As Go joins errors: several of them in brackets, each text once. */
    private static String joined(List<String> texts) {
        String joined = String.join(", ", texts.stream().distinct().toList());
        return texts.stream().distinct().count() > 1 ? "[" + joined + "]" : joined;
    }
}
