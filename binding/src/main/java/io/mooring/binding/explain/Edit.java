package io.mooring.binding.explain;

import io.mooring.admission.object.Kinds;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Optional;

/** One thing to do to a cluster, as a verb that the API server and kubectl know. */
public sealed interface Edit {
    /** Does it. */
    Outcome on(Cluster cluster);

    /** For a person, as an instruction: {@code clear the claimRef of Released volume pv-a}. */
    String purpose();

    /** A command for a POSIX shell that does the same. */
    String kubectl();

    /** Answers by the case for this edit. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of edit. */
    interface Cases<R> {
        R patch(Patch edit);

        R create(Create edit);

        R replace(Replace edit);

        R delete(Delete edit);
    }

    /**
     * A change to an object that is there.
     *
     * @param patch a JSON merge patch
     */
    record Patch(Ref<?> object, JsonObject patch, String purpose) implements Edit {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.patch(object, patch);
        }

        @Override
        public String kubectl() {
            return "kubectl patch " + Shell.object(object) + " --type merge -p " + Shell.quoted(patch.toJson());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.patch(this);
        }
    }

    /** One more object. */
    record Create(JsonObject object, String purpose) implements Edit {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.create(object);
        }

        @Override
        public String kubectl() {
            return "kubectl create -f - " + Shell.input(object.toJson());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.create(this);
        }

        /** Who it is to be; empty if it has no name, which the API makes up then. */
        public Optional<Ref<?>> made() {
            String namespace = text("namespace").orElse("default");
            return text("name")
                    .map(name -> Kinds.of(Kinds.apiVersionOf(object), Kinds.kindOf(object))
                            .ref(namespace, name));
        }

        private Optional<String> text(String field) {
            return object.at("metadata", field)
                    .filter(JsonString.class::isInstance)
                    .map(text -> ((JsonString) text).value());
        }
    }

    /**
     * An object is deleted and, once it is gone, made anew: for fields that cannot be changed. It fails where the object
     * does not go, or where somebody else has made it again meanwhile.
     *
     * @param tree the new object
     */
    record Replace(Ref<?> object, JsonObject tree, String purpose) implements Edit {
        /** The controllers act in between, since kubectl waits until the object is gone. */
        @Override
        public Outcome on(Cluster cluster) {
            Outcome deleted = cluster.delete(object);
            if (!deleted.answer().isAccepted()) {
                return deleted;
            }
            Outcome created = deleted.cluster().settle().create(tree);
            return created.answer().isAccepted() ? created : new Outcome(cluster, created.answer());
        }

        @Override
        public String kubectl() {
            return "kubectl replace --force -f - " + Shell.input(tree.toJson());
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.replace(this);
        }
    }

    /** One object less. */
    record Delete(Ref<?> object, String purpose) implements Edit {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.delete(object);
        }

        @Override
        public String kubectl() {
            return "kubectl delete " + Shell.object(object);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.delete(this);
        }
    }

    /** The object that is there only with it; empty for one that changes or takes away. */
    default Optional<Ref<?>> created() {
        return this instanceof Create create ? create.made() : Optional.empty();
    }

    /** The object that it changes or takes away; empty for one that only adds. */
    default Optional<Ref<?>> changed() {
        return accept(new Cases<>() {
            @Override
            public Optional<Ref<?>> patch(Patch edit) {
                return Optional.of(edit.object());
            }

            @Override
            public Optional<Ref<?>> create(Create edit) {
                return Optional.empty();
            }

            @Override
            public Optional<Ref<?>> replace(Replace edit) {
                return Optional.of(edit.object());
            }

            @Override
            public Optional<Ref<?>> delete(Delete edit) {
                return Optional.of(edit.object());
            }
        });
    }
}
