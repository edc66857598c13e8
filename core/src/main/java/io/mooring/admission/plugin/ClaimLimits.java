package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Plugin;
import io.mooring.quantity.Quantity;
import io.mooring.quota.LimitRange;
import io.mooring.quota.LimitRangeItem;
import io.mooring.release.Behaviour;
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

    @Override
    public Optional<Verdict.Refused> refuseCreate(PersistentVolumeClaim created, AdmissionWorld world) {
        Collection<LimitRange> ranges =
                world.list(LimitRange.KIND, created.metadata().namespace());
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        return ranges.stream()
                .sorted(Comparator.comparing(range -> range.metadata().name()))
                .flatMap(range -> refusal(range, created).stream())
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

    private static Optional<Verdict.Refused> refusal(LimitRange range, PersistentVolumeClaim created) {
        List<String> violations = violations(range, created.spec().resources().requests());
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ClaimRefusals.forbidden(created, joined(violations)).by(range.ref()));
    }

    private static List<String> violations(LimitRange range, Map<String, Quantity> requests) {
        List<String> violations = new ArrayList<>();
        for (LimitRangeItem item : range.spec().limits()) {
            if (item.type().equals(TYPE)) {
                byName(item.min()).forEach((resource, least) -> {
                    if (isBeyond(least, requests.get(resource), -1)) {
                        violations.add(words("minimum", resource, least, requests));
                    }
                });
                byName(item.max()).forEach((resource, most) -> {
                    if (isBeyond(most, requests.get(resource), 1)) {
                        violations.add(words("maximum", resource, most, requests));
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
    private static boolean isBeyond(Quantity bound, @Nullable Quantity request, int side) {
        return request == null || Integer.signum(request.compareTo(bound)) == side;
    }

    private static String words(String end, String resource, Quantity bound, Map<String, Quantity> requests) {
        Quantity request = requests.get(resource);
        String found = request == null ? ".  No request is specified" : ", but request is " + request;
        return end + " " + resource + " usage per " + TYPE + " is " + bound + found;
    }

    /** As Go joins errors: several of them in brackets, each text once. */
    private static String joined(List<String> texts) {
        String joined = String.join(", ", texts.stream().distinct().toList());
        return texts.stream().distinct().count() > 1 ? "[" + joined + "]" : joined;
    }
}
