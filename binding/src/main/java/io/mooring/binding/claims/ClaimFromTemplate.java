package io.mooring.binding.claims;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.StatefulSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one template comes to for one replica. Models {@code getPersistentVolumeClaims}. */
record ClaimFromTemplate(StatefulSet set, ClaimTemplate template, long ordinal) {

    /** One for each template; of two templates with one name the last counts. */
    static List<ClaimFromTemplate> ofReplica(StatefulSet set, long ordinal) {
        Map<String, ClaimTemplate> byName = new LinkedHashMap<>();
        set.spec()
                .volumeClaimTemplates()
                .forEach(template -> byName.put(template.metadata().name(), template));
        return byName.values().stream()
                .map(template -> new ClaimFromTemplate(set, template, ordinal))
                .toList();
    }

    /** The name of the template, and of the pod's volume. */
    String volumeName() {
        return template.metadata().name();
    }

    String claimName() {
        return set.claimName(volumeName(), ordinal);
    }

    ReplicaClaim decide(ExistingObjects existing) {
        Optional<Pod> pod = existing.pod(set.podName(ordinal));
        ClaimDecision decision = existing.claim(claimName())
                .map(claim -> decideOnExisting(claim, pod))
                .orElseGet(() -> create(pod));
        return new ReplicaClaim(ordinal, volumeName(), decision);
    }

    private ClaimDecision create(Optional<Pod> pod) {
        PersistentVolumeClaim claim = claim();
        return new ClaimDecision.Create(claim, ownerReferences(claim, pod).decide());
    }

    private ClaimDecision decideOnExisting(PersistentVolumeClaim claim, Optional<Pod> pod) {
        OwnerReferenceRules ownerReferences = ownerReferences(claim, pod);
        return refusal(claim, pod, ownerReferences)
                .<ClaimDecision>map(reason -> new ClaimDecision.Refuse(claim, reason))
                .orElseGet(() -> new ClaimDecision.Use(claim, ownerReferences.decide()));
    }

    private Optional<ClaimRefusal> refusal(
            PersistentVolumeClaim claim, Optional<Pod> pod, OwnerReferenceRules ownerReferences) {
        if (pod.isEmpty()
                && set.deletesClaimsWhenScaled()
                && ownerReferences.earlierPod().isPresent()) {
            return ownerReferences.earlierPod().map(ClaimRefusal.OfEarlierPod::new);
        }
        boolean podIsYetToStart = pod.map(each -> each.status().phase().isEmpty() || each.isIn(PodPhase.PENDING))
                .orElse(true);
        return podIsYetToStart && claim.metadata().isBeingDeleted()
                ? Optional.of(new ClaimRefusal.BeingDeleted())
                : Optional.empty();
    }

    private OwnerReferenceRules ownerReferences(PersistentVolumeClaim claim, Optional<Pod> pod) {
        ObjectMeta podMetadata = pod.map(Pod::metadata)
                .orElseGet(() -> ObjectMeta.builder().name(set.podName(ordinal)).build());
        return new OwnerReferenceRules(set, podMetadata, claim);
    }

    private PersistentVolumeClaim claim() {
        ObjectMeta metadata = template.metadata()
                .withName(claimName())
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
}
