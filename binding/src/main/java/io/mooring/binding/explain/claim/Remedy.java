package io.mooring.binding.explain.claim;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.MergePatch;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One step that binds a claim, tried on the cluster before it is proposed. It takes nothing from anybody else. */
sealed interface Remedy {
    /** Takes the step. */
    Outcome on(Cluster cluster);

    /** What it does, for a person: {@code clear the claimRef of Released volume pv-a}. */
    String purpose();

    /** What it costs; empty if nothing. */
    String cost();

    /** The volume that it changes, if it changes one. */
    Optional<Ref<PersistentVolume>> changedVolume();

    /** Whether it adds a volume. Of several such remedies one is enough. */
    boolean addsVolume();

    /** As what is proposed. */
    Fix fix();

    /** A change to a volume that is there. */
    record VolumeEdit(Ref<PersistentVolume> object, List<VolumeChange> changes) implements Remedy {
        public VolumeEdit {
            changes = List.copyOf(changes);
        }

        /** All changes as one merge patch. */
        public JsonObject patch() {
            return changes.stream().map(VolumeChange::patch).reduce(JsonObject.EMPTY, MergePatch::combine);
        }

        @Override
        public Outcome on(Cluster cluster) {
            return cluster.patch(object, patch());
        }

        @Override
        public String purpose() {
            return changes.stream().map(change -> change.purpose(object.name())).collect(Collectors.joining(" and "));
        }

        @Override
        public String cost() {
            return changes.stream().map(VolumeChange::cost).collect(Collectors.joining("; "));
        }

        @Override
        public Optional<Ref<PersistentVolume>> changedVolume() {
            return Optional.of(object);
        }

        @Override
        public boolean addsVolume() {
            return false;
        }

        @Override
        public Fix fix() {
            boolean isFreed = changes.stream().anyMatch(VolumeChange.ClearClaimRef.class::isInstance);
            return new Fix(
                    List.of(new Edit.Patch(object, patch(), purpose())),
                    isFreed ? Fix.Cost.FREED_VOLUME : Fix.Cost.FIELD,
                    changes.stream().map(VolumeChange::cost).toList());
        }
    }

    /**
     * One more volume.
     *
     * @param example a volume that does; name and source are stand-ins
     * @param purpose what of it matters: {@code add a volume of class "manual" with at least 1Gi and ReadWriteOnce}
     */
    record NewVolume(JsonObject example, String purpose) implements Remedy {
        /** The volume that the claim names. */
        static NewVolume named(Ref<PersistentVolume> volume, PersistentVolumeClaim claim) {
            VolumeDemand demand = VolumeDemand.of(claim);
            return new NewVolume(
                    demand.example(volume.name()), "add a volume named " + volume.name() + " " + demand.text());
        }

        static NewVolume free(Cluster cluster, PersistentVolumeClaim claim) {
            VolumeDemand demand = VolumeDemand.of(claim);
            return new NewVolume(demand.example(freeName(cluster)), "add a volume " + demand.text());
        }

        /** For a claim that others would get ahead of. */
        static NewVolume reserved(Cluster cluster, PersistentVolumeClaim claim) {
            VolumeDemand demand = VolumeDemand.of(claim);
            return new NewVolume(
                    demand.reserved(demand.example(freeName(cluster))),
                    "add a volume " + demand.text() + ", with a claimRef to "
                            + claim.ref().qualifiedName()
                            + (othersWait(cluster, claim) ? " (others wait for one too)" : ""));
        }

        private static boolean othersWait(Cluster cluster, PersistentVolumeClaim claim) {
            String className = claim.className().filter(name -> !name.isEmpty()).orElse(VolumeIndexes.NO_CLASS);
            return VolumeIndexes.WAITING_CLAIMS_BY_CLASS
                    .find(cluster, className)
                    .anyMatch(other -> !other.ref().equals(claim.ref()));
        }

        private static String freeName(Cluster cluster) {
            int number = 1;
            while (cluster.volume("new-volume-" + number).isPresent()) {
                number++;
            }
            return "new-volume-" + number;
        }

        @Override
        public Outcome on(Cluster cluster) {
            return cluster.create(example);
        }

        @Override
        public String cost() {
            return "";
        }

        @Override
        public Optional<Ref<PersistentVolume>> changedVolume() {
            return Optional.empty();
        }

        @Override
        public boolean addsVolume() {
            return true;
        }

        @Override
        public Fix fix() {
            return new Fix(List.of(new Edit.Create(example, purpose)), Fix.Cost.ADDITION, List.of());
        }
    }

    /**
     * A pod that uses the claim.
     *
     * @param example a pod that does; name and container are stand-ins
     * @param purpose what of it matters: {@code create a pod that uses it}
     */
    record NewPod(JsonObject example, String purpose) implements Remedy {
        private static final String HOSTNAME = "kubernetes.io/hostname";

        static NewPod using(PersistentVolumeClaim claim) {
            return new NewPod(example(claim, JsonObject.EMPTY), "create a pod that uses it");
        }

        /** One that the scheduler places, on the node where the pod was put without it. */
        static NewPod insteadOf(Pod pod, PersistentVolumeClaim claim) {
            JsonObject selector =
                    JsonObject.of(HOSTNAME, new JsonString(pod.spec().nodeName()));
            return new NewPod(
                    example(claim, JsonObject.of("nodeSelector", selector)),
                    "let the scheduler place " + pod.ref().qualifiedName()
                            + ", with a nodeSelector or an affinity in place of its nodeName");
        }

        private static JsonObject example(PersistentVolumeClaim claim, JsonObject place) {
            JsonObject source = JsonObject.of(
                    "persistentVolumeClaim",
                    JsonObject.of("claimName", new JsonString(claim.metadata().name())));
            return JsonObject.builder()
                    .put("apiVersion", Pod.KIND.apiVersion())
                    .put("kind", Pod.KIND.name())
                    .put(
                            "metadata",
                            JsonObject.builder()
                                    .put("namespace", claim.metadata().namespace())
                                    .put("name", "first-consumer")
                                    .build())
                    .put(
                            "spec",
                            JsonObject.builder()
                                    .put("containers", JsonArray.of(container()))
                                    .put("volumes", JsonArray.of(source.with("name", new JsonString("data"))))
                                    .putAll(place)
                                    .build())
                    .build();
        }

        private static JsonObject container() {
            return JsonObject.builder().put("name", "app").put("image", "app").build();
        }

        @Override
        public Outcome on(Cluster cluster) {
            return cluster.create(example);
        }

        @Override
        public String cost() {
            return "";
        }

        @Override
        public Optional<Ref<PersistentVolume>> changedVolume() {
            return Optional.empty();
        }

        @Override
        public boolean addsVolume() {
            return false;
        }

        @Override
        public Fix fix() {
            return new Fix(List.of(new Edit.Create(example, purpose)), Fix.Cost.ADDITION, List.of());
        }
    }
}
