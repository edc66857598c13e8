package io.mooring.binding.world;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.names.Confidential;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects as an API server stores them, such as {@code kubectl get -o yaml} prints them, and which kinds were asked for.
 * {@link Cluster#open} makes a cluster of it.
 *
 * <pre>{@code
 * Cluster cluster = Cluster.open(ControlPlane.DEFAULT.controllers(), Dump.of(trees).given(Node.KIND));
 * cluster.isKnown(Node.KIND);            // there is none
 * cluster.isKnown(StorageClass.KIND);    // false, if no tree is one: there may be some, and nobody asked
 * }</pre>
 */
public final class Dump {
    /** Without objects; nothing was asked for. */
    public static final Dump NONE = new Dump(List.of(), Kinds.of(), "");

    private final List<Stored> objects;
    private final Kinds given;
    private final String version;

    private Dump(List<Stored> objects, Kinds given, String version) {
        this.objects = objects;
        this.given = given;
        this.version = version;
    }

    /**
     * An object that is stored.
     *
     * @param object as much of it as Mooring knows
     * @param tree all of it
     */
    public record Stored(KubernetesObject object, JsonObject tree) {
        /**
         * The object that the tree says. Fields that its kind does not have, and values that cannot be read, are in the tree
         * only.
         *
         * @throws IllegalArgumentException if it is no object at all
         */
        public static Stored read(JsonObject tree) {
            List<DecodingProblem> problems = new ArrayList<>();
            KubernetesObject object =
                    Objects.read(tree, problems).orElseThrow(() -> noObject(Confidential.masked(tree)));
            return new Stored(object, tree);
        }

        private static IllegalArgumentException noObject(JsonObject masked) {
            List<DecodingProblem> problems = new ArrayList<>();
            Objects.read(masked, problems);
            return new IllegalArgumentException("no object: " + problems + " in " + masked.toJson());
        }

        /** Which object it is; what it says may be a secret. */
        @Override
        public String toString() {
            return "Stored[" + object.ref() + "]";
        }
    }

    /**
     * These objects. The kinds that there are any of were asked for.
     *
     * @throws IllegalArgumentException if a tree is no object
     */
    public static Dump of(Collection<JsonObject> trees) {
        return NONE.and(trees.stream().map(Stored::read).toList());
    }

    /** With these objects too. */
    public Dump and(Collection<Stored> more) {
        List<Stored> all = new ArrayList<>(objects.size() + more.size());
        all.addAll(objects);
        all.addAll(more);
        return new Dump(List.copyOf(all), given, version);
    }

    /** With these kinds asked for, whether there are objects of them or not. */
    public Dump given(ObjectKind<?>... kinds) {
        return given(List.of(kinds));
    }

    /** With these kinds asked for, whether there are objects of them or not. */
    public Dump given(Collection<? extends ObjectKind<?>> kinds) {
        if (given == Kinds.ALL) {
            return this;
        }
        Set<ObjectKind<?>> all = new LinkedHashSet<>(given.named());
        all.addAll(kinds);
        return new Dump(objects, Kinds.of(List.copyOf(all)), version);
    }

    /**
     * With the kinds of these names asked for, as kubectl takes them: {@code pv}, {@code storageclasses}, {@code
     * StatefulSet}, {@code pv,pvc,sc}.
     *
     * @throws IllegalArgumentException if a name is none of those that {@link #command} has, in one form or another
     */
    public Dump givenNamed(String... names) {
        return given(Arrays.stream(names)
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .<ObjectKind<?>>map(name -> FetchedKind.named(name.strip()))
                .toList());
    }

    /**
     * The kind that kubectl calls so, of those that {@link #command} has: {@code pv}, {@code storageclasses}, {@code
     * statefulset.apps}.
     */
    public static Optional<ObjectKind<?>> kindCalled(String name) {
        return FetchedKind.find(name);
    }

    /** The names, short and long, that {@link #kindCalled} knows; each without its group. */
    public static List<String> kindNames() {
        return FetchedKind.allNames().toList();
    }

    /** With everything asked for that {@link #command} asks for. */
    public Dump givenByCommand() {
        return given(FetchedKind.kinds());
    }

    /**
     * The command that fetches all that Mooring makes use of. What it prints does not tell a kind of which there is nothing
     * from one that was not asked for: say {@link #givenByCommand} of it.
     */
    public static String command() {
        return FetchedKind.command();
    }

    /** With every kind asked for: of what is not there, there is none. */
    public Dump ofEverything() {
        return new Dump(objects, Kinds.ALL, version);
    }

    /** Taken at this resourceVersion or later, as the metadata of a list says; the empty one says nothing. */
    public Dump atVersion(String listVersion) {
        return new Dump(objects, given, listVersion);
    }

    /** The objects. */
    public List<Stored> objects() {
        return objects;
    }

    /** The resourceVersion of the whole; empty if nothing is known but those of the objects. */
    public String version() {
        return version;
    }

    /** Of which kinds it has every object: those that were asked for, and those of the objects. */
    public Kinds known() {
        if (given == Kinds.ALL) {
            return given;
        }
        Set<ObjectKind<?>> kinds = new LinkedHashSet<>(given.named());
        objects.forEach(stored -> kinds.add(stored.object().kind()));
        return Kinds.of(List.copyOf(kinds));
    }
}
