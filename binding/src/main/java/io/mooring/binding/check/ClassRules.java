package io.mooring.binding.check;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.InTreePlugins;
import io.mooring.binding.control.volume.PluginHistory;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Classes, and what claims say of them. */
final class ClassRules {
    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
    private static final FieldPath PROVISIONER = FieldPath.of("provisioner");
    private static final FieldPath TOPOLOGIES = FieldPath.of("allowedTopologies");

    private ClassRules() {}

    static Stream<Sighting> severalDefaults(Inspection world) {
        Optional<StorageClass> chosen = world.defaultClass();
        return chosen.stream()
                .flatMap(counts -> world.classes().stream()
                        .filter(StorageClass::isDefault)
                        .filter(other -> !other.ref().equals(counts.ref()))
                        .map(other -> Sighting.of(
                                        other.ref(),
                                        annotation(other),
                                        "is marked as the default class, and "
                                                + counts.metadata().name()
                                                + ", which is marked too, is the one that counts")
                                .because(marked(counts), marked(other))
                                .edit(unmarking(other))));
    }

    private static FieldPath annotation(StorageClass found) {
        return ANNOTATIONS.key(
                found.metadata().hasAnnotation(StorageClass.DEFAULT_ANNOTATION)
                        ? StorageClass.DEFAULT_ANNOTATION
                        : StorageClass.DEFAULT_BETA_ANNOTATION);
    }

    private static Fact marked(StorageClass found) {
        return Fact.of(FactCode.CLASS_DEFAULT, found.ref(), annotation(found), "is marked as the default class")
                .having("true");
    }

    private static Edit unmarking(StorageClass found) {
        JsonObject none = JsonObject.of(StorageClass.DEFAULT_ANNOTATION, JsonNull.NULL)
                .with(StorageClass.DEFAULT_BETA_ANNOTATION, JsonNull.NULL);
        return new Edit.Patch(
                found.ref(),
                JsonObject.of("metadata", JsonObject.of("annotations", none)),
                "take the mark of the default class from " + found.metadata().name());
    }

    /** It names a class that is not there, and no volume is of that class either. */
    static Optional<Sighting> missing(Inspection world, Request request) {
        return unfitting(world, request, ClassRules::missing);
    }

    private static Optional<Sighting> missing(Inspection world, Request request, PersistentVolumeClaim claim) {
        return claim.className()
                .filter(name -> !name.isEmpty())
                .filter(name -> world.cluster().storageClass(name).isEmpty())
                .filter(name -> world.volumesOfClass(name).isEmpty())
                .map(name -> Sighting.of(
                                request.holder(),
                                request.classField(),
                                "asks for class " + name + ", which does not exist, and no volume is of that class")
                        .because(
                                request.classFact(),
                                Fact.of(
                                        FactCode.CLASS_MISSING,
                                        StorageClass.ref(name),
                                        FieldPath.ROOT,
                                        "does not exist"))
                        .advise("name a class that there is" + namesOf(world.classes())
                                + ", create the class, or make a volume with this class's name"));
    }

    private static String namesOf(List<StorageClass> classes) {
        return classes.isEmpty()
                ? ""
                : " (" + classes.stream().map(found -> found.metadata().name()).collect(Collectors.joining(", ")) + ")";
    }

    /** Whatever keeps a claim from its volume, if none that there is fits. */
    private static Optional<Sighting> unfitting(Inspection world, Request request, Look look) {
        return request.waiting() == 0
                        || !request.claim().spec().volumeName().isEmpty()
                        || !world.fitting(request).isEmpty()
                ? Optional.empty()
                : look.at(world, request, request.claim());
    }

    private interface Look {
        Optional<Sighting> at(Inspection world, Request request, PersistentVolumeClaim claim);
    }

    /** It asks for volumes without a class, there are none, and there is a default class. */
    static Optional<Sighting> emptyName(Inspection world, Request request) {
        return unfitting(
                world,
                request,
                (all, each, claim) -> claim.className()
                        .filter(String::isEmpty)
                        .flatMap(name -> all.defaultClass())
                        .map(found -> Sighting.of(
                                        each.holder(),
                                        each.classField(),
                                        "asks with \"\" for volumes without a class, of which none fits; without the field it"
                                                + " would get the default class "
                                                + found.metadata().name())
                                .because(each.classFact(), marked(found))
                                .advise("leave storageClassName out, to get the default class "
                                        + found.metadata().name() + ", or make a volume without a class that fits")));
    }

    /** It names no class, there is no default class, and no volume without a class fits. */
    static Optional<Sighting> none(Inspection world, Request request) {
        return unfitting(
                world,
                request,
                (all, each, claim) -> claim.className().isPresent()
                                || all.defaultClass().isPresent()
                        ? Optional.empty()
                        : Optional.of(Sighting.of(
                                        each.holder(),
                                        each.classField(),
                                        "names no class, no class is the default, and no volume without a class fits")
                                .because(each.classFact())
                                .advise("name a class" + namesOf(all.classes())
                                        + ", mark one as the default, or make a volume without a class that fits")));
    }

