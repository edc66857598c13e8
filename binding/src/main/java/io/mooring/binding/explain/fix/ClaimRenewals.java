package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.NamedVolumeRule;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The claim made anew, for what cannot be changed in a claim: its class, its size, its selector, the name of its volume. The
 * volume that it has is kept before, if its policy would have its data deleted with the claim.
 */
record ClaimRenewals(Cluster cluster, PersistentVolumeClaim claim) {
    /** After how many volumes a claim is made. */
    private static final int MODELS = 3;

    /** The same claim, which has had a volume or names one, without its volume. */
    Optional<Proposal> renewal() {
        return Optional.of(proposal(new Changes(Trees.at(claimTree(), "spec"), List.of())));
    }

    /** Such that one of the nearest volumes does, as far as that says nothing about what the claim can be used for. */
    List<Proposal> likeNearest(List<VolumeEdits.Verdict> nearest) {
        VolumeEdits edits = new VolumeEdits(cluster, claim);
        return nearest.stream()
                .filter(verdict -> !edits.isWanted(verdict.volume()))
                .flatMap(verdict -> like(verdict.mismatches()).stream())
                .limit(MODELS)
                .toList();
    }

    /** Such that the volume does that it names. */
    List<Proposal> likeNamed(PersistentVolume volume) {
        List<Mismatch> mismatches = Stream.of(NamedVolumeRule.values())
                .flatMap(rule -> rule.check(claim, volume, cluster.semantics()).stream())
                .toList();
        boolean isFree = volume.spec().claimRef().isEmpty() || volume.isReservedFor(claim);
        return isFree ? like(mismatches).map(this::naming).stream().toList() : List.of();
    }

    /** Of the classes that have volumes made, and without one; the claim's own aside. */
    List<Proposal> withOtherClasses() {
        Stream<String> names = ClassAdditions.models(cluster, claim.className().orElse(""))
                .map(each -> each.metadata().name());
        return names.filter(name -> !claim.className().equals(Optional.of(name)))
                .limit(MODELS)
                .map(name -> proposal(start().ofClass(name)))
                .toList();
    }

    /** For provisioners, which make no volume of certain labels. */
    Optional<Proposal> withoutSelector() {
        return claim.spec().selector().map(selector -> proposal(start().withoutSelector()));
    }

    private Optional<Proposal> like(List<Mismatch> mismatches) {
        Changes changes = start();
        for (Mismatch mismatch : mismatches) {
            Optional<Changes> changed = changes.without(mismatch);
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            changes = changed.get();
        }
        return changes.words().isEmpty() ? Optional.empty() : Optional.of(proposal(changes));
    }

    private Proposal naming(Proposal renewal) {
        Edit.Replace edit = (Edit.Replace) renewal.edits().get(renewal.edits().size() - 1);
        JsonObject spec = Trees.at(edit.tree(), "spec")
                .with("volumeName", new JsonString(claim.spec().volumeName()));
        Edit named = new Edit.Replace(edit.object(), edit.tree().with("spec", spec), edit.purpose());
        List<Edit> edits = new ArrayList<>(renewal.edits());
        edits.set(edits.size() - 1, named);
        return new Proposal(edits, renewal.cost(), renewal.warnings());
    }

    private Changes start() {
        return new Changes(Trees.at(claimTree(), "spec"), List.of());
    }

    private JsonObject claimTree() {
        return Trees.anew(cluster, claim.ref(), spec -> spec.without("volumeName"));
    }

    private Proposal proposal(Changes changes) {
        String name = "claim " + claim.ref().qualifiedName();
        String words = changes.words().isEmpty() ? "" : " " + String.join(" and ", changes.words());
        JsonObject tree = Trees.anew(cluster, claim.ref(), spec -> changes.spec());
        Edit renewal =
                new Edit.Replace(claim.ref(), withoutClassAnnotation(tree, changes), "make " + name + " anew" + words);
        Optional<PersistentVolume> held = claim.volume().flatMap(cluster::get).filter(volume -> volume.isHeldBy(claim));
        List<Edit> edits = new ArrayList<>();
        held.filter(volume -> !volume.hasReclaimPolicy(ReclaimPolicy.RETAIN))
                .map(volume -> VolumeEdits.proposal(volume, List.of(VolumeChange.retain(volume))))
                .ifPresent(retaining -> edits.addAll(retaining.edits()));
        edits.add(renewal);
        List<String> warnings = held.map(volume -> warnings(volume, !edits.equals(List.of(renewal))))
                .orElse(List.of());
        return new Proposal(edits, Fix.Cost.RENEWAL, warnings);
    }

