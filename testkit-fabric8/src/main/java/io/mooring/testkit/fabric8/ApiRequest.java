package io.mooring.testkit.fabric8;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;

/**
 * A request to the API server.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param contentType empty if it says none
 */
record ApiRequest(String method, Requested requested, String contentType, String body) {
    /**
     * The body as a tree.
     *
     * @throws io.mooring.yaml.ManifestException if it cannot be read
     */
    JsonValue tree() {
        return contentType.contains("yaml") ? Manifests.readTree(body) : Manifests.readTreeJson(body);
    }

    /**
     * The body as an object.
     *
     * @throws io.mooring.yaml.ManifestException if it cannot be read
     * @throws RefusedException if it is none
     */
    JsonObject object() {
        if (tree() instanceof JsonObject object) {
            return object;
        }
        throw RefusedException.badRequest("the body of the request is no object");
    }
}
