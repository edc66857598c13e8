package io.mooring.binding.check;

import io.mooring.binding.control.scheduler.CsiNode;
import io.mooring.binding.control.volume.PluginHistory;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the plug-ins of volumes' sources can do, and whether they are there at all. */
final class SourceRules {
    private SourceRules() {}

    /** A source, of a volume or within a pod, and where it stands. */
    private record Place(Ref<?> object, FieldPath at, String field, PluginHistory plugin) {}

    private static Stream<Place> places(Inspection world) {
        Stream<Place> ofVolumes = world.volumes().stream()
                .flatMap(volume -> volume.spec().source().stream()
                        .flatMap(source -> place(volume.ref(), VolumeRules.source(source), source.field())));
        Stream<Place> ofPods = world.plans().stream()
                .flatMap(plan -> plan.volumes()
                        .flatMap(place -> place.volume().rest().fields().keySet().stream()
                                .flatMap(
                                        field -> place(plan.holder(), place.at().child(field), field))));
        return Stream.concat(ofVolumes, ofPods);
    }

    private static Stream<Place> place(Ref<?> object, FieldPath at, String field) {
        return PluginHistory.of(SourceType.ofField(field)).stream().map(plugin -> new Place(object, at, field, plugin));
    }

    private static Stream<Sighting> places(Inspection world, Function<Place, Optional<String>> look) {
        return places(world)
                .flatMap(place -> look.apply(place).stream()
                        .map(text -> Sighting.of(place.object(), place.at(), text)
                                .because(Fact.of(
                                        FactCode.VOLUME_SOURCE,
                                        place.object(),
                                        place.at(),
                                        "has a source " + place.field()))));
    }

    static Stream<Sighting> gone(Inspection world) {
        return places(
                world,
                place -> place.plugin().isGone()
                        ? Optional.of("has a source " + place.field() + ", whose plug-in "
                                + place.plugin().went())
                        : Optional.empty());
    }

    static Stream<Sighting> migrated(Inspection world) {
        return places(
                world,
                place -> place.plugin().isMigrated()
                        ? Optional.of("has a source " + place.field() + ", which since "
                                + place.plugin().since() + " is served by "
                                + place.plugin().instead() + ", and by nobody where that is not installed")
                        : Optional.empty());
    }

    static Stream<Sighting> deprecated(Inspection world) {
        return places(
                world,
                place -> place.plugin().isDeprecated()
                        ? Optional.of("has a source " + place.field() + ", deprecated since "
                                + place.plugin().since() + "; in its place: "
                                + place.plugin().instead())
                        : Optional.empty());
    }

    static Stream<Sighting> program(Inspection world) {
        return places(
                world,
                place -> place.plugin()
                        .program()
                        .map(program -> "has a source " + place.field() + ", for which each node needs " + program));
    }

    private static Stream<Sighting> volumes(
            Inspection world, BiFunction<PersistentVolume, PluginHistory, Optional<Sighting>> look) {
        return world.volumes().stream()
                .flatMap(volume -> volume
                        .spec()
                        .source()
                        .map(VolumeSource::type)
                        .flatMap(PluginHistory::of)
                        .flatMap(plugin -> look.apply(volume, plugin))
                        .stream());
    }

    private static Fact sourceFact(PersistentVolume volume) {
        VolumeSource source = volume.spec().source().orElseThrow();
        return VolumeRules.sourceFact(volume, source, "has a source " + source.field());
    }

    /** No node has its driver; of nodes that say nothing of drivers nothing is known. */
    static Stream<Sighting> driver(Inspection world) {
        List<OtherObject> nodes = world.cluster().list(CsiNode.KIND).toList();
        return nodes.isEmpty()
                ? Stream.empty()
                : world.volumes().stream()
                        .flatMap(volume -> volume.spec().source().stream()
                                .flatMap(source -> source.csiDriver().stream()
                                        .filter(driver -> nodes.stream()
                                                .map(CsiNode::of)
                                                .noneMatch(node -> node.hasDriver(driver)))
                                        .map(driver -> Sighting.of(
                                                        volume.ref(),
                                                        VolumeRules.source(source)
                                                                .child("driver"),
                                                        "is of driver " + driver + ", which runs on no node")
                                                .because(
                                                        sourceFact(volume),
                                                        Fact.of(
                                                                FactCode.DRIVER_NODES,
                                                                nodes.get(0).ref(),
                                                                FieldPath.of("spec", "drivers"),
                                                                "does not list driver " + driver)))));
    }

    /** It offers modes that its plug-in does not have. A path of the one node there is can be shared there. */
    static Stream<Sighting> modes(Inspection world) {
        FieldPath field = FieldPath.of("spec", "accessModes");
        return volumes(
                world,
                (volume, plugin) -> plugin.modes()
                        .filter(served -> !(plugin == PluginHistory.HOST_PATH && world.hasOneNode()))
                        .map(served -> unserved(volume, served))
                        .filter(unserved -> !unserved.isEmpty())
                        .map(unserved -> Sighting.of(
                                        volume.ref(),
                                        field,
                                        "offers " + names(unserved) + ", which a source "
                                                + volume.spec()
                                                        .source()
                                                        .orElseThrow()
                                                        .field() + " cannot serve: it has "
                                                + names(plugin.modes().orElseThrow()))
                                .because(
                                        Fact.of(
                                                FactCode.VOLUME_MODES,
                                                volume.ref(),
                                                field,
                                                "offers " + names(volume.spec().accessModes())),
                                        sourceFact(volume))));
    }

    private static List<AccessMode> unserved(PersistentVolume volume, List<AccessMode> served) {
        return volume.spec().accessModes().stream()
                .filter(mode -> !served.contains(mode))
                .toList();
    }

    private static String names(List<AccessMode> modes) {
        return modes.stream().map(AccessMode::value).collect(Collectors.joining(", "));
    }

    /** It is to be a raw block device, and its plug-in has only files. */
    static Stream<Sighting> block(Inspection world) {
        FieldPath field = FieldPath.of("spec", "volumeMode");
        return volumes(
                world,
                (volume, plugin) -> volume.volumeMode().equals(VolumeMode.BLOCK) && !plugin.isBlock()
                        ? Optional.of(Sighting.of(
                                        volume.ref(),
                                        field,
                                        "is to be a raw block device, and a source "
                                                + volume.spec()
                                                        .source()
                                                        .orElseThrow()
                                                        .field() + " has files only")
                                .because(
                                        Fact.of(FactCode.VOLUME_MODE, volume.ref(), field, "has volume mode Block")
                                                .having("Block"),
                                        sourceFact(volume)))
                        : Optional.empty());
    }

    static Stream<Sighting> mountOptions(Inspection world) {
        FieldPath field = FieldPath.of("spec", "mountOptions");
        return volumes(
                world,
                (volume, plugin) -> volume.spec().mountOptions().isEmpty() || plugin.takesMountOptions()
                        ? Optional.empty()
                        : Optional.of(Sighting.of(
                                        volume.ref(),
                                        field,
                                        "has mount options, and a source "
                                                + volume.spec()
                                                        .source()
                                                        .orElseThrow()
                                                        .field() + " takes none")
                                .because(sourceFact(volume))));
    }
}
