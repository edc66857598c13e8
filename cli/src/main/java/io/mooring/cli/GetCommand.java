package io.mooring.cli;

import io.mooring.binding.table.Breadth;
import io.mooring.binding.table.Table;
import io.mooring.binding.table.Tables;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KnownKind;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The tables of {@code kubectl get}. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "Print objects as kubectl get does: kinds (pv,pvc), names (pvc/data-0, data-0), or, without either or as all, storage and"
                    + " what uses it.",
            ""
        })
final class GetCommand implements Callable<Integer> {
    private static final Set<KnownKind> SHOWN = Set.of(
            KnownKind.PERSISTENT_VOLUME,
            KnownKind.PERSISTENT_VOLUME_CLAIM,
            KnownKind.STORAGE_CLASS,
            KnownKind.STATEFUL_SET,
            KnownKind.DEPLOYMENT,
            KnownKind.DAEMON_SET,
            KnownKind.JOB,
            KnownKind.POD);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "KIND|NAME|FILE", description = "Kinds, names, files and folders.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private OutputOptions output = new OutputOptions();

    GetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Arguments arguments = Arguments.of(words, input.files());
        World world = input.read(arguments.files(), surroundings);
        return output.print(new Got(world, selected(world, arguments.names()), selection), surroundings);
    }

    private Selected selected(World world, List<String> names) {
        boolean isAll = names.isEmpty()
                || (names.equals(List.of("all")) && world.settled().find("all").isEmpty());
        return isAll ? new Selected(shown(world), 0, List.of()) : selection.of(world.settled(), names);
    }

    /** Those of the kinds that matter most, in the order people read about storage. */
    private List<Ref<?>> shown(World world) {
        return world.settled()
                .cluster()
                .all()
                .<Ref<?>>map(object -> object.ref())
                .filter(ref -> ref.kind().known().filter(SHOWN::contains).isPresent())
                .filter(selection::takes)
                .sorted(Comparator.<Ref<?>>comparingInt(
                                ref -> ref.kind().known().orElseThrow().ordinal())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Objects as kubectl prints them. */
    private record Got(World world, Selected selected, Selection selection) implements Answer {
        @Override
        public String text(Style style, Format format) {
            Map<ObjectKind<?>, List<Ref<?>>> kinds = selected.objects().stream()
                    .filter(this::isKnown)
                    .collect(Collectors.groupingBy(Ref::kind, LinkedHashMap::new, Collectors.toList()));
            Stream<String> tables = kinds.entrySet().stream()
                    .map(kind -> table(kind.getKey(), kind.getValue(), format, kinds.size()))
                    .map(Table::toString);
            String text = Stream.concat(tables, unknown().stream().map(Reasons::unknown))
                    .collect(Collectors.joining("\n"));
            return text.isEmpty() ? "No resources found\n" : text;
        }

        /** Kinds of what was asked for, of which nothing is known. */
        private List<ObjectKind<?>> unknown() {
            return Stream.concat(
                            selected.unknown().stream(),
                            selected.objects().stream()
                                    .filter(ref -> !isKnown(ref))
                                    .map(Ref::kind))
                    .<ObjectKind<?>>map(kind -> kind)
                    .distinct()
                    .toList();
        }

        private boolean isKnown(Ref<?> object) {
            return object.kind().known().isEmpty() || world.settled().cluster().isKnown(object.kind());
        }

        /** Where there are several kinds, each name says which its is, as kubectl does. */
        private Table table(ObjectKind<?> kind, List<Ref<?>> refs, Format format, int kinds) {
            Breadth breadth = format == Format.WIDE ? Breadth.WIDE : Breadth.PLAIN;
            Cluster cluster = world.settled().cluster();
            Table table = Tables.of(kind, trees(refs), cluster.now(), breadth, cluster.semantics());
            Table named = kinds == 1
                    ? table
                    : table.with("NAME", name -> kind.qualifiedName().toLowerCase(Locale.ROOT) + "/" + name);
            return selection.isOneNamespace() ? named.without("NAMESPACE") : named;
        }

        private List<JsonObject> trees(List<Ref<?>> refs) {
            Stock stock = new Stock(world.settled().cluster());
            return refs.stream().flatMap(ref -> stock.tree(ref).stream()).toList();
        }

        /** As kubectl gives it, so that it can be read again: one that was named as itself, others in a list. */
        @Override
        public JsonObject tree() {
            List<JsonObject> trees = trees(selected.objects());
            return Alphabetical.of(selected.isOneByName() && trees.size() == 1 ? trees.get(0) : list(trees));
        }

        private static JsonObject list(List<JsonObject> trees) {
            return JsonObject.builder()
                    .put("apiVersion", "v1")
                    .put("items", new JsonArray(List.<JsonValue>copyOf(trees)))
                    .put("kind", "List")
                    .put("metadata", JsonObject.of("resourceVersion", new JsonString("")))
                    .build();
        }

        @Override
        public ExitCode exitCode() {
            return unknown().isEmpty() ? ExitCode.FINE : ExitCode.BLOCKED;
        }
    }
}
