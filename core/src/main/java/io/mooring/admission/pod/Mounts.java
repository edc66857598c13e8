package io.mooring.admission.pod;

import static io.mooring.schema.Checks.meaning;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;

import io.mooring.admission.source.FilePaths;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import io.mooring.storage.SourceType;
import io.mooring.workload.Container;
import io.mooring.workload.PodVolume;
import io.mooring.workload.VolumeDevice;
import io.mooring.workload.VolumeMount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The volumes that a container mounts or uses raw. Kubernetes: {@code core/v1 VolumeMount} and {@code VolumeDevice}. Models
 * {@code ValidateVolumeMounts} and {@code ValidateVolumeDevices}.
 */
final class Mounts {
    /** The pod's volumes that have no fault, by name. */
    static final CheckOption<Map<String, PodVolume>> VOLUMES = new CheckOption<>("the pod's volumes", Map.of());

    private static final Field<String> NAME = text("name").always();
    private static final Field<String> MOUNT_PATH = text("mountPath").always();
    private static final Field<String> MOUNT_PROPAGATION =
            text("mountPropagation").optional().check(oneOf("Bidirectional", "HostToContainer", "None"));
    private static final Field<String> RECURSIVE_READ_ONLY =
            text("recursiveReadOnly").optional().check(oneOf("Disabled", "Enabled", "IfPossible"));
    static final Field<String> SUB_PATH = text("subPath").check(FilePaths.descending());
    static final Field<String> SUB_PATH_EXPR = text("subPathExpr").check(FilePaths.descending());

    static final Field<List<String>> BIND_MOUNT_OPTIONS =
            texts("bindMountOptions").check(Mounts::bindMountOptions);

    private static final Schema<VolumeMount> MOUNT = Schema.of(VolumeMount::builder, VolumeMount.Builder::build)
            .rest(VolumeMount::rest, VolumeMount.Builder::rest)
            .of(NAME, VolumeMount::name, VolumeMount.Builder::name)
            .field("readOnly", Types.BOOL, VolumeMount::readOnly, VolumeMount.Builder::readOnly)
            .of(MOUNT_PATH, VolumeMount::mountPath, VolumeMount.Builder::mountPath)
            .carried(SUB_PATH, SUB_PATH_EXPR, MOUNT_PROPAGATION, RECURSIVE_READ_ONLY, BIND_MOUNT_OPTIONS)
            .schema();

    /** A container's mounts; checked beside its devices. */
    static final Field<List<VolumeMount>> MOUNTS =
            Field.of("volumeMounts", Types.list(MOUNT)).unchecked();

    private static final Field<String> DEVICE_PATH = text("devicePath").always();

    private static final Schema<VolumeDevice> DEVICE = Schema.of(VolumeDevice::builder, VolumeDevice.Builder::build)
            .of(NAME, VolumeDevice::name, VolumeDevice.Builder::name)
            .of(DEVICE_PATH, VolumeDevice::devicePath, VolumeDevice.Builder::devicePath)
            .schema();

    /** A container's raw volumes; checked beside its mounts. */
    static final Field<List<VolumeDevice>> DEVICES = Field.of("volumeDevices", Types.list(DEVICE));

    private Mounts() {}

    static void check(Container container, ErrorsAt at) {
        checkMounts(container, at.child(MOUNTS));
        checkDevices(container, at.child(DEVICES));
    }