    /** It has the default class, and a volume that was made for it by hand has none. */
    static Optional<Sighting> defaultPassesOver(Inspection world, Request request) {
        return unfitting(
                world,
                request,
                (all, each, claim) -> all.defaultClass()
                        .filter(found -> all.mayBeProvisioned(claim))
                        .filter(found -> claim.className()
                                .map(found.metadata().name()::equals)
                                .orElse(true))
                        .flatMap(found -> all.withoutClass(claim)
                                .fitting()
                                .first()
                                .map(volume -> passesOver(each, found, volume))));
    }

    private static Sighting passesOver(Request request, StorageClass found, PersistentVolume volume) {
        String name = volume.metadata().name();
        return Sighting.of(
                        request.holder(),
                        request.classField(),
                        "has the default class " + found.metadata().name()
                                + ", so that it gets a new volume and not volume " + name
                                + ", which fits and has no class")
                .because(
                        marked(found),
                        Fact.of(
                                        FactCode.VOLUME_CLASS,
                                        volume.ref(),
                                        FieldPath.of("spec", "storageClassName"),
                                        "has no class")
                                .having(""))
                .advise("write storageClassName: \"\" if volume " + name + " is meant");
    }

    static Stream<Sighting> provisionerGone(Inspection world) {
        return provisioners(
                world,
                found -> PluginHistory.ofProvisioner(found.provisioner())
                        .filter(PluginHistory::isGone)
                        .map(plugin -> "is of " + found.provisioner() + ", which " + plugin.went()));
    }

    static Stream<Sighting> provisionerMigrated(Inspection world) {
        return provisioners(
                world,
                found -> CsiMigration.driverOf(found.provisioner())
                        .map(driver -> "is of " + found.provisioner() + ", whose work driver " + driver + " does"
                                + PluginHistory.ofProvisioner(found.provisioner())
                                        .map(plugin -> " since " + plugin.since())
                                        .orElse("")));
    }

    /** In-tree plug-ins that make no volumes, those that went away and that which says so aside. */
    static Stream<Sighting> provisionerIdle(Inspection world) {
        return provisioners(world, found -> {
            String name = found.provisioner();
            boolean isMeant = !InTreePlugins.isName(name)
                    || name.equals(StorageClass.NO_PROVISIONER)
                    || CsiMigration.driverOf(name).isPresent()
                    || PluginHistory.ofProvisioner(name)
                            .filter(PluginHistory::isGone)
                            .isPresent();
            return isMeant ? Optional.empty() : Optional.of("is of " + name + ", " + idle(name));
        });
    }

    private static String idle(String name) {
        return switch (name) {
            case InTreePlugins.NFS -> "a plug-in that mounts volumes and makes none";
            case InTreePlugins.HOST_PATH -> "a plug-in that makes volumes only where a switch for tests is on";
            default -> "which Kubernetes does not have";
        };
    }

    private static Stream<Sighting> provisioners(Inspection world, Function<StorageClass, Optional<String>> look) {
        return world.classes().stream()
                .flatMap(found -> look.apply(found).stream()
                        .map(text -> Sighting.of(found.ref(), PROVISIONER, text)
                                .because(Fact.of(
                                                FactCode.CLASS_PROVISIONER,
                                                found.ref(),
                                                PROVISIONER,
                                                "is of " + found.provisioner())
                                        .having(found.provisioner()))));
    }

    /** Its volumes may be made on none of the nodes. */
    static Stream<Sighting> topologyNowhere(Inspection world) {
        return world.nodes().isEmpty()
                ? Stream.empty()
                : world.classes().stream()
                        .filter(found -> !found.allowedTopologies().isEmpty())
                        .filter(found -> world.nodes().stream()
                                .map(node -> node.metadata().labels())
                                .noneMatch(found::allows))
                        .map(found -> Sighting.of(
                                        found.ref(),
                                        TOPOLOGIES,
                                        "allows volumes only for labels that no node has" + count(world))
                                .because(Fact.of(
                                        FactCode.CLASS_TOPOLOGY, found.ref(), TOPOLOGIES, "allows " + terms(found))));
    }

    private static String count(Inspection world) {
        int count = world.nodes().size();
        return count == 1 ? " (there is 1 node)" : " (there are " + count + " nodes)";
    }

    private static String terms(StorageClass found) {
        return found.allowedTopologies().stream()
                .map(TopologySelectorTerm::matchLabelExpressions)
                .map(labels -> labels.stream()
                        .map(label -> label.key() + " in (" + String.join(", ", label.values()) + ")")
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; or "));
    }
}
