package io.mooring.yaml.write;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** In which order the fields of an object are written. */
public enum FieldOrder {
    /** By name, as kubectl prints objects. */
    ALPHABETICAL {
        @Override
        Map<String, JsonValue> of(JsonObject object) {
            return new TreeMap<>(object.fields());
        }
    },

    /** As the tree has them. */
    OF_THE_TREE {
        @Override
        Map<String, JsonValue> of(JsonObject object) {
            return object.fields();
        }
    };

    abstract Map<String, JsonValue> of(JsonObject object);
}