    private static void checkMounts(Container container, ErrorsAt at) {
        Map<String, String> devices = new LinkedHashMap<>();
        container.volumeDevices().forEach(device -> devices.put(device.name(), device.devicePath()));
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            VolumeMount mount = container.volumeMounts().get(i);
            nameAndPath(mount, devices, paths, at.index(i));
            subPaths(mount, at, at.index(i));
            propagation(mount, container, at);
            recursiveReadOnly(mount, at);
            BIND_MOUNT_OPTIONS.check(mount.rest(), at.index(i));
            optionsOfImage(mount, at.index(i).child(BIND_MOUNT_OPTIONS));
        }
    }

    private static void nameAndPath(VolumeMount mount, Map<String, String> devices, Set<String> paths, ErrorsAt at) {
        String path = mount.mountPath();
        if (mount.name().isEmpty()) {
            at.child(NAME).required();
        }
        if (!at.option(VOLUMES).containsKey(mount.name())) {
            notFound(mount.name(), at.child(NAME));
        }
        if (path.isEmpty()) {
            at.child(MOUNT_PATH).required();
        }
        if (!paths.add(path)) {
            at.child(MOUNT_PATH).invalid(path, "must be unique");
        }
        if (devices.containsKey(mount.name())) {
            at.child(NAME).invalid(mount.name(), "must not already exist in volumeDevices");
        }
        if (devices.containsValue(path)) {
            at.child(MOUNT_PATH).invalid(path, "must not already exist as a path in volumeDevices");
        }
    }

    private static void notFound(String volume, ErrorsAt at) {
        if (volume.isEmpty()) {
            at.notFound(BadValue.of(volume));
            return;
        }
        ErrorsAt advised = at.advising("declare a volume, or a claim template, of this name");
        meaning(volume, List.copyOf(at.option(VOLUMES).keySet()), advised).notFound(BadValue.of(volume));
    }

    /** Upstream tells of the paths' form at the list. */
    private static void subPaths(VolumeMount mount, ErrorsAt list, ErrorsAt at) {
        SUB_PATH.check(mount.rest(), list);
        String expression = SUB_PATH_EXPR.of(mount.rest());
        if (!expression.isEmpty() && SUB_PATH.isIn(mount.rest())) {
            at.child(SUB_PATH_EXPR).invalid(expression, "subPathExpr and subPath are mutually exclusive");
        }
        SUB_PATH_EXPR.check(mount.rest(), list);
    }

    private static void propagation(VolumeMount mount, Container container, ErrorsAt list) {
        MOUNT_PROPAGATION.check(mount.rest(), list);
        boolean isBidirectional = MOUNT_PROPAGATION.of(mount.rest()).equals("Bidirectional");
        if (isBidirectional && !SecurityContexts.isPrivileged(container.rest())) {
            list.child(MOUNT_PROPAGATION)
                    .forbidden("Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void recursiveReadOnly(VolumeMount mount, ErrorsAt list) {
        RECURSIVE_READ_ONLY.check(mount.rest(), list);
        String mode = RECURSIVE_READ_ONLY.of(mount.rest());
        if (!mode.equals("Enabled") && !mode.equals("IfPossible")) {
            return;
        }
        ErrorsAt at = list.child(RECURSIVE_READ_ONLY);
        if (!mount.readOnly()) {
            at.forbidden("may only be specified when readOnly is true");
        }
        if (!MOUNT_PROPAGATION.in(mount.rest()).orElse("None").equals("None")) {
            at.forbidden("may only be specified when mountPropagation is None or not specified");
        }
    }

    private static void bindMountOptions(List<String> options, ErrorsAt at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            oneOf("nodev", "noexec", "nosuid").check(option, at.index(i));
            if (!seen.add(option)) {
                at.index(i).duplicate(BadValue.of(option));
            }
        }
    }

    private static void optionsOfImage(VolumeMount mount, ErrorsAt at) {
        PodVolume volume = at.option(VOLUMES).get(mount.name());
        boolean isImage = volume != null && volume.rest().has(SourceType.IMAGE.field());
        if (isImage && BIND_MOUNT_OPTIONS.isIn(mount.rest())) {
            at.invalid(BadValue.LIST, "bindMountOptions may not be used with image volumes");
        }
    }

    private static void checkDevices(Container container, ErrorsAt at) {
        Map<String, String> mounts = new LinkedHashMap<>();
        container.volumeMounts().forEach(mount -> mounts.put(mount.name(), mount.mountPath()));
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < container.volumeDevices().size(); i++) {
            VolumeDevice device = container.volumeDevices().get(i);
            ErrorsAt name = at.index(i).child(NAME);
            ErrorsAt path = at.index(i).child(DEVICE_PATH);
            deviceName(device.name(), names, name);
            devicePath(device.devicePath(), paths, path);
            if (mounts.containsKey(device.name())) {
                name.invalid(device.name(), "must not already exist in volumeMounts");
            }
            if (mounts.containsValue(device.devicePath())) {
                path.invalid(device.devicePath(), "must not already exist as a path in volumeMounts");
            }
            if (!device.name().isEmpty()) {
                names.add(device.name());
            }
        }
    }

    private static void deviceName(String name, Set<String> others, ErrorsAt at) {
        if (name.isEmpty()) {
            at.required();
        }
        if (others.contains(name)) {
            at.invalid(name, "must be unique");
        }
        PodVolume volume = at.option(VOLUMES).get(name);
        if (volume == null) {
            notFound(name, at);
        } else if (volume.persistentVolumeClaim().isEmpty()
                && volume.ephemeral().isEmpty()) {
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
}
