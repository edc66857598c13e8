package io.mooring;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Namespace;
import io.mooring.meta.Ref;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates in a cluster what was read; what is refused is left out and listed. */
final class Creation {
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<Ref<?>, Manifest> created = new HashMap<>();
    private Cluster cluster;

    Creation(Cluster cluster) {
        this.cluster = cluster;
    }

    Cluster cluster() {
        return cluster;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** What was created, and from which text. */
    Map<Ref<?>, Manifest> created() {
        return created;
    }

    Creation create(Reading reading) {
        reading.problems().forEach(problem -> refusals.add(new Refusal.Unreadable(problem)));
        List<Manifest> manifests = reading.manifests();
        manifests.stream().filter(Creation::isNamespace).forEach(this::create);
        reading.flawed().forEach(flawed -> ask(flawed, FieldsInDoubt.of(flawed, reading)));
        manifests.stream().filter(manifest -> !isNamespace(manifest)).forEach(this::create);
        return this;
    }

    /** Namespaces come before what is in them, wherever they stand. */
    private static boolean isNamespace(Manifest manifest) {
        return manifest.object() instanceof Namespace;
    }

    /** What the API server would say next of an object that could not be read, so that everything shows at once. */
    private void ask(Manifest flawed, FieldsInDoubt fields) {
        cluster.create(flawed.object())
                .answer()
                .refused()
                .flatMap(refused -> refused.because(cause -> !fields.mayBring(cause)))
                .ifPresent(refused -> refusals.add(new Refusal.Refused(flawed, refused)));
    }

    private void create(Manifest manifest) {
        Outcome outcome = cluster.create(manifest.tree());
        cluster = outcome.cluster();
        outcome.answer().accepted().ifPresent(object -> created.put(object.ref(), manifest));
        outcome.answer().refused().ifPresent(refused -> refusals.add(new Refusal.Refused(manifest, refused)));
    }
}
