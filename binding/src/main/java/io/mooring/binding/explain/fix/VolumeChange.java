package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Fix;
import io.mooring.binding.finding.VolumeHolder;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change to a volume that says nothing about the storage itself: whom it is kept for, its class, its labels.
 *
 * @param patch a JSON merge patch
 * @param purpose what it does, for a person, with the volume's name
 * @param warnings what it gives away
 */
record VolumeChange(JsonObject patch, String purpose, Fix.Cost cost, List<String> warnings) {
    private static final JsonObject NOBODY = JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL));

    /** The volume forgets the claim that held it, which is gone. */
    static VolumeChange clear(PersistentVolume volume, VolumeHolder holder) {
        return new VolumeChange(
                NOBODY,
                "clear the claimRef of " + phased(volume),
                Fix.Cost.FREED_VOLUME,
                List.of("the data that " + holder.claim().qualifiedName() + " left there come with it"));
    }

    /** The volume is kept for a claim in place of the one that held it, which is gone; or for one where it was nobody's. */
    static VolumeChange reserve(PersistentVolume volume, Ref<PersistentVolumeClaim> claim) {
        JsonObject claimRef = JsonObject.builder()
                .put("apiVersion", PersistentVolumeClaim.KIND.apiVersion())
                .put("kind", PersistentVolumeClaim.KIND.name())
                .put("namespace", claim.namespace())
                .put("name", claim.name())
                .put("uid", JsonNull.NULL)
                .put("resourceVersion", JsonNull.NULL)
                .build();
        Optional<VolumeHolder> holder = volume.spec().claimRef().map(VolumeHolder::of);
        return new VolumeChange(
                JsonObject.of("spec", JsonObject.of("claimRef", claimRef)),
                "set the claimRef of " + phased(volume) + " to claim " + claim.qualifiedName(),
                holder.isPresent() ? Fix.Cost.FREED_VOLUME : Fix.Cost.FIELD,
                holder.map(it -> "the data that " + it.claim().qualifiedName() + " left there come with it")
                        .map(List::of)
                        .orElse(List.of()));
    }

    /** The volume that names a claim is that very claim's. */
    static VolumeChange hold(PersistentVolume volume, PersistentVolumeClaim claim) {
        JsonObject uid = JsonObject.of("uid", new JsonString(claim.metadata().uid()));
        return new VolumeChange(
                JsonObject.of("spec", JsonObject.of("claimRef", uid)),
                "put the uid of claim " + claim.ref().qualifiedName() + " into the claimRef of volume "
                        + volume.metadata().name(),
                Fix.Cost.FIELD,
                List.of());
    }

    /** The volume keeps its data when its claim is gone. */
    static VolumeChange retain(PersistentVolume volume) {
        String policy = volume.spec()
                .persistentVolumeReclaimPolicy()
                .map(it -> ", which is " + it + ",")
                .orElse("");
        return new VolumeChange(
                JsonObject.of("spec", JsonObject.of("persistentVolumeReclaimPolicy", new JsonString("Retain"))),
                "set the reclaim policy of volume " + volume.metadata().name() + policy + " to Retain",
                Fix.Cost.FIELD,
                List.of());
    }

    /** The volume gets another class; empty for none. */
    static VolumeChange setClass(PersistentVolume volume, String from, String to) {
        return new VolumeChange(
                volume.metadata().hasAnnotation(StorageClass.BETA_ANNOTATION)
                        ? annotated(StorageClass.BETA_ANNOTATION, to)
                        : JsonObject.of("spec", JsonObject.of("storageClassName", new JsonString(to))),
                "give volume " + volume.metadata().name() + " the class \"" + to + "\"",
                Fix.Cost.FIELD,
                List.of(
                        from.isEmpty()
                                ? "claims without a class can no longer have it"
                                : "claims of class \"" + from + "\" can no longer have it"));
    }

    /** The volume gets these labels; without a value, it loses them. */
    static VolumeChange label(PersistentVolume volume, Map<String, Optional<String>> labels) {
        JsonObject.Builder patch = JsonObject.builder();
        labels.forEach((key, value) -> patch.put(
                key, value.map(text -> (JsonValue) new JsonString(text)).orElse(JsonNull.NULL)));
        String gained = labels.entrySet().stream()
                .filter(label -> label.getValue().isPresent())
                .map(label -> label.getKey() + "=" + label.getValue().orElseThrow())
                .collect(Collectors.joining(","));
        String lost = labels.entrySet().stream()
                .filter(label -> label.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(","));
        String name = "volume " + volume.metadata().name();
        String both = gained.isEmpty()
                ? "take the label " + lost + " from " + name
                : "label " + name + " " + gained + (lost.isEmpty() ? "" : " and take the label " + lost + " from it");
        return new VolumeChange(
                JsonObject.of("metadata", JsonObject.of("labels", patch.build())), both, Fix.Cost.FIELD, List.of());
    }

    /** The same, with this said besides. */
    VolumeChange warning(String also) {
        return new VolumeChange(
                patch,
                purpose,
                cost,
                Stream.concat(warnings.stream(), Stream.of(also)).toList());
    }

    private static JsonObject annotated(String annotation, String value) {
        return JsonObject.of(
                "metadata", JsonObject.of("annotations", JsonObject.of(annotation, new JsonString(value))));
    }

    private static String phased(PersistentVolume volume) {
        String phase = volume.status()
                .phase()
                .map(VolumePhase::value)
                .map(it -> it + " ")
                .orElse("");
        return phase + "volume " + volume.metadata().name();
    }
}
