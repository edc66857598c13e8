package io.mooring.fleet;

import io.mooring.tree.JsonObject;
import java.io.Serializable;

/**
 * An object that is not fine, or a dump that could not be read.
 *
 * @param cluster the name of the dump's file, without what comes after the first dot
 * @param object as kubectl names it: {@code PersistentVolumeClaim shop/data-0}; empty where the dump could not be read
 * @param code why, for a program; see docs/why.md; {@code unreadable} or {@code failed} where there is no answer
 * @param verdict for a person
 */
public record FleetLine(String cluster, String object, String code, String verdict) implements Serializable {
    /** One line of JSON. */
    public String toJson() {
        return JsonObject.builder()
                .put("cluster", cluster)
                .put("object", object)
                .put("code", code)
                .put("verdict", verdict)
                .build()
                .toJson();
    }
}
