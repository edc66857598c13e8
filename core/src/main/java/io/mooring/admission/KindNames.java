package io.mooring.admission;

import io.mooring.meta.ObjectKind;
import io.mooring.names.GoText;
import io.mooring.names.NameRule;
import io.mooring.tree.FieldPath;
import java.util.Locale;
import java.util.Optional;

/**
 * Which API versions and kinds there can be at all: a group and its kinds are named as a CustomResourceDefinition must name them. Models
 * {@code schema.ParseGroupVersion} and {@code ValidateCustomResourceDefinition}, and client-go's words where there is no such kind.
 */
final class KindNames {
    private KindNames() {}

    /** What is wrong with them; empty if an API server could serve them. */
    static Optional<Cause> problem(String apiVersion, String kind) {
        if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
            return Optional.of(cause("apiVersion", apiVersion, "unexpected GroupVersion string: " + apiVersion));
        }
        String noMatch = "no matches for kind " + GoText.quoted(kind) + " in version " + GoText.quoted(apiVersion);
        if (!isGroupAndVersion(apiVersion)) {
            return Optional.of(cause("apiVersion", apiVersion, noMatch));
        }
        return NameRule.DNS_1035_LABEL.accepts(kind.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(cause("kind", kind, noMatch));
    }

    private static boolean isGroupAndVersion(String apiVersion) {
        String group = ObjectKind.groupOf(apiVersion);
        boolean isGroup = apiVersion.contains("/")
                ? !group.isEmpty() && NameRule.DNS_1123_SUBDOMAIN.accepts(group)
                : group.isEmpty();
        return isGroup && NameRule.DNS_1035_LABEL.accepts(apiVersion.substring(apiVersion.indexOf('/') + 1));
    }

    private static Cause cause(String field, String value, String message) {
        String advice = field.equals("kind")
                ? "write the kind as kubectl api-resources prints it"
                : "write group/version, or the version alone for the core group";
        return new Cause(
                FieldPath.of(field),
                CauseKind.UNREADABLE,
                Optional.of(GoText.quoted(value)),
                message,
                Optional.of(advice));
    }
}
