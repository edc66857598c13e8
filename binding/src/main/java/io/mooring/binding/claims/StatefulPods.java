package io.mooring.binding.claims;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
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

/**
 * The pods of a StatefulSet, whose volumes use its claims. Takes admitted sets. Models {@code
 * pkg/controller/statefulset/stateful_set_utils.go}.
 *
 * <pre>{@code
 * StatefulPods.create(set, 0, "web-5d9f7c8b6")   // pod web-0, its volume www on claim www-web-0
 * }</pre>
 */
public final class StatefulPods {
    private final StatefulSet set;
    private final long ordinal;
    private final String name;

    /** By the name of the volume, which is the name of the template. */
    private final Map<String, String> claimNames = new LinkedHashMap<>();

    private StatefulPods(StatefulSet set, long ordinal) {
        this.set = set;
        this.ordinal = ordinal;
        this.name = set.podName(ordinal);
        ClaimFromTemplate.ofReplica(set, ordinal)
                .forEach(claim -> claimNames.put(claim.volumeName(), claim.claimName()));
    }

    /**
     * The pod of one replica as the set creates it: named, labelled, owned by the set, its volumes on the set's claims.
     * Models {@code newStatefulSetPod}.
     *
     * @param revision the name of the revision that the set's template is
     */
    public static Pod create(StatefulSet set, long ordinal, String revision) {
        return new StatefulPods(set, ordinal).create(revision);
    }

    /**
     * The pod with the identity and the claims that the set gives it; the same pod if it has them. Models {@code
     * updateIdentity} and {@code updateStorage}.
     *
     * @param pod of the set; a pod whose name has no ordinal stays as it is
     */
    public static Pod conform(StatefulSet set, Pod pod) {
        return StatefulPodName.parse(pod.metadata().name())
                .map(name -> new StatefulPods(set, name.ordinal()).conform(pod))
                .orElse(pod);
    }

    /** The revision that a pod was created from; empty if it does not say. Models {@code getPodRevision}. */
    public static String revisionOf(Pod pod) {
        return pod.metadata().labels().getOrDefault(StatefulSet.REVISION_LABEL, "");
    }

    private Pod create(String revision) {
        ObjectMeta template = set.spec().template().metadata();
        ObjectMeta metadata = ObjectMeta.builder()
                .name(name)
                .generateName(set.metadata().name() + "-")
                .namespace(set.metadata().namespace())
                .labels(withIdentity(template.labels()))
                .putLabels(StatefulSet.REVISION_LABEL, revision)
                .annotations(template.annotations())
                .finalizers(template.finalizers())
                .addOwnerReferences(OwnerReference.toController(StatefulSet.KIND, set.metadata()))
                .build();
        return Pod.builder().metadata(metadata).spec(spec()).build();
    }

    private PodSpec spec() {
        PodSpec template = set.spec().template().spec();
        return template.withRest(withHostname(template.rest())).withVolumes(withClaims(template.volumes()));
    }

    private JsonObject withHostname(JsonObject rest) {
        JsonObject named = rest.with("hostname", new JsonString(name));
        String service = set.spec().serviceName();
        return service.isEmpty() ? named.without("subdomain") : named.with("subdomain", new JsonString(service));
    }

    private Pod conform(Pod pod) {
        Pod named = hasIdentity(pod)
                ? pod
                : pod.withMetadata(pod.metadata()
                        .withName(name)
                        .withNamespace(set.metadata().namespace())
                        .withLabels(withIdentity(pod.metadata().labels())));
        return usesItsClaims(pod)
                ? named
                : named.withSpec(pod.spec().withVolumes(withClaims(pod.spec().volumes())));
    }

    /** Models {@code identityMatches}. */
    private boolean hasIdentity(Pod pod) {
        return pod.metadata().name().equals(name)
                && pod.metadata().namespace().equals(set.metadata().namespace())
                && name.equals(pod.metadata().labels().get(StatefulSet.POD_NAME_LABEL));
    }

    /** Models {@code storageMatches}. */
    private boolean usesItsClaims(Pod pod) {
        Map<String, String> missing = new LinkedHashMap<>(claimNames);
        for (PodVolume volume : pod.spec().volumes()) {
            volume.persistentVolumeClaim().ifPresent(claim -> missing.remove(volume.name(), claim.claimName()));
        }
        return missing.isEmpty();
    }

    private Map<String, String> withIdentity(Map<String, String> labels) {
        Map<String, String> result = new LinkedHashMap<>(labels);
        result.put(StatefulSet.POD_NAME_LABEL, name);
        result.put(StatefulSet.POD_INDEX_LABEL, Long.toString(ordinal));
        return result;
    }

    /** The claims come first, in the order of their templates; they replace other volumes of the same names. */
    private List<PodVolume> withClaims(List<PodVolume> volumes) {
        List<PodVolume> result = new ArrayList<>();
        claimNames.forEach((volumeName, claimName) -> result.add(volume(volumeName, claimName)));
        volumes.stream()
                .filter(volume -> !claimNames.containsKey(volume.name()))
                .forEach(result::add);
        return result;
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
