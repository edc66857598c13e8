package io.mooring.testkit.story;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;

/** Objects that name no namespace stand in {@code default}. */
final class Placed {
    static final String NAMESPACE = "default";

    private Placed() {}

    static Ref<?> ref(KubernetesObject object) {
        String named = object.metadata().namespace();
        return object.kind()
                .ref(named.isEmpty() ? NAMESPACE : named, object.metadata().name());
    }
}