    /** A class in the annotation of old goes before the one in the spec. */
    private static JsonObject withoutClassAnnotation(JsonObject tree, Changes changes) {
        JsonObject metadata = Trees.at(tree, "metadata");
        JsonObject annotations = Trees.at(metadata, "annotations").without(StorageClass.BETA_ANNOTATION);
        return changes.words().isEmpty() || !Trees.at(metadata, "annotations").has(StorageClass.BETA_ANNOTATION)
                ? tree
                : tree.with("metadata", metadata.with("annotations", annotations));
    }

    private List<String> warnings(PersistentVolume volume, boolean wouldBeDeleted) {
        String stay = "the data of " + claim.ref().qualifiedName() + " stay on volume "
                + volume.metadata().name() + " and are not in the new one";
        return wouldBeDeleted
                ? List.of(stay + "; with the policy "
                        + volume.spec()
                                .persistentVolumeReclaimPolicy()
                                .map(Object::toString)
                                .orElse("")
                        + " they would be deleted with the claim")
                : List.of(stay);
    }

    /**
     * What is different in the new claim.
     *
     * @param words {@code with class "fast"}, {@code without its selector}
     */
    private record Changes(JsonObject spec, List<String> words) {
        Changes {
            words = List.copyOf(words);
        }

        private Changes and(JsonObject changed, String word) {
            return new Changes(
                    changed, Stream.concat(words.stream(), Stream.of(word)).toList());
        }

        Changes ofClass(String name) {
            return and(
                    spec.with("storageClassName", new JsonString(name)),
                    name.isEmpty() ? "with the class \"\", which is none" : "with class \"" + name + "\"");
        }

        Changes withoutSelector() {
            return and(spec.without("selector"), "without its selector");
        }

        private Changes ofSize(Quantity size) {
            JsonObject requests = JsonObject.of("storage", new JsonString(size.toString()));
            JsonObject resources = Trees.at(spec, "resources");
            JsonObject all = Trees.at(resources, "requests")
                    .with("storage", requests.get("storage").orElseThrow());
            return and(spec.with("resources", resources.with("requests", all)), "with " + size);
        }

        /** Absent where the volume lacks what the claim is used for, or is not to be had. */
        Optional<Changes> without(Mismatch mismatch) {
            return mismatch.accept(new ChangesToClaim(this));
        }
    }

    /** What of a claim is made like a volume. */
    private record ChangesToClaim(Changes changes) implements Mismatch.Cases<Optional<Changes>> {
        private static final BigDecimal ALMOST = new BigDecimal("0.875");

        @Override
        public Optional<Changes> classDiffers(Mismatch.ClassDiffers mismatch) {
            return Optional.of(changes.ofClass(mismatch.offered()));
        }

        /** As 1G is of 1Gi, and 1P of 1Pi: no more is lost than by a decimal unit in place of a binary one. */
        private static boolean isAlmost(Quantity available, Quantity requested) {
            return available.toBigDecimal().compareTo(requested.toBigDecimal().multiply(ALMOST)) >= 0;
        }

        @Override
        public Optional<Changes> capacityTooSmall(Mismatch.CapacityTooSmall mismatch) {
            return isAlmost(mismatch.available(), mismatch.requested())
                    ? Optional.of(changes.ofSize(mismatch.available()))
                    : Optional.empty();
        }

        @Override
        public Optional<Changes> selectorMismatch(Mismatch.SelectorMismatch mismatch) {
            return Optional.of(changes.withoutSelector());
        }

        @Override
        public Optional<Changes> selectorUnreadable(Mismatch.SelectorUnreadable mismatch) {
            return Optional.of(changes.withoutSelector());
        }

        @Override
        public Optional<Changes> attributesClassDiffers(Mismatch.AttributesClassDiffers mismatch) {
            return Optional.of(changes.and(
                    mismatch.offered().isEmpty()
                            ? changes.spec().without("volumeAttributesClassName")
                            : changes.spec().with("volumeAttributesClassName", new JsonString(mismatch.offered())),
                    mismatch.offered().isEmpty()
                            ? "without its attributes class"
                            : "with attributes class \"" + mismatch.offered() + "\""));
        }

        @Override
        public Optional<Changes> accessModesNotOffered(Mismatch.AccessModesNotOffered mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> alreadyTaken(Mismatch.AlreadyTaken mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> takenBy(Mismatch.TakenBy mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> takenByNamesake(Mismatch.TakenByNamesake mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> volumeModeDiffers(Mismatch.VolumeModeDiffers mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> beingDeleted(Mismatch.BeingDeleted mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> bindingDelayed(Mismatch.BindingDelayed mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> notAvailable(Mismatch.NotAvailable mismatch) {
            return Optional.empty();
        }

        @Override
        public Optional<Changes> notReachable(Mismatch.NotReachable mismatch) {
            return Optional.empty();
        }
    }
}
