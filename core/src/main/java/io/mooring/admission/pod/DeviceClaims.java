package io.mooring.admission.pod;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;

import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Devices that a pod claims. Kubernetes: {@code core/v1 PodResourceClaim}. Models {@code validatePodResourceClaims}. */
final class DeviceClaims {
    private static final Field<String> NAME = text("name").always().required().check(name(NameRule.DNS_1123_LABEL));
    private static final Field<String> CLAIM =
            text("resourceClaimName").optional().check(name(NameRule.DNS_1123_SUBDOMAIN));
    private static final Field<String> TEMPLATE =
            text("resourceClaimTemplateName").optional().check(name(NameRule.DNS_1123_SUBDOMAIN));

    static final Field<List<JsonObject>> RESOURCE_CLAIMS = objects(
                    "resourceClaims", TreeSchema.of(NAME, CLAIM, TEMPLATE))
            .unchecked()
            .check(DeviceClaims::check);

    private DeviceClaims() {}

    /** Each by its own name, made beforehand or from a template. */
    private static void check(List<JsonObject> claims, ErrorsAt at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            JsonObject claim = claims.get(i);
            ErrorsAt place = at.index(i);
            String name = NAME.of(claim);
            if (names.contains(name)) {
                place.child(NAME).duplicate(BadValue.of(name));
            } else {
                NAME.check(claim, place);
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
            oneOrigin(claim, place);
            CLAIM.check(claim, place);
            TEMPLATE.check(claim, place);
        }
    }

    private static void oneOrigin(JsonObject claim, ErrorsAt at) {
        boolean isMade = CLAIM.isIn(claim);
        boolean isMadeFromTemplate = TEMPLATE.isIn(claim);
        if (isMade && isMadeFromTemplate) {
            at.invalid(
                    BadValue.STRUCTURE,
                    "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
        }
        if (!isMade && !isMadeFromTemplate) {
            at.invalid(BadValue.STRUCTURE, "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
        }
    }
}
