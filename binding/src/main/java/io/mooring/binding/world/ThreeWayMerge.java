package io.mooring.binding.world;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings together what somebody changed and what he did not see. Of a tree {@code whole} somebody saw the part {@code seen},
 * and made {@code changed} of it: where it differs from what was seen, that counts; all else is as it was.
 *
 * <p>An item of a list is the one that reads the same, or, where the list is as long as it was, the one at the same place.
 */
final class ThreeWayMerge {

    private ThreeWayMerge() {}

    static JsonValue merge(JsonValue seen, JsonValue whole, JsonValue changed) {
        if (changed.equals(seen)) {
            return whole;
        }
        if (seen instanceof JsonObject seenObject
                && whole instanceof JsonObject wholeObject
                && changed instanceof JsonObject changedObject) {
            return mergeObjects(seenObject, wholeObject, changedObject);
        }
        if (seen instanceof JsonArray seenList
                && whole instanceof JsonArray wholeList
                && changed instanceof JsonArray changedList) {
            return mergeLists(seenList.items(), wholeList.items(), changedList.items());
        }
        return changed;
    }

    private static JsonObject mergeObjects(JsonObject seen, JsonObject whole, JsonObject changed) {
        Set<String> names = new LinkedHashSet<>(whole.fields().keySet());
        names.addAll(changed.fields().keySet());
        JsonObject.Builder merged = JsonObject.builder();
        for (String name : names) {
            field(seen.get(name), whole.get(name), changed.get(name)).ifPresent(value -> merged.put(name, value));
        }
        return merged.build();
    }

    /** A field that nobody changed is as it was, though nobody saw it; one that was taken away is gone. */
    private static Optional<JsonValue> field(
            Optional<JsonValue> seen, Optional<JsonValue> whole, Optional<JsonValue> changed) {
        if (changed.equals(seen)) {
            return whole;
        }
        return seen.isPresent() && whole.isPresent() && changed.isPresent()
                ? Optional.of(merge(seen.get(), whole.get(), changed.get()))
                : changed;
    }

    /** Where an item could not be read, nobody can tell which one is which. */
    private static JsonArray mergeLists(List<JsonValue> seen, List<JsonValue> whole, List<JsonValue> changed) {
        if (seen.size() != whole.size()) {
            return new JsonArray(changed);
        }
        List<JsonValue> merged = new ArrayList<>(changed.size());
        for (int i = 0; i < changed.size(); i++) {
            int same = seen.indexOf(changed.get(i));
            boolean isAtItsPlace = same < 0 && seen.size() == changed.size();
            if (same >= 0) {
                merged.add(whole.get(same));
            } else {
                merged.add(isAtItsPlace ? merge(seen.get(i), whole.get(i), changed.get(i)) : changed.get(i));
            }
        }
        return new JsonArray(merged);
    }
}
