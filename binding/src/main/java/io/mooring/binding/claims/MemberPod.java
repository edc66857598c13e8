package io.mooring.binding.claims;

import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pod of a set. Upstream: {@code newStatefulSetPod}, {@code updateIdentity}, {@code updateStorage}. */
record MemberPod(StatefulSet set, long ordinal) {
    static final String POD_NAME_LABEL = "statefulset.kubernetes.io/pod-name";
    static final String POD_INDEX_LABEL = "apps.kubernetes.io/pod-index";
    static final String REVISION_LABEL = "controller-revision-hash";

    String name() {
        return MemberName.of(set, ordinal);
    }

    Pod make(String revision) {
        ObjectMeta template = set.spec().template().metadata();
        ObjectMeta metadata = ObjectMeta.builder()
                .name(name())
                .generateName(set.metadata().name() + "-")
                .namespace(set.metadata().namespace())
                .labels(withIdentity(template.labels()))
                .putLabels(REVISION_LABEL, revision)
                .annotations(template.annotations())
                .finalizers(template.finalizers())
                .addOwnerReferences(ClaimOwners.controllerReference(StatefulSet.KIND, set.metadata()))
                .build();
        return Pod.builder().metadata(metadata).spec(spec()).build();
    }

    private PodSpec spec() {
        PodSpec template = set.spec().template().spec();
        return template.withRest(withHostname(template.rest())).withVolumes(withClaims(template.volumes()));
    }

    private JsonObject withHostname(JsonObject rest) {
        JsonObject named = rest.with("hostname", new JsonString(name()));
        String service = set.spec().serviceName();
        return service.isEmpty() ? named.without("subdomain") : named.with("subdomain", new JsonString(service));
    }

    Pod conform(Pod pod) {
        Pod named = hasIdentity(pod)
                ? pod
                : pod.withMetadata(pod.metadata()
                        .withName(name())
                        .withNamespace(set.metadata().namespace())
                        .withLabels(withIdentity(pod.metadata().labels())));
        if (hasStorage(pod)) {
            return named;
        }
        return named.withSpec(pod.spec().withVolumes(withClaims(pod.spec().volumes())));
    }

    private boolean hasIdentity(Pod pod) {
        return pod.metadata().name().equals(name())
                && pod.metadata().namespace().equals(set.metadata().namespace())
                && name().equals(pod.metadata().labels().get(POD_NAME_LABEL));
    }

    private boolean hasStorage(Pod pod) {
        Map<String, String> claims = claimNames();
        pod.spec()
                .volumes()
                .forEach(volume -> volume.persistentVolumeClaim()
                        .ifPresent(claim -> claims.remove(volume.name(), claim.claimName())));
        return claims.isEmpty();
    }

    private Map<String, String> withIdentity(Map<String, String> labels) {
        Map<String, String> result = new LinkedHashMap<>(labels);
        result.put(POD_NAME_LABEL, name());
        result.put(POD_INDEX_LABEL, Long.toString(ordinal));
        return result;
    }

    /** The claims first, in the order of their templates; a volume of the same name gives way. */
    private List<PodVolume> withClaims(List<PodVolume> volumes) {
        Map<String, String> claims = claimNames();
        List<PodVolume> result = new ArrayList<>();
        claims.forEach((template, claim) -> result.add(volume(template, claim)));
        volumes.stream().filter(volume -> !claims.containsKey(volume.name())).forEach(result::add);
        return result;
    }

    private Map<String, String> claimNames() {
        Map<String, String> names = new LinkedHashMap<>();
        set.spec().volumeClaimTemplates().forEach(template -> {
            String name = template.metadata().name();
            names.put(name, MemberClaim.name(set, name, ordinal));
        });
        return names;
    }

    private static PodVolume volume(String name, String claimName) {
        ClaimVolumeSource source =
                ClaimVolumeSource.builder().claimName(claimName).build();
        return PodVolume.builder()
                .name(name)
                .persistentVolumeClaim(Optional.of(source))
                .build();
    }
}
