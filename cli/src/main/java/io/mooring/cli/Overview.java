package io.mooring.cli;

import io.mooring.Refusal;
import io.mooring.binding.table.Tables;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Volumes, claims, and the reasons: what a person sees who asks nothing in particular. */
record Overview(World world, Reasons reasons, Selection selection) implements Answer {
    @Override
    public String text(Style style, Format format) {
        Stream<String> tables = Stream.of(
                table(list(PersistentVolume.KIND), Tables::volumes),
                table(list(PersistentVolumeClaim.KIND), Tables::claims));
        return Stream.concat(tables, Stream.of(reasons.text(style, format)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private <T extends KubernetesObject> List<T> list(ObjectKind<T> kind) {
        return world.settled()
                .cluster()
                .list(kind)
                .filter(object -> selection.takes(object.ref()))
                .toList();
    }

    private static <T> String table(Collection<T> objects, Function<Collection<T>, Object> table) {
        return objects.isEmpty() ? "" : table.apply(objects).toString();
    }

    @Override
    public JsonObject tree() {
        return reasons.tree();
    }

    /** The text begins with them. */
    @Override
    public List<Refusal> untold() {
        return List.of();
    }

    @Override
    public ExitCode exitCode() {
        return reasons.exitCode();
    }
}
