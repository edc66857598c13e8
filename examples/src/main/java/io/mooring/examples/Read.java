package io.mooring.examples;

import io.mooring.meta.KubernetesObject;
import io.mooring.yaml.Reading;
import java.util.List;

/** Picks the objects of one kind out of what was read. */
final class Read {
    private Read() {}

    static <T extends KubernetesObject> List<T> all(Class<T> kind, Reading reading) {
        return reading.orThrow().stream()
                .map(manifest -> manifest.object())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
