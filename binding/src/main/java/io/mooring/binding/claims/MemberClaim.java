package io.mooring.binding.claims;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.StatefulSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One claim of one replica of a set. Upstream: {@code getPersistentVolumeClaims}. */
record MemberClaim(StatefulSet set, ClaimTemplate template, long ordinal) {

    static String name(StatefulSet set, String template, long ordinal) {
        return template + "-" + set.metadata().name() + "-" + ordinal;
    }

    static Collection<ClaimTemplate> templates(StatefulSet set) {
        Map<String, ClaimTemplate> byName = new LinkedHashMap<>();
        set.spec()
                .volumeClaimTemplates()
                .forEach(template -> byName.put(template.metadata().name(), template));
        return byName.values();
    }

    PersistentVolumeClaim make() {
        ObjectMeta metadata = template.metadata()
                .withName(name(set, template.metadata().name(), ordinal))
                .withNamespace(set.metadata().namespace())
                .withLabels(labels());
        return PersistentVolumeClaim.builder()
                .metadata(metadata)
                .spec(template.spec())
                .status(template.status())
                .build();
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>(template.metadata().labels());
        set.spec().selector().map(LabelSelector::matchLabels).ifPresent(labels::putAll);
        return labels;
    }

    OwnedClaim expand(Existing existing) {
        String template = this.template.metadata().name();
        return new OwnedClaim(ordinal, template, outcome(existing, name(set, template, ordinal)));
    }

    private ClaimOutcome outcome(Existing existing, String name) {
        String podName = MemberName.of(set, ordinal);
        Optional<Pod> pod = existing.pod(podName);
        ObjectMeta podMetadata = pod.map(Pod::metadata)
                .orElseGet(() -> ObjectMeta.builder().name(podName).build());
        Optional<PersistentVolumeClaim> found = existing.claim(name);
        if (found.isEmpty()) {
            PersistentVolumeClaim made = make();
            return new ClaimOutcome.Made(made, new ClaimOwners(set, podMetadata, made).decide());
        }
        ClaimOwners owners = new ClaimOwners(set, podMetadata, found.get());
        return refusal(pod, owners)
                .<ClaimOutcome>map(reason -> new ClaimOutcome.Refused(found.get(), reason))
                .orElseGet(() -> new ClaimOutcome.Adopted(found.get(), owners.decide()));
    }

    private static Optional<ClaimRefusal> refusal(Optional<Pod> pod, ClaimOwners owners) {
        if (pod.isEmpty() && owners.deletesWhenScaled() && owners.earlierPod().isPresent()) {
            return owners.earlierPod().map(ClaimRefusal.OfEarlierPod::new);
        }
        boolean podWaits = pod.flatMap(each -> each.status().phase())
                .map(PodPhase.PENDING::equals)
                .orElse(true);
        return podWaits && owners.claim().metadata().isBeingDeleted()
                ? Optional.of(new ClaimRefusal.BeingDeleted())
                : Optional.empty();
    }
}
