package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Candidate;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.words.Amounts;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.explain.words.VolumeText;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What speaks against a volume for a claim, a fact for each rule that it fails. */
public record VolumeFacts(Cluster cluster, PersistentVolumeClaim claim, PersistentVolume volume)
        implements Mismatch.Cases<Fact> {
    /** More nodes are only counted. */
    private static final int MOST_NODES = 3;

    /** A fact for each of these. */
    public static List<Fact> of(
            Cluster cluster, PersistentVolumeClaim claim, PersistentVolume volume, List<Mismatch> mismatches) {
        VolumeFacts facts = new VolumeFacts(cluster, claim, volume);
        return mismatches.stream().map(mismatch -> mismatch.accept(facts)).toList();
    }

    /** @param fitting what is said of a volume that fits, wherever the pod goes */
    static Candidate of(
            Cluster cluster,
            PersistentVolumeClaim claim,
            VolumeVerdict verdict,
            Function<PersistentVolume, String> fitting) {
        VolumeFacts facts = new VolumeFacts(cluster, claim, verdict.volume());
        List<Fact> all = new ArrayList<>(of(cluster, claim, verdict.volume(), verdict.reasons()));
        if (all.isEmpty()) {
            all.add(facts.reach(verdict.reach(), fitting.apply(verdict.volume())));
        }
        return new Candidate(verdict.ref(), all);
    }

    private Fact fact(Mismatch mismatch, FieldPath field, String text) {
        return fact(mismatch.accept(MismatchCode.OF_MISMATCH), field, text);
    }

    private Fact fact(FactCode code, FieldPath field, String text) {
        return Fact.of(code, volume.ref(), field, text);
    }

    private Fact reach(Optional<VolumeVerdict.Reach> reach, String fits) {
        if (reach.isEmpty()
                || (reach.get().nodes().size() == reach.get().looked()
                        && reach.get().looked() > 0)) {
            return fact(FactCode.VOLUME_FITS, FieldPath.ROOT, fits);
        }
        int looked = reach.get().looked();
        List<Ref<Node>> nodes = reach.get().nodes();
        if (looked == 0) {
            return fact(FactCode.VOLUME_FITS, FieldPath.ROOT, fits + ", once there is a node that reaches it");
        }
        if (!nodes.isEmpty()) {
            return fact(FactCode.VOLUME_FITS, FieldPath.ROOT, fits + ", on " + Names.of(nodes, MOST_NODES));
        }
        String where = looked == 1 ? "the node" : "any of the " + looked + " nodes";
        String wanted = reach.get().unreached().map(VolumeFacts::wanted).orElse("");
        return fact(
                FactCode.VOLUME_REACH,
                FieldPath.of("spec", "nodeAffinity"),
                "cannot be reached from " + where + wanted);
    }

    private static String wanted(Mismatch.NotReachable mismatch) {
        return ": " + mismatch.affinity().error().orElseGet(() -> "it wants " + mismatch.affinity());
    }

    @Override
    public Fact selectorUnreadable(Mismatch.SelectorUnreadable mismatch) {
        return fact(mismatch, FieldPath.ROOT, mismatch.describe());
    }

    @Override
    public Fact accessModesNotOffered(Mismatch.AccessModesNotOffered mismatch) {
        return fact(mismatch, FieldPath.of("spec", "accessModes"), mismatch.describe())
                .having(modes(mismatch.offered()))
                .needing(modes(mismatch.requested()));
    }

    private static JsonValue modes(List<AccessMode> modes) {
        return new JsonArray(modes.stream()
                .<JsonValue>map(mode -> new JsonString(mode.value()))
                .toList());
    }

    @Override
    public Fact alreadyTaken(Mismatch.AlreadyTaken mismatch) {
        return fact(mismatch, FieldPath.ROOT, mismatch.describe());
    }

    @Override
    public Fact takenBy(Mismatch.TakenBy mismatch) {
        return taken(mismatch);
    }

    @Override
    public Fact takenByNamesake(Mismatch.TakenByNamesake mismatch) {
        return taken(mismatch);
    }

    private Fact taken(Mismatch mismatch) {
        return fact(
                mismatch,
                FieldPath.of("spec", "claimRef"),
                "is " + VolumeFindings.of(cluster, volume).accept(new VolumeText(claim.ref())));
    }

    @Override
    public Fact capacityTooSmall(Mismatch.CapacityTooSmall mismatch) {
        return fact(
                        mismatch,
                        FieldPath.of("spec", "capacity", "storage"),
                        Amounts.shortOf(mismatch.available(), mismatch.requested()))
                .having(mismatch.available().toString())
                .needing(mismatch.requested().toString());
    }

    @Override
    public Fact volumeModeDiffers(Mismatch.VolumeModeDiffers mismatch) {
        return fact(mismatch, FieldPath.of("spec", "volumeMode"), mismatch.describe())
                .having(mismatch.offered().value())
                .needing(mismatch.requested().value());
    }

    @Override
    public Fact attributesClassDiffers(Mismatch.AttributesClassDiffers mismatch) {
        return fact(
                        mismatch,
                        FieldPath.of("spec", "volumeAttributesClassName"),
                        "has " + attributes(mismatch.offered()) + ", not " + attributes(mismatch.requested()))
                .having(mismatch.offered())
                .needing(mismatch.requested());
    }

    private static String attributes(String className) {
        return className.isEmpty() ? "no attributes class" : "attributes class \"" + className + "\"";
    }

    @Override
    public Fact beingDeleted(Mismatch.BeingDeleted mismatch) {
        return fact(mismatch, FieldPath.of("metadata", "deletionTimestamp"), mismatch.describe());
    }

    @Override
    public Fact bindingDelayed(Mismatch.BindingDelayed mismatch) {
        return fact(mismatch, FieldPath.ROOT, mismatch.describe());
    }

    @Override
    public Fact notAvailable(Mismatch.NotAvailable mismatch) {
        Fact fact = fact(mismatch, FieldPath.of("status", "phase"), mismatch.describe())
                .needing("Available");
        return mismatch.phase().map(phase -> fact.having(phase.value())).orElse(fact);
    }

    @Override
    public Fact selectorMismatch(Mismatch.SelectorMismatch mismatch) {
        String unmet =
                String.join(",", mismatch.unmet().stream().map(Object::toString).toList());
        String labels = mismatch.labels().isEmpty() ? "has no labels" : "has labels " + words(mismatch.labels());
        return fact(mismatch, FieldPath.of("metadata", "labels"), labels + ", which do not meet " + unmet)
                .having(json(mismatch.labels()))
                .needing(mismatch.selector().toString());
    }

    private static String words(Map<String, String> labels) {
        return String.join(
                ",",
                labels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList());
    }

    private static JsonValue json(Map<String, String> labels) {
        JsonObject.Builder object = JsonObject.builder();
        labels.forEach(object::put);
        return object.build();
    }

    @Override
    public Fact classDiffers(Mismatch.ClassDiffers mismatch) {
        return fact(
                        mismatch,
                        FieldPath.of("spec", "storageClassName"),
                        classes(mismatch.offered(), mismatch.requested()))
                .having(mismatch.offered())
                .needing(mismatch.requested());
    }

    private static String classes(String offered, String requested) {
        if (offered.isEmpty()) {
            return "has no class, and \"" + requested + "\" is asked for";
        }
        return "is of class \"" + offered + "\", "
                + (requested.isEmpty() ? "and one without a class is asked for" : "not \"" + requested + "\"");
    }

    @Override
    public Fact notReachable(Mismatch.NotReachable mismatch) {
        return fact(mismatch, FieldPath.of("spec", "nodeAffinity"), mismatch.describe());
    }
}
