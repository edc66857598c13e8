package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that somebody does to a cluster, or time that passes. A value: it can be done to any cluster, and printed as a command
 * that can be pasted.
 *
 * <pre>{@code
 * Taken taken = new Step.Scale(StatefulSet.ref("default", "web"), 1).take(cluster);
 * taken.after();              // the cluster then; the same if the API refused it
 * taken.step().text();        // kubectl scale statefulsets.apps web -n default --replicas=1
 * }</pre>
 */
public sealed interface Step {
    /** Does it. */
    default Taken take(Cluster cluster) {
        return accept(new Doing(cluster));
    }

    /** As commands and manifests for a POSIX shell, or as a comment where no command does it; without a newline at the end. */
    default String text() {
        return StepText.of(this);
    }

    /** In one line. */
    default String words() {
        return accept(new StepWords());
    }

    /** The object that it makes, changes or takes away; empty for what is about none. */
    Optional<Ref<?>> object();

    /** Answers by the case for this step. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of step. */
    interface Cases<R> {
        R create(Create step);

        R update(Update step);

        R patch(Patch step);

        R patchStatus(PatchStatus step);

        R delete(Delete step);

        R scale(Scale step);

        R cordon(Cordon step);

        R uncordon(Uncordon step);

        R taint(Taint step);

        R untaint(Untaint step);

        R advance(Advance step);

        R settle(Settle step);

        R own(Own step);
    }

    /** The creation of each object in this text of YAML or JSON. */
    static List<Step> create(String manifests) {
        return Manifests.read(manifests).orThrow().stream()
                .<Step>map(manifest -> new Create(manifest.object()))
                .toList();
    }

    /**
     * The steps that a text says, as {@link Story#text} and the message of a failing {@link Story#check} print them. Other comments are
     * left out.
     *
     * <pre>{@code
     * Story.of(start, Step.parse("""
     *         kubectl scale statefulsets.apps web --replicas=1
     *         # the controllers settle
     *         """)).check(Laws.all());
     * }</pre>
     *
     * @param own what somebody's own code does, which a text can only name
     * @throws IllegalArgumentException if it is no such text, with the line
     */
    static List<Step> parse(String text, Own... own) {
        return StepReader.read(text, List.of(own));
    }

    /** One object more. */
    record Create(KubernetesObject made) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return made.metadata().name().isEmpty() ? Optional.empty() : Optional.of(Placed.ref(made));
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.create(this);
        }
    }

    /** The object is replaced by this state of it; its status stays. */
    record Update(KubernetesObject changed) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(Placed.ref(changed));
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.update(this);
        }
    }

    /**
     * The object is changed.
     *
     * @param patch a JSON merge patch
     */
    record Patch(Ref<?> changed, JsonObject patch) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(changed);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.patch(this);
        }
    }

    /**
     * The object's status is changed, as controllers, kubelets and operators do.
     *
     * @param patch a JSON merge patch
     */
    record PatchStatus(Ref<?> changed, JsonObject patch) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(changed);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.patchStatus(this);
        }
    }

    /** One object less, or one that is being deleted. */
    record Delete(Ref<?> deleted, Deletion options) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(deleted);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.delete(this);
        }
    }

    /** A set, a Deployment or its like gets so many replicas. */
    record Scale(Ref<?> scaled, int replicas) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(scaled);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.scale(this);
        }
    }

    /** New pods are kept off the node. */
    record Cordon(Ref<Node> node) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(node);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.cordon(this);
        }
    }

    /** The node takes new pods again. */
    record Uncordon(Ref<Node> node) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(node);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.uncordon(this);
        }
    }

    /** The node gets a taint; one of this key and effect is replaced. */
    record Taint(Ref<Node> node, String key, String value, String effect) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(node);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.taint(this);
        }
    }

    /** The node loses its taints of this key. */
    record Untaint(Ref<Node> node, String key) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.of(node);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.untaint(this);
        }
    }

    /** Time passes; who waited for it acts when the cluster settles. */
    record Advance(Duration time) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.advance(this);
        }
    }

    /** The controllers act until none wants to. */
    record Settle() implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.settle(this);
        }
    }

    /**
     * What somebody's own code does, such as an operator's.
     *
     * @param what for the story's text, in a line
     * @param call what it does; a cluster that is the same as before counts as nothing done
     */
    record Own(String what, Function<Cluster, Outcome> call) implements Step {
        @Override
        public Optional<Ref<?>> object() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.own(this);
        }
    }
}
