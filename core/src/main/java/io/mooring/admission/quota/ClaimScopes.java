package io.mooring.admission.quota;

import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelOperator;
import io.mooring.meta.LabelRequirement;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ScopeSelector;
import io.mooring.quota.ScopedResourceSelectorRequirement;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.ModifyVolumeStatus;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which claims a quota counts. Claims have one scope, VolumeAttributesClass, by all the classes they have or want; a
 * quota with any other scope counts no claim. Models {@code pvcMatchesScopeFunc} of {@code pkg/quota/v1/evaluator/core}.
 */
public final class ClaimScopes {
    private static final String ATTRIBUTES_CLASS = "VolumeAttributesClass";

    private ClaimScopes() {}

    /** Whether this Kubernetes counts claims by the quota's scopes; where it does not, a quota with any counts none. */
    public static boolean areKnown(ResourceQuota quota, Semantics semantics) {
        boolean hasAny = !quota.spec().scopes().isEmpty()
                || quota.spec()
                        .scopeSelector()
                        .filter(selector -> !selector.matchExpressions().isEmpty())
                        .isPresent();
        return !hasAny || semantics.has(Behaviour.VOLUME_ATTRIBUTES_CLASSES);
    }

    public static boolean matches(ResourceQuota quota, PersistentVolumeClaim claim) {
        Stream<ScopedResourceSelectorRequirement> scopes = quota.spec().scopes().stream()
                .map(scope -> ScopedResourceSelectorRequirement.builder()
                        .scopeName(scope)
                        .operator("Exists")
                        .build());
        Stream<ScopedResourceSelectorRequirement> selected = quota.spec().scopeSelector().stream()
                .map(ScopeSelector::matchExpressions)
                .flatMap(List::stream);
        return Stream.concat(scopes, selected).allMatch(requirement -> matches(requirement, claim));
    }

    private static boolean matches(ScopedResourceSelectorRequirement requirement, PersistentVolumeClaim claim) {
        if (!requirement.scopeName().equals(ATTRIBUTES_CLASS)) {
            return false;
        }
        LabelMatcher matcher = LabelOperator.named(requirement.operator())
                .map(operator -> new LabelRequirement(ATTRIBUTES_CLASS, operator, requirement.values()))
                .map(demand -> LabelMatcher.allOf(List.of(demand)))
                .orElse(LabelMatcher.NOTHING);
        Set<String> names = attributesClasses(claim);
        return names.isEmpty()
                ? matcher.matches(Map.of())
                : names.stream().anyMatch(name -> matcher.matches(Map.of(ATTRIBUTES_CLASS, name)));
    }

    private static Set<String> attributesClasses(PersistentVolumeClaim claim) {
        Set<String> names = new TreeSet<>();
        claim.spec().volumeAttributesClassName().ifPresent(names::add);
        claim.status().currentVolumeAttributesClassName().ifPresent(names::add);
        claim.status()
                .modifyVolumeStatus()
                .map(ModifyVolumeStatus::targetVolumeAttributesClassName)
                .ifPresent(names::add);
        names.remove("");
        return names;
    }
}
