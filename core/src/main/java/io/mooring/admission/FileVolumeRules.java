package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonObject;
import java.util.List;

/** What is checked on volumes that hold files from elsewhere: secrets, config maps, the pod's own fields, images. */
final class FileVolumeRules {
    private static final String SIMULTANEOUSLY = "fieldRef and resourceFieldRef can not be specified simultaneously";

    /** Modes of files, 0 to 0777. */
    static final Rule<Long> MODE =
            TreeRules.between(0, 0777, "must be a number between 0 and 0777 (octal), both inclusive");

    private static final TreeRules KEY_TO_PATH = TreeRules.table()
            .required("key")
            .required("path")
            .text("path", localPath())
            .number("mode", MODE);

    static final TreeRules ITEMS = TreeRules.table().each("items", KEY_TO_PATH);

    static final TreeRules SECRET =
            TreeRules.table().required("secretName").number("defaultMode", MODE).rule(ITEMS);

    static final TreeRules CONFIG_MAP =
            TreeRules.table().required("name").number("defaultMode", MODE).rule(ITEMS);

    static final TreeRules GIT_REPO = TreeRules.table().required("repository").text("directory", descendingPath());

    static final TreeRules IMAGE = TreeRules.table()
            .required("reference")
            .text("pullPolicy", TreeRules.requiredOneOf(List.of("Always", "IfNotPresent", "Never")));

    /** Upstream tells of the single files at the volume. */
    static final TreeRules DOWNWARD_API = TreeRules.table()
            .number("defaultMode", MODE)
            .rule((files, at) -> Tree.items(files, "items").forEach(file -> downwardFile(file, at)));

    private FileVolumeRules() {}

    static void emptyDir(JsonObject source, Place at) {
        boolean isNegative = Tree.textIfThere(source, "sizeLimit")
                .map(text -> Quantity.parse(text).signum() < 0)
                .orElse(false);
        if (isNegative) {
            at.child("sizeLimit").forbidden("SizeLimit field must be a valid resource quantity");
        }
    }

    /** One file with a field of the pod, or with a container's resources. */
    static void downwardFile(JsonObject file, Place at) {
        TreeRules.table().required("path").text("path", localPath()).check(file, at);
        boolean hasResource = file.has("resourceFieldRef");
        if (file.has("fieldRef") && hasResource) {
            at.invalid("resource", SIMULTANEOUSLY);
        }
        if (!file.has("fieldRef") && !hasResource) {
            at.required("one of fieldRef and resourceFieldRef is required");
        }
        TreeRules.table()
                .object("fieldRef", EnvironmentRules.fieldOf(EnvironmentRules.VOLUME_FIELDS))
                .object("resourceFieldRef", EnvironmentRules.resourceOfNamedContainer())
                .number("mode", MODE)
                .check(file, at);
    }

    /** A path below here that no step leads out of. */
    static Rule<String> descendingPath() {
        return (path, at) -> {
            if (path.startsWith("/")) {
                at.invalid(path, "must be a relative path");
            }
            Checks.noBacksteps().check(path, at);
        };
    }

    /** A path below here whose name is not kept for the system. */
    static Rule<String> localPath() {
        return (path, at) -> {
            descendingPath().check(path, at);
            if (path.startsWith("..") && !path.startsWith("../")) {
                at.invalid(path, "must not start with '..'");
            }
        };
    }

    /** Names of secrets and config maps. */
    static Rule<String> objectName() {
        return Checks.name(NameRule.DNS_1123_SUBDOMAIN);
    }
}
