package io.mooring.binding.explain;

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
    }

    /** One more object. */
    record Create(JsonObject object, String purpose) implements Edit {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.create(object);
        }

        @Override
        public String kubectl() {
            return "kubectl create -f - <<'EOF'\n" + object.toJson() + "\nEOF";
        }

        /** What it is to be called; empty if it has no name. */
        public String name() {
            return object.get("metadata")
                    .flatMap(metadata -> metadata instanceof JsonObject fields ? fields.get("name") : Optional.empty())
                    .map(name -> name instanceof JsonString text ? text.value() : "")
                    .orElse("");
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
    }
}
