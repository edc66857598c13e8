package io.mooring.binding.world;

import io.mooring.admission.object.Kinds;
import io.mooring.meta.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds that a dump should have, in the order in which they are asked for, under the names that kubectl takes. */
enum FetchedKind {
    PERSISTENT_VOLUME("v1", "PersistentVolume", "pv", "persistentvolumes"),
    PERSISTENT_VOLUME_CLAIM("v1", "PersistentVolumeClaim", "pvc", "persistentvolumeclaims"),
    STORAGE_CLASS("storage.k8s.io/v1", "StorageClass", "sc", "storageclasses"),
    VOLUME_ATTRIBUTES_CLASS("storage.k8s.io/v1", "VolumeAttributesClass", "volumeattributesclasses", "vac"),
    CSI_DRIVER("storage.k8s.io/v1", "CSIDriver", "csidrivers"),
    CSI_NODE("storage.k8s.io/v1", "CSINode", "csinodes"),
    CSI_STORAGE_CAPACITY("storage.k8s.io/v1", "CSIStorageCapacity", "csistoragecapacities"),
    VOLUME_ATTACHMENT("storage.k8s.io/v1", "VolumeAttachment", "volumeattachments"),
    POD("v1", "Pod", "pods", "po"),
    NODE("v1", "Node", "nodes", "no"),
    NAMESPACE("v1", "Namespace", "ns", "namespaces"),
    STATEFUL_SET("apps/v1", "StatefulSet", "sts", "statefulsets"),
    CONTROLLER_REVISION("apps/v1", "ControllerRevision", "controllerrevisions"),
    DEPLOYMENT("apps/v1", "Deployment", "deploy", "deployments"),
    REPLICA_SET("apps/v1", "ReplicaSet", "rs", "replicasets"),
    REPLICATION_CONTROLLER("v1", "ReplicationController", "rc", "replicationcontrollers"),
    DAEMON_SET("apps/v1", "DaemonSet", "ds", "daemonsets"),
    JOB("batch/v1", "Job", "jobs"),
    CRON_JOB("batch/v1", "CronJob", "cronjobs", "cj"),
    RESOURCE_QUOTA("v1", "ResourceQuota", "quota", "resourcequotas"),
    LIMIT_RANGE("v1", "LimitRange", "limits", "limitranges"),
    EVENT("v1", "Event", "events", "ev");

    private final String apiVersion;
    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change.
    private final List<String> names;

    /** @param names the first is the one that the command has */
    FetchedKind(String apiVersion, String kind, String... names) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.names = List.of(names);
    }

    /** The command that asks for all of them. */
    static String command() {
        String all = Arrays.stream(values()).map(each -> each.names.get(0)).collect(Collectors.joining(","));
        return "kubectl get " + all + " -A -o yaml";
    }

    static List<ObjectKind<?>> kinds() {
        return Arrays.stream(values()).<ObjectKind<?>>map(FetchedKind::kind).toList();
    }

    /** The kind that kubectl calls so. */
    static ObjectKind<?> named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no kind is known as " + name + "; known are "
                        + Arrays.stream(values()).map(each -> each.names.get(0)).collect(Collectors.joining(", "))));
    }

    /** The kind that kubectl calls so: short, singular, plural, with or without its group. */
    static Optional<ObjectKind<?>> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.isNamed(lower))
                .findFirst()
                .map(FetchedKind::kind);
    }

    /** Every name but those with a group. */
    static Stream<String> allNames() {
        return Arrays.stream(values())
                .flatMap(each -> Stream.concat(each.names.stream(), Stream.of(each.kind.toLowerCase(Locale.ROOT))));
    }

    private boolean isNamed(String lower) {
        String group = ObjectKind.groupOf(apiVersion);
        String name = group.isEmpty() || !lower.endsWith("." + group)
                ? lower
                : lower.substring(0, lower.length() - group.length() - 1);
        return names.contains(name) || kind.toLowerCase(Locale.ROOT).equals(name);
    }

    private ObjectKind<?> kind() {
        return Kinds.of(apiVersion, kind);
    }
}
