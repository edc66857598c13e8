package io.mooring.admission.pod;

import io.mooring.admission.source.FilePaths;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is checked on the volumes that a container mounts or uses raw. Models {@code ValidateVolumeMounts} and {@code
 * ValidateVolumeDevices}.
 *
 * @param volumes the pod's volumes that have no fault, by name
 */
record MountRules(Map<String, JsonObject> volumes) {
    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIVE_READ_ONLY = List.of("Disabled", "Enabled", "IfPossible");

    void mounts(JsonObject container, ErrorsAt at) {
        Map<String, String> devices = pathsByName(container, "volumeDevices", "devicePath");
        Set<String> paths = new HashSet<>();
        List<JsonObject> mounts = Tree.items(container, "volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            mount(mounts.get(i), devices, paths, at.index(i));
            subPaths(mounts.get(i), at, at.index(i));
            propagation(mounts.get(i), container, at);
        }
    }

    private void mount(JsonObject mount, Map<String, String> devices, Set<String> paths, ErrorsAt at) {
        String name = Tree.text(mount, "name");
        String path = Tree.text(mount, "mountPath");
        if (name.isEmpty()) {
            at.child("name").required();
        }
        if (!volumes.containsKey(name)) {
            volumeNamed(name, at.child("name")).notFound(BadValue.of(name));
        }
        if (path.isEmpty()) {
            at.child("mountPath").required();
        }
        if (!paths.add(path)) {
            at.child("mountPath").invalid(path, "must be unique");
        }
        if (devices.containsKey(name)) {
            at.child("name").invalid(name, "must not already exist in volumeDevices");
        }
        if (devices.containsValue(path)) {
            at.child("mountPath").invalid(path, "must not already exist as a path in volumeDevices");
        }
    }

    /** The place, with the volume that was probably meant as advice. */
    private ErrorsAt volumeNamed(String name, ErrorsAt at) {
        if (name.isEmpty()) {
            return at;
        }
        ErrorsAt place = Checks.meaning(name, List.copyOf(volumes.keySet()), at);
        return place != at ? place : at.advising("declare a volume, or a claim template, of this name");
    }

    /** Upstream tells of the paths' form at the list. */
    private void subPaths(JsonObject mount, ErrorsAt list, ErrorsAt at) {
        String subPath = Tree.text(mount, "subPath");
        String expression = Tree.text(mount, "subPathExpr");
        if (!subPath.isEmpty()) {
            FilePaths.descending().check(subPath, list.child("subPath"));
        }
        if (!expression.isEmpty()) {
            if (!subPath.isEmpty()) {
                at.child("subPathExpr").invalid(expression, "subPathExpr and subPath are mutually exclusive");
            }
            FilePaths.descending().check(expression, list.child("subPathExpr"));
        }
    }

    private void propagation(JsonObject mount, JsonObject container, ErrorsAt list) {
        ErrorsAt at = list.child("mountPropagation");
        String propagation = Tree.text(mount, "mountPropagation");
        if (mount.has("mountPropagation")) {
            TreeRules.oneOf(PROPAGATIONS).check(propagation, at);
        }
        if (propagation.equals("Bidirectional") && !isPrivileged(container)) {
            at.forbidden("Bidirectional mount propagation is available only to privileged containers");
        }
        Tree.textIfThere(mount, "recursiveReadOnly")
                .ifPresent(mode -> recursiveReadOnly(mode, mount, list.child("recursiveReadOnly")));
    }

    private static void recursiveReadOnly(String mode, JsonObject mount, ErrorsAt at) {
        TreeRules.oneOf(RECURSIVE_READ_ONLY).check(mode, at);
        if (!mode.equals("Enabled") && !mode.equals("IfPossible")) {
            return;
        }
        if (!Tree.isTrue(mount, "readOnly")) {
            at.forbidden("may only be specified when readOnly is true");
        }
        if (mount.has("mountPropagation")
                && !Tree.text(mount, "mountPropagation").equals("None")) {
            at.forbidden("may only be specified when mountPropagation is None or not specified");
        }
    }

    private static boolean isPrivileged(JsonObject container) {
        return Tree.object(container, "securityContext")
                .map(context -> Tree.isTrue(context, "privileged"))
                .orElse(false);
    }

    void devices(JsonObject container, ErrorsAt at) {
        Map<String, String> mounts = pathsByName(container, "volumeMounts", "mountPath");
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        List<JsonObject> devices = Tree.items(container, "volumeDevices");
        for (int i = 0; i < devices.size(); i++) {
            String name = Tree.text(devices.get(i), "name");
            String path = Tree.text(devices.get(i), "devicePath");
            deviceName(name, names, at.index(i).child("name"));
            devicePath(path, paths, at.index(i).child("devicePath"));
            if (mounts.containsKey(name)) {
                at.index(i).child("name").invalid(name, "must not already exist in volumeMounts");
            }
            if (mounts.containsValue(path)) {
                at.index(i).child("devicePath").invalid(path, "must not already exist as a path in volumeMounts");
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
    }

    private void deviceName(String name, Set<String> others, ErrorsAt at) {
        if (name.isEmpty()) {
            at.required();
        }
        if (others.contains(name)) {
            at.invalid(name, "must be unique");
        }
        JsonObject volume = volumes.get(name);
        if (volume == null) {
            volumeNamed(name, at).notFound(BadValue.of(name));
        } else if (!volume.has("persistentVolumeClaim") && !volume.has("ephemeral")) {
            at.invalid(name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
        }
    }

    private static void devicePath(String path, Set<String> others, ErrorsAt at) {
        if (path.isEmpty()) {
            at.required();
        }
        if (others.contains(path)) {
            at.invalid(path, "must be unique");
        }
        if (List.of(path.split("/", -1)).contains("..")) {
            at.invalid(path, "can not contain backsteps ('..')");
        } else {
            others.add(path);
        }
    }

    private static Map<String, String> pathsByName(JsonObject container, String list, String path) {
        Map<String, String> paths = new LinkedHashMap<>();
        Tree.items(container, list).forEach(item -> paths.put(Tree.text(item, "name"), Tree.text(item, path)));
        return paths;
    }
}
