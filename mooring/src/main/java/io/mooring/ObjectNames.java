package io.mooring;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.names.NearMiss;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The objects of a cluster by the names that people give them.
 *
 * <pre>
 * data-0               every object of that name
 * default/data-0       those in a namespace
 * pvc/data-0           those of a kind, as kubectl calls it
 * default/pvc/data-0   both; pvc/default/data-0 says the same
 * </pre>
 *
 * <p>Objects that Mooring does not interpret are found where nothing else has the name.
 */
final class ObjectNames {
    private static final Comparator<Ref<?>> IN_READING_ORDER = Comparator.<Ref<?>>comparingInt(
                    ref -> ref.kind().known().map(KnownKind::ordinal).orElse(Integer.MAX_VALUE))
            .thenComparing(Comparator.naturalOrder());

    private final Cluster cluster;

    ObjectNames(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Those that the name means, in the order people read about storage; empty if nothing is called so. */
    List<Ref<?>> find(String name) {
        List<Ref<?>> all = those(meant(name.split("/", -1)));
        List<Ref<?>> interpreted =
                all.stream().filter(ref -> ref.kind().known().isPresent()).toList();
        return interpreted.isEmpty() ? all : interpreted;
    }

    /** Those that do not exist, are called so, and are wanted by somebody. */
    List<Ref<?>> wanted(String name) {
        Predicate<Ref<?>> meant = meant(name.split("/", -1));
        return Explainer.wanted(cluster).stream()
                .filter(meant)
                .sorted(IN_READING_ORDER)
                .toList();
    }

    /** Those whose name is nearest to one that nothing is called by: the same name elsewhere, or one spelt almost so. */
    List<Ref<?>> near(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        List<Ref<?>> elsewhere = find(last);
        return elsewhere.isEmpty() ? NearMiss.of(last, names()).map(this::find).orElse(List.of()) : elsewhere;
    }

    private List<String> names() {
        return cluster.all()
                .map(object -> object.metadata().name())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Ref<?>> those(Predicate<Ref<?>> meant) {
        return cluster.all()
                .<Ref<?>>map(KubernetesObject::ref)
                .filter(meant)
                .sorted(IN_READING_ORDER)
                .toList();
    }

    private static Predicate<Ref<?>> meant(String[] parts) {
        return switch (parts.length) {
            case 1 -> named(parts[0]);
            case 2 -> ofKind(parts[0]).or(in(parts[0])).and(named(parts[1]));
            case 3 ->
                in(parts[0])
                        .and(ofKind(parts[1]))
                        .or(ofKind(parts[0]).and(in(parts[1])))
                        .and(named(parts[2]));
            default -> ref -> false;
        };
    }

    private static Predicate<Ref<?>> named(String name) {
        return ref -> ref.name().equals(name);
    }

    private static Predicate<Ref<?>> in(String namespace) {
        return ref -> ref.kind().isNamespaced() && ref.namespace().equals(namespace);
    }

    private static Predicate<Ref<?>> ofKind(String name) {
        Optional<ObjectKind<?>> kind = Dump.kindCalled(name);
        return ref -> kind.isPresent() ? kind.get().equals(ref.kind()) : isCalled(ref.kind(), name);
    }

    /** A kind that is not asked for by itself, such as an operator's, under the names that its type has. */
    private static boolean isCalled(ObjectKind<?> kind, String name) {
        return kind.name().equalsIgnoreCase(name)
                || kind.plural().equalsIgnoreCase(name)
                || kind.qualifiedName().equalsIgnoreCase(name)
                || kind.qualifiedPlural().equalsIgnoreCase(name);
    }

    /** The kinds of objects here that are called so. */
    Optional<ObjectKind<?>> kind(String name) {
        return Dump.kindCalled(name)
                .or(() -> cluster.all()
                        .<ObjectKind<?>>map(KubernetesObject::kind)
                        .filter(kind -> isCalled(kind, name))
                        .findFirst());
    }
}
