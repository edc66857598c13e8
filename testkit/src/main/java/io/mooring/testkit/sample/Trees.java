package io.mooring.testkit.sample;

import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifests;

/** Objects whose types are nobody's but Mooring's own, by what a manifest says. */
final class Trees {
    private Trees() {}

    static KubernetesObject object(String apiVersion, String kind, String name, JsonObject spec) {
        JsonObject tree = JsonObject.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", json("{'name': '" + name + "'}"))
                .put("spec", spec)
                .build();
        return Manifests.readJson(tree.toJson()).orThrow().get(0).object();
    }

    /** From JSON with single quotes. */
    static JsonObject json(String text) {
        return (JsonObject) Manifests.readTreeJson(text.replace('\'', '"'));
    }
}
