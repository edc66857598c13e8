package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.names.NearMiss;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which objects are asked about: by namespace, and by the names that people and kubectl give them. */
final class Selection {
    private static final int MOST_SUGGESTIONS = 5;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Only objects of this namespace, and those without one.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Objects of all namespaces; this is so by default.")
    private boolean isEverywhere;

    /** Whether the object is in the namespace that is asked about, or in none. */
    boolean takes(Ref<?> object) {
        return isEverywhere
                || object.namespace().isEmpty()
                || namespace.map(object.namespace()::equals).orElse(true);
    }

    /** Whether only one namespace is asked about, so that its name need not be told. */
    boolean isOneNamespace() {
        return namespace.isPresent() && !isEverywhere;
    }

    /**
     * The objects that the names mean, in the order of the names, each once. A kind goes for the names behind it ({@code pvc
     * data-0 data-1}); a kind without names means all of its objects ({@code pv,pvc}).
     */
    Selected of(Mooring mooring, List<String> names) {
        return of(mooring, names, mooring::find);
    }

    /** The same, and where nothing has the name, what does not exist yet and somebody wants. */
    Selected orWanted(Mooring mooring, List<String> names) {
        return of(mooring, names, name -> {
            List<Ref<?>> there = mooring.find(name);
            return there.isEmpty() ? mooring.wanted(name) : there;
        });
    }

    private Selected of(Mooring mooring, List<String> names, Function<String, List<Ref<?>>> finder) {
        Set<Ref<?>> all = new LinkedHashSet<>();
        Set<ObjectKind<?>> unknown = new LinkedHashSet<>();
        int objects = 0;
        List<ObjectKind<?>> kinds = List.of();
        boolean isUsed = true;
        for (String name : names) {
            Optional<List<ObjectKind<?>>> asKinds = kinds(mooring, name);
            if (asKinds.isPresent()) {
                addAll(mooring, isUsed ? List.of() : kinds, all, unknown);
                kinds = asKinds.get();
                isUsed = false;
            } else {
                all.addAll(called(mooring, kinds, name, finder));
                objects++;
                isUsed = true;
            }
        }
        addAll(mooring, isUsed ? List.of() : kinds, all, unknown);
        return new Selected(List.copyOf(all), objects, List.copyOf(unknown));
    }

    /** The one object that a name means. */
    static Ref<?> one(Mooring mooring, String name) {
        List<Ref<?>> found = mooring.find(name);
        if (found.isEmpty()) {
            throw new UsageProblem("nothing is called \"" + name + "\"", suggestion(mooring, name));
        }
        if (found.size() > 1) {
            throw new UsageProblem(
                    "\"" + name + "\" may mean " + found.size() + " objects",
                    "Say which: "
                            + found.stream()
                                    .limit(MOST_SUGGESTIONS)
                                    .map(Selection::words)
                                    .collect(Collectors.joining(", or ")));
        }
        return found.get(0);
    }

    private static String words(Ref<?> ref) {
        return ref.kind().name() + " " + ref.qualifiedName();
    }

    private void addAll(Mooring mooring, List<ObjectKind<?>> kinds, Set<Ref<?>> all, Set<ObjectKind<?>> unknown) {
        Stock stock = new Stock(mooring.cluster());
        kinds.forEach(kind -> stock.refs(kind).stream().filter(this::takes).forEach(all::add));
        kinds.stream()
                .filter(kind -> kind.known().isPresent() && !mooring.cluster().isKnown(kind))
                .forEach(unknown::add);
    }

    /** {@code pv,pvc}; empty if it is a name, or if an object is called so. */
    private static Optional<List<ObjectKind<?>>> kinds(Mooring mooring, String name) {
        if (name.contains("/") || !mooring.find(name).isEmpty()) {
            return Optional.empty();
        }
        List<ObjectKind<?>> kinds = new ArrayList<>();
        for (String each : name.split(",", -1)) {
            Optional<ObjectKind<?>> kind = mooring.kind(each);
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            kinds.add(kind.get());
        }
        return Optional.of(List.copyOf(kinds));
    }

    private List<Ref<?>> called(
            Mooring mooring, List<ObjectKind<?>> kinds, String name, Function<String, List<Ref<?>>> finder) {
        List<Ref<?>> found = finder.apply(name).stream()
                .filter(ref -> kinds.isEmpty() || name.contains("/") || kinds.contains(ref.kind()))
                .filter(this::takes)
                .toList();
        return found.isEmpty() ? List.of(unknown(mooring, kinds, name)) : found;
    }

    /** One that may be there or not, as its kind was not in the dump. */
    private Ref<?> unknown(Mooring mooring, List<ObjectKind<?>> kinds, String name) {
        String[] parts = name.split("/", -1);
        String last = parts[parts.length - 1];
        List<ObjectKind<?>> asked = parts.length == 1
                ? kinds
                : Stream.of(parts)
                        .limit(parts.length - 1L)
                        .flatMap(part -> mooring.kind(part).stream())
                        .toList();
        if (asked.size() != 1 || mooring.cluster().isKnown(asked.get(0)) || last.isEmpty()) {
            throw nothingCalled(mooring, name);
        }
        String in = Stream.of(parts)
                .limit(parts.length - 1L)
                .filter(part -> mooring.kind(part).isEmpty())
                .findFirst()
                .or(() -> namespace)
                .orElse("default");
        return ref(asked.get(0), in, last);
    }

    private static <T extends KubernetesObject> Ref<T> ref(ObjectKind<T> kind, String namespace, String name) {
        return new Ref<>(kind, kind.isNamespaced() ? namespace : "", name);
    }

    /** Nothing can be said of a namespace that has nothing; most often its name is misspelt. */
    void requireSome(Mooring mooring) {
        if (isOneNamespace() && mooring.cluster().all().noneMatch(object -> isOf(object, namespace.orElseThrow()))) {
            List<String> others = mooring.cluster()
                    .all()
                    .map(object -> object.metadata().namespace())
                    .filter(each -> !each.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            throw new UsageProblem(
                    "there is nothing in namespace \"" + namespace.orElseThrow() + "\"",
                    NearMiss.of(namespace.orElseThrow(), others)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse(others.isEmpty() ? "" : "Namespaces: " + String.join(", ", others)));
        }
    }

    private static boolean isOf(KubernetesObject object, String namespace) {
        return object.metadata().namespace().equals(namespace)
                || (object instanceof Namespace itself
                        && itself.metadata().name().equals(namespace));
    }

    private UsageProblem nothingCalled(Mooring mooring, String name) {
        String where = isOneNamespace() ? " in namespace " + namespace.orElseThrow() : "";
        List<Ref<?>> wanted = mooring.wanted(name).stream().filter(this::takes).toList();
        return new UsageProblem(
                "nothing is called \"" + name + "\"" + where,
                wanted.isEmpty()
                        ? suggestion(mooring, name)
                        : "It does not exist yet; mooring why " + name + " says who makes it, and when.");
    }

    private static String suggestion(Mooring mooring, String name) {
        List<Ref<?>> near = mooring.near(name);
        if (!near.isEmpty()) {
            return "Did you mean "
                    + near.stream()
                            .limit(MOST_SUGGESTIONS)
                            .map(Selection::words)
                            .collect(Collectors.joining(", or "))
                    + "?";
        }
        return "A name is data-0, default/data-0, pvc/data-0, or the name of a kind: "
                + Dump.kindNames().stream().limit(MOST_SUGGESTIONS).collect(Collectors.joining(", "))
                + " and so on.";
    }
}
