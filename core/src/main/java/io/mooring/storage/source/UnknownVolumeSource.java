package io.mooring.storage.source;

import io.mooring.tree.JsonValue;

/**
 * A source of a kind that Kubernetes v1.37.2 does not have, carried along as it came.
 *
 * @param key the field of the volume's spec that holds it
 */
public record UnknownVolumeSource(String key, JsonValue content) implements VolumeSource {
    @Override
    public JsonValue toJson() {
        return content;
    }
}
