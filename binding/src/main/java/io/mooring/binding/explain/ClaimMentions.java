package io.mooring.binding.explain;

import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an object that is carried along says of claims: a database of an operator. Its kind is not known, its
 * fields' names are all there is to go by.
 *
 * <p>A field speaks of claims, however deep it is, if it is called {@code claimName} or {@code existingClaim}, has {@code
 * volumeClaim} in its name ({@code persistentVolumeClaim}, {@code volumeClaimTemplate}), or begins with {@code pvc}; upper and
 * lower case do not count. The keys of a ConfigMap and of a Secret are no fields.
 */
public final class ClaimMentions {
    private static final Set<String> WITH_KEYS = Set.of("ConfigMap", "Secret");
    private static final Set<String> NAMES = Set.of("claimname", "existingclaim");

    private ClaimMentions() {}

    /** Whether the object speaks of claims. */
    public static boolean areIn(OtherObject object) {
        return hasFields(object) && isAny(object.content(), value -> true);
    }

    /** Whether the object speaks of a claim of this name. */
    public static boolean areIn(OtherObject object, String claim) {
        return hasFields(object) && isAny(object.content(), value -> isSaid(value, claim));
    }

    private static boolean hasFields(OtherObject object) {
        return !WITH_KEYS.contains(object.kind().qualifiedName());
    }

    /** Whether the value of a field that speaks of claims is such a one. */
    private static boolean isAny(JsonValue value, Predicate<JsonValue> wanted) {
        if (value instanceof JsonArray array) {
            return array.items().stream().anyMatch(item -> isAny(item, wanted));
        }
        return value instanceof JsonObject object
                && object.fields().entrySet().stream()
                        .anyMatch(field -> (speaksOfClaims(field.getKey()) && wanted.test(field.getValue()))
                                || isAny(field.getValue(), wanted));
    }

    private static boolean isSaid(JsonValue value, String text) {
        return value instanceof JsonString string && string.value().equals(text);
    }

    private static boolean speaksOfClaims(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || name.contains("volumeclaim") || name.startsWith("pvc");
    }
}
