package io.mooring.cli;

import io.mooring.Mooring;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.plan.WhatIf;
import io.mooring.binding.world.Answer.Refused;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.release.FeatureGates;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import io.mooring.yaml.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done to a world, one step after the other, as a person types it. */
record Steps(List<Step> steps) {
    /** For messages and help. */
    static final String FORMS =
            "scale NAME COUNT, delete NAME, policy VOLUME Retain|Delete, patch NAME JSON, create FILE,"
                    + " release RELEASE, gates GATE=true|false";

    private static final int WORDS = 3;

    Steps {
        steps = List.copyOf(steps);
    }

    /** One thing that is done. */
    sealed interface Step {
        Cluster on(Cluster cluster);
    }

    /** Something that the API server does. */
    record Done(Edit edit) implements Step {
        @Override
        public Cluster on(Cluster cluster) {
            Outcome outcome = edit.on(cluster);
            Optional<Refused> refused = outcome.answer().refused();
            if (refused.isPresent()) {
                throw new UsageProblem(
                        "the API server refuses to " + edit.purpose(),
                        refused.get().message());
            }
            return outcome.cluster().settle();
        }
    }

    /** Another Kubernetes from here on. */
    record Upgraded(Release release) implements Step {
        @Override
        public Cluster on(Cluster cluster) {
            return WhatIf.in(Semantics.of(release), cluster).settle();
        }
    }

    /** Feature gates switched from here on. */
    record Switched(FeatureGates gates) implements Step {
        @Override
        public Cluster on(Cluster cluster) {
            return WhatIf.in(GateOptions.in("--what-if", gates, cluster.semantics()), cluster)
                    .settle();
        }
    }

    static Steps parse(List<String> texts, Mooring mooring) {
        return new Steps(texts.stream().flatMap(text -> parse(text, mooring)).toList());
    }

    private static Stream<Step> parse(String text, Mooring mooring) {
        String[] words = text.strip().split("\\s+", WORDS);
        return switch (words[0].toLowerCase(Locale.ROOT) + " " + (words.length - 1)) {
            case "scale 2" -> Stream.of(new Done(WhatIf.scale(one(words[1], mooring), count(words[2], text))));
            case "delete 1" -> Stream.of(new Done(WhatIf.delete(one(words[1], mooring))));
            case "policy 2" ->
                Stream.of(new Done(WhatIf.reclaimPolicy(volume(words[1], mooring), policy(words[2], text))));
            case "patch 2" -> Stream.of(new Done(patch(one(words[1], mooring), words[2], text)));
            case "create 1" -> created(words[1]).map(Done::new);
            case "release 1" -> Stream.of(new Upgraded(ReleaseOptions.parse("--what-if", words[1])));
            case "gates 1" -> Stream.of(new Switched(GateOptions.parse("--what-if", words[1])));
            default -> throw new UsageProblem("--what-if: \"" + text + "\" is no step", "Expected: " + FORMS);
        };
    }

    /** The edits among them. */
    List<Edit> edits() {
        return steps.stream()
                .flatMap(step -> step instanceof Done done ? Stream.of(done.edit()) : Stream.of())
                .toList();
    }

    /** What comes of them, everything quiet. */
    Cluster on(Cluster cluster) {
        Cluster after = cluster.settle();
        for (Step step : steps) {
            after = step.on(after);
        }
        return after;
    }

    private static Ref<?> one(String name, Mooring mooring) {
        return Selection.one(mooring, name);
    }

    static Ref<PersistentVolume> volume(String name, Mooring mooring) {
        Ref<?> found = one(name.contains("/") ? name : "pv/" + name, mooring);
        if (!found.kind().equals(PersistentVolume.KIND)) {
            throw new UsageProblem(found + " is no PersistentVolume", "");
        }
        return PersistentVolume.ref(found.name());
    }

    private static int count(String text, String step) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageProblem("--what-if: \"" + step + "\": \"" + text + "\" is no whole number", "");
        }
    }

    private static ReclaimPolicy policy(String text, String step) {
        return Stream.of(ReclaimPolicy.RETAIN, ReclaimPolicy.DELETE, ReclaimPolicy.RECYCLE)
                .filter(policy -> policy.value().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new UsageProblem(
                        "--what-if: \"" + step + "\": \"" + text + "\" is no reclaim policy",
                        "Expected: Retain, Delete or Recycle"));
    }

    private static Edit patch(Ref<?> object, String json, String step) {
        return tree(json)
                .<Edit>map(tree ->
                        new Edit.Patch(object, tree, "patch " + object.kind().name() + " " + object.qualifiedName()))
                .orElseThrow(() -> new UsageProblem(
                        "--what-if: \"" + step + "\": the patch is no JSON object",
                        "Expected: patch NAME '{\"spec\": {...}}'"));
    }

    /** A patch is no manifest; it is read as a field of one. */
    private static Optional<JsonObject> tree(String json) {
        return Manifests.read("apiVersion: mooring/v1\nkind: Patch\nmetadata: {name: patch}\npatch: " + json)
                .manifests()
                .stream()
                .flatMap(manifest -> manifest.tree().get("patch").stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .findFirst();
    }

    private static Stream<Edit> created(String file) {
        Reading reading = read(file);
        if (!reading.isClean()) {
            throw new UsageProblem("--what-if: create " + file + ": it cannot be read", reading.problemText());
        }
        return reading.manifests().stream()
                .map(manifest ->
                        WhatIf.create(manifest.tree(), manifest.object().ref()));
    }

    private static Reading read(String file) {
        try {
            return Manifests.read(List.of(Source.file(file, Files.readAllBytes(Path.of(file)))));
        } catch (IOException e) {
            throw new UsageProblem("--what-if: there is no file \"" + file + "\"", "");
        }
    }
}
