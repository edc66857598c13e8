package io.mooring.admission.pod;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.each;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.function.Function;

/**
 * As whom, and with what rights, containers run. Kubernetes: {@code core/v1 SecurityContext} and {@code
 * PodSecurityContext}. Models {@code ValidateSecurityContext} and {@code validatePodSpecSecurityContext}.
 */
final class SecurityContexts {
    /** Ids of users and groups. */
    private static final Check<Number> ID = between(0, Integer.MAX_VALUE);

    private static final Field<Long> RUN_AS_USER = int64("runAsUser").optional().check(ID);
    private static final Field<Long> RUN_AS_GROUP =
            int64("runAsGroup").optional().check(ID);
    private static final Field<Boolean> RUN_AS_NON_ROOT = bool("runAsNonRoot").optional();
    private static final Field<Boolean> PRIVILEGED = bool("privileged").optional();
    private static final Field<Boolean> ALLOW_PRIVILEGE_ESCALATION =
            bool("allowPrivilegeEscalation").optional();
    private static final Field<List<String>> ADD = texts("add");
    private static final Field<JsonObject> CAPABILITIES = object("capabilities", TreeSchema.of(ADD, texts("drop")));
    private static final Field<JsonObject> SE_LINUX_OPTIONS =
            object("seLinuxOptions", TreeSchema.of(text("user"), text("role"), text("type"), text("level")));
    private static final Field<JsonObject> WINDOWS_OPTIONS = object(
            "windowsOptions",
            TreeSchema.of(
                    text("gmsaCredentialSpecName").optional(),
                    text("gmsaCredentialSpec").optional(),
                    text("runAsUserName").optional(),
                    bool("hostProcess").optional()));

    private static final Field<String> PROFILE_TYPE = text("type").always();
    private static final Field<String> LOCALHOST_PROFILE =
            text("localhostProfile").optional();
    static final Field<JsonObject> SECCOMP_PROFILE =
            profile("seccompProfile", "seccomp", profile -> BadValue.STRUCTURE);
    static final Field<JsonObject> APP_ARMOR_PROFILE =
            profile("appArmorProfile", "AppArmor", profile -> BadValue.of(LOCALHOST_PROFILE.of(profile)));

    /** Of a container. */
    static final Field<JsonObject> OF_CONTAINER = object(
            "securityContext",
            TreeSchema.of(
                    RUN_AS_USER,
                    RUN_AS_GROUP,
                    text("procMount").optional().check(oneOf("Default", "Unmasked")),
                    SECCOMP_PROFILE,
                    PRIVILEGED,
                    ALLOW_PRIVILEGE_ESCALATION,
                    CAPABILITIES,
                    rule(SecurityContexts::escalation),
                    APP_ARMOR_PROFILE,
                    RUN_AS_NON_ROOT,
                    bool("readOnlyRootFilesystem").optional(),
                    SE_LINUX_OPTIONS,
                    WINDOWS_OPTIONS));

    /** Of all containers of a pod. */
    static final Field<JsonObject> OF_POD = object(
                    "securityContext",
                    TreeSchema.of(
                            int64("fsGroup").optional().check(ID),
                            RUN_AS_USER,
                            RUN_AS_GROUP,
                            Field.of("supplementalGroups", Types.list(Types.LONG))
                                    .check(each(ID)),
                            text("fsGroupChangePolicy").optional().check(oneOf("Always", "OnRootMismatch")),
                            SECCOMP_PROFILE,
                            text("supplementalGroupsPolicy").optional().check(oneOf("Merge", "Strict")),
                            APP_ARMOR_PROFILE,
                            text("seLinuxChangePolicy").optional().check(oneOf("MountOption", "Recursive")),
                            RUN_AS_NON_ROOT,
                            SE_LINUX_OPTIONS,
                            WINDOWS_OPTIONS,
                            objects(
                                    "sysctls",
                                    TreeSchema.of(
                                            text("name").always(), text("value").always()))))
            .preset(JsonObject.EMPTY);

    private SecurityContexts() {}

    /** Whether the container may do what its node may. */
    static boolean isPrivileged(JsonObject container) {
        return OF_CONTAINER.in(container).filter(PRIVILEGED::of).isPresent();
    }

    private static Field<JsonObject> profile(String name, String kind, Function<JsonObject, BadValue> told) {
        return object(
                name,
                TreeSchema.of(
                        PROFILE_TYPE
                                .required("type is required when " + name + " is set")
                                .check(oneOf("Localhost", "RuntimeDefault", "Unconfined")),
                        LOCALHOST_PROFILE,
                        rule((profile, at) -> fileOfLocalProfile(profile, kind, told, at))));
    }

    /** @param told what is printed of a profile that has a file and needs none */
    private static void fileOfLocalProfile(
            JsonObject profile, String kind, Function<JsonObject, BadValue> told, ErrorsAt at) {
        boolean isLocal = PROFILE_TYPE.of(profile).equals("Localhost");
        boolean hasFile = LOCALHOST_PROFILE.isIn(profile);
        if (isLocal && !hasFile) {
            at.child(LOCALHOST_PROFILE).required("must be set when " + kind + " type is Localhost");
        } else if (!isLocal && hasFile) {
            at.child(LOCALHOST_PROFILE)
                    .invalid(told.apply(profile), "can only be set when " + kind + " type is Localhost");
        }
    }

    private static void escalation(JsonObject context, ErrorsAt at) {
        boolean mayEscalate = ALLOW_PRIVILEGE_ESCALATION.in(context).orElse(true);
        if (mayEscalate) {
            return;
        }
        if (PRIVILEGED.of(context)) {
            at.invalid(BadValue.STRUCTURE, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }
        if (CAPABILITIES.in(context).filter(SecurityContexts::addsAdministrator).isPresent()) {
            at.invalid(
                    BadValue.STRUCTURE,
                    "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }

    private static boolean addsAdministrator(JsonObject capabilities) {
        return ADD.of(capabilities).contains("CAP_SYS_ADMIN");
    }
}
