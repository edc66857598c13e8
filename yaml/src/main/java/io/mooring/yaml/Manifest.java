package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;

/**
 * An object, and beside it where it came from.
 *
 * @param object the object; of a kind that Mooring does not interpret, an {@link io.mooring.kind.OtherObject}
 * @param tree what the text said, before it was read as the object: what the API server would be sent
 * @param place source and document; the object as a whole
 * @param positions line and column of each field
 */
public record Manifest(KubernetesObject object, JsonObject tree, Place place, Positions positions) {

    /** Where the field is, or the nearest field around it that is there. */
    public Place placeOf(FieldPath path) {
        return place.at(path, positions.nearestOrNowhere(path));
    }

    /**
     * Where a field is that the API server names in a refusal: {@code spec.capacity[storage]}. Where it names what is not
     * there, such as {@code spec.resources[storage]}, the field of that name below the part that is there; else that part.
     */
    public Place placeOf(String field) {
        FieldPath path = Steps.parse(field);
        return place.at(path, positions.nearestOrNowhere(path));
    }
}
