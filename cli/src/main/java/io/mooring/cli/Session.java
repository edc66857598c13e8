package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.plan.WhatIf;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A world that a person changes step by step, each of which can be undone. What is wrong is told, and changes nothing. */
final class Session {
    private final PrintStream out;
    private final Deque<Mooring> past = new ArrayDeque<>();
    private Mooring now = Mooring.read("");

    Session(PrintStream out) {
        this.out = out;
    }

    /** The world as it is. */
    Mooring world() {
        return now;
    }

    /** Manifests: created and settled. */
    void load(String... files) {
        told(() -> become(Mooring.loader().load(paths(files)).settle()));
    }

    /** A cluster's dump, as it stands. */
    void open(String... files) {
        told(() -> become(Mooring.open(paths(files).toArray(Path[]::new))));
    }

    private static List<Path> paths(String... files) {
        return Stream.of(files).map(Path::of).toList();
    }

    /** The tables of volumes and claims. */
    void show() {
        out.print(now.tables());
    }

    /** An object as YAML. */
    void show(String name) {
        told(() -> out.print(now.cluster().get(one(name)).map(Manifests::write).orElse("")));
    }

    /** Why everything that is not fine stands as it does. */
    void why() {
        List<ExplanationGroup> groups = now.notFine();
        out.print(groups.isEmpty() ? "everything is fine\n" : String.join("\n", ExplanationGroup.texts(groups)));
    }

    /** Why an object stands as it does. */
    void why(String name) {
        told(() -> out.print(now.why(one(name)).text()));
    }

    /** Creates what is not there and patches what is; a text of YAML, or a file of it. */
    void apply(String manifests) {
        told(() -> {
            Reading reading = Manifests.read(text(manifests));
            if (!reading.isClean()) {
                throw new UsageProblem("it cannot be read", reading.problemText());
            }
            Cluster cluster = now.cluster();
            for (Manifest manifest : reading.manifests()) {
                cluster = accepted(applied(cluster, manifest));
            }
            become(now.in(cluster).settle());
        });
    }

    private static Outcome applied(Cluster cluster, Manifest manifest) {
        JsonObject tree = manifest.tree();
        Ref<?> given = manifest.object().ref();
        Ref<?> ref = given.kind().isNamespaced() && given.namespace().isEmpty()
                ? given.kind().ref("default", given.name())
                : given;
        return cluster.get(ref).isPresent() ? cluster.patch(ref, tree) : cluster.create(tree);
    }

    private static String text(String manifests) {
        if (manifests.contains("\n") || manifests.contains(": ")) {
            return manifests;
        }
        try {
            return Files.readString(Path.of(manifests));
        } catch (IOException e) {
            throw new UsageProblem("there is no file \"" + manifests + "\"", "Expected: a file, or a text of YAML");
        }
    }

    /** Deletes an object, as its kind does by default. */
    void delete(String name) {
        told(() -> take(WhatIf.delete(one(name))));
    }

    /** Changes the number of replicas. */
    void scale(String name, int replicas) {
        told(() -> take(WhatIf.scale(one(name), replicas)));
    }

    /** Lets time pass: {@code 90s}, {@code 5m}. */
    void advance(String time) {
        told(() -> become(now.advance(duration(time)).settle()));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new UsageProblem("\"" + text + "\" is no time", "Expected: 90s, 5m, 2h or 1h30m");
        }
    }

    /** What the last step changed. */
    void diff() {
        told(() -> {
            if (past.isEmpty()) {
                throw new UsageProblem("nothing was done yet", "");
            }
            out.print(WorldDifference.between(past.peek().cluster(), now.cluster())
                    .text());
        });
    }

    /** Takes the last step back. */
    void undo() {
        told(() -> {
            if (past.isEmpty()) {
                throw new UsageProblem("there is nothing to undo", "");
            }
            now = past.pop();
            out.println(now.cluster());
        });
    }

    private void take(Edit edit) {
        become(now.in(accepted(edit.on(now.cluster()))).settle());
    }

    private static Cluster accepted(Outcome outcome) {
        outcome.answer().refused().ifPresent(refused -> {
            throw new UsageProblem("refused", refused.message());
        });
        return outcome.cluster();
    }

    private void become(Mooring next) {
        past.push(now);
        next.refusals().stream()
                .filter(refusal -> !now.refusals().contains(refusal))
                .forEach(refusal -> out.println(refusal.text()));
        now = next;
        int waiting = now.notFine().stream().mapToInt(ExplanationGroup::count).sum();
        out.println(now.cluster() + (waiting == 0 ? "" : "; not fine: " + waiting + ", see why()"));
    }

    private Ref<?> one(String name) {
        return Selection.one(now, name);
    }

    private void told(Runnable step) {
        try {
            step.run();
        } catch (UsageProblem problem) {
            out.println(problem.getMessage());
            if (!problem.advice().isEmpty()) {
                out.println(problem.advice().indent(2).stripTrailing());
            }
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            out.println(wrong.getMessage());
        }
    }
}
