package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;

/**
 * An object, and the text it was read from.
 *
 * @param object the object; an {@link io.mooring.meta.OtherObject} if Mooring does not interpret its kind
 * @param tree what the text says, before it was read as an object: what the API server would be sent
 * @param location of the object as a whole
 * @param positions line and column of each field
 * @param isFlawed whether a part of the text could not be read, or says something that the kind does not have; the
 *     problems of the {@link Reading} say what
 */
public record Manifest(
        KubernetesObject object, JsonObject tree, Location location, FieldPositions positions, boolean isFlawed) {

    /** Where it is; what it says may be a secret. */
    @Override
    public String toString() {
        return "Manifest[" + location + "]";
    }

    /** Where the field is; if the text does not have it, {@linkplain FieldPositions#nearest nearby}. */
    public Location locate(FieldPath path) {
        return location.at(path, positions.nearest(path));
    }

    /**
     * Where a field is that the API server names in a refusal: {@code spec.capacity[storage]}. A path that the object does
     * not have, such as {@code spec.resources[storage]}, leads to the field of that name further down, if there is one.
     */
    public Location locate(String field) {
        return locate(FieldPathParser.parse(field));
    }
}
