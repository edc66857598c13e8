package io.mooring.admission.pod;

import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import java.util.List;

/** What is checked on the security context of a pod and of a container. */
final class SecurityRules {
    private static final List<String> PROFILE_TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");

    /** Ids of users and groups, 0 to 2147483647. */
    private static final Check<Long> ID =
            TreeRules.between(0, Integer.MAX_VALUE, "must be between 0 and 2147483647, inclusive");

    private static final Check<JsonObject> SECCOMP = profile("seccomp", "seccompProfile");
    private static final Check<JsonObject> APP_ARMOR = profile("AppArmor", "appArmorProfile");

    static final TreeRules CONTAINER = TreeRules.table()
            .number("runAsUser", ID)
            .number("runAsGroup", ID)
            .textIfThere("procMount", TreeRules.oneOf(List.of("Default", "Unmasked")))
            .object("seccompProfile", SECCOMP)
            .rule(SecurityRules::escalation)
            .object("appArmorProfile", APP_ARMOR);

    static final TreeRules POD = TreeRules.table()
            .number("fsGroup", ID)
            .number("runAsUser", ID)
            .number("runAsGroup", ID)
            .rule(SecurityRules::supplementalGroups)
            .textIfThere("fsGroupChangePolicy", TreeRules.oneOf(List.of("Always", "OnRootMismatch")))
            .object("seccompProfile", SECCOMP)
            .textIfThere("supplementalGroupsPolicy", TreeRules.oneOf(List.of("Merge", "Strict")))
            .object("appArmorProfile", APP_ARMOR)
            .textIfThere("seLinuxChangePolicy", TreeRules.oneOf(List.of("MountOption", "Recursive")));

    private SecurityRules() {}

    private static void supplementalGroups(JsonObject context, ErrorsAt at) {
        Tree.values(context, "supplementalGroups").stream()
                .map(JsonNumber.class::cast)
                .forEach(group -> ID.check(group.toLong().orElse(0), at.child("supplementalGroups")));
    }

    private static Check<JsonObject> profile(String kind, String field) {
        return (profile, at) -> {
            String type = Tree.text(profile, "type");
            if (type.isEmpty()) {
                at.child("type").required("type is required when " + field + " is set");
            } else {
                TreeRules.oneOf(PROFILE_TYPES).check(type, at.child("type"));
            }
            boolean isLocal = type.equals("Localhost");
            if (isLocal && !profile.has("localhostProfile")) {
                at.child("localhostProfile").required("must be set when " + kind + " type is Localhost");
            } else if (!isLocal && profile.has("localhostProfile")) {
                at.child("localhostProfile")
                        .invalid(BadValue.STRUCTURE, "can only be set when " + kind + " type is Localhost");
            }
        };
    }

    private static void escalation(JsonObject context, ErrorsAt at) {
        boolean isForbidden =
                context.has("allowPrivilegeEscalation") && !Tree.isTrue(context, "allowPrivilegeEscalation");
        if (!isForbidden) {
            return;
        }
        if (Tree.isTrue(context, "privileged")) {
            at.invalid(BadValue.STRUCTURE, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }
        boolean addsAdministrator = Tree.object(context, "capabilities")
                .map(capabilities -> Tree.texts(capabilities, "add"))
                .filter(added -> added.contains("CAP_SYS_ADMIN"))
                .isPresent();
        if (addsAdministrator) {
            at.invalid(
                    BadValue.STRUCTURE,
                    "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }
}
