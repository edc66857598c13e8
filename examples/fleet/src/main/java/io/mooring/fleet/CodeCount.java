package io.mooring.fleet;

import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;

/** How many objects of all clusters have this code. */
record CodeCount(String code, long objects) {
    String toJson() {
        return JsonObject.builder()
                .put("code", code)
                .put("objects", JsonNumber.of(objects))
                .build()
                .toJson();
    }
}
