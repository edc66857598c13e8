package io.mooring.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Objects made of the fuzzer's choices, of the words that Kubernetes' objects are made of. */
final class Trees {
    private static final int DEPTH = 6;
    private static final int MOST = 5;
    private static final int LONGEST = 16;

    private static final List<String> KINDS = List.of(
            "v1 PersistentVolume",
            "v1 PersistentVolumeClaim",
            "storage.k8s.io/v1 StorageClass",
            "storage.k8s.io/v1 VolumeAttributesClass",
            "storage.k8s.io/v1 CSIDriver",
            "storage.k8s.io/v1 VolumeAttachment",
            "apps/v1 StatefulSet",
            "apps/v1 Deployment",
            "apps/v1 DaemonSet",
            "batch/v1 Job",
            "batch/v1 CronJob",
            "v1 Pod",
            "v1 Node",
            "v1 Namespace",
            "v1 ResourceQuota",
            "v1 LimitRange",
            "v1 Secret",
            "example.com/v1 Fleet");

    private static final List<String> FIELDS = List.of(
            "metadata",
            "name",
            "namespace",
            "generateName",
            "uid",
            "labels",
            "annotations",
            "finalizers",
            "ownerReferences",
            "creationTimestamp",
            "deletionTimestamp",
            "spec",
            "status",
            "accessModes",
            "capacity",
            "storage",
            "resources",
            "requests",
            "limits",
            "storageClassName",
            "volumeMode",
            "volumeName",
            "selector",
            "matchLabels",
            "matchExpressions",
            "key",
            "operator",
            "values",
            "claimRef",
            "hostPath",
            "path",
            "type",
            "nfs",
            "server",
            "csi",
            "driver",
            "volumeHandle",
            "nodeAffinity",
            "required",
            "nodeSelectorTerms",
            "persistentVolumeReclaimPolicy",
            "mountOptions",
            "dataSource",
            "dataSourceRef",
            "apiGroup",
            "kind",
            "provisioner",
            "parameters",
            "reclaimPolicy",
            "volumeBindingMode",
            "allowVolumeExpansion",
            "allowedTopologies",
            "replicas",
            "serviceName",
            "template",
            "volumeClaimTemplates",
            "persistentVolumeClaimRetentionPolicy",
            "whenDeleted",
            "whenScaled",
            "ordinals",
            "start",
            "updateStrategy",
            "rollingUpdate",
            "partition",
            "maxUnavailable",
            "maxSurge",
            "containers",
            "initContainers",
            "image",
            "volumeMounts",
            "mountPath",
            "volumes",
            "persistentVolumeClaim",
            "claimName",
            "ephemeral",
            "volumeClaimTemplate",
            "nodeName",
            "affinity",
            "tolerations",
            "taints",
            "effect",
            "value",
            "allocatable",
            "conditions",
            "lastTransitionTime",
            "phase",
            "completions",
            "parallelism",
            "backoffLimit",
            "completionMode",
            "activeDeadlineSeconds",
            "schedule",
            "hard",
            "used",
            "terminationGracePeriodSeconds",
            "topologySpreadConstraints",
            "minReadySeconds",
            "restartPolicy");

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "data-0",
            "default",
            "1Gi",
            "1G",
            "1500m",
            "-1",
            "0",
            "1e3",
            "ReadWriteOnce",
            "ReadWriteMany",
            "ReadWriteOncePod",
            "Filesystem",
            "Block",
            "Retain",
            "Delete",
            "Recycle",
            "Immediate",
            "WaitForFirstConsumer",
            "Bound",
            "Available",
            "Released",
            "In",
            "NotIn",
            "Exists",
            "DoesNotExist",
            "Gt",
            "/data",
            "../etc",
            "csi.example.com",
            "kubernetes.io/no-provisioner",
            "kubernetes.io/pvc-protection",
            "2026-01-01T00:00:00Z",
            "RollingUpdate",
            "OnDelete",
            "OrderedReady",
            "Parallel",
            "NoSchedule",
            "Indexed",
            "* * * * *",
            "25%",
            "Always",
            "Never");

    private Trees() {}

    /** One of a kind, most of the time. */
    static JsonObject object(FuzzedDataProvider data) {
        String[] kind = data.pickValue(KINDS).split(" ", 2);
        JsonObject.Builder object =
                JsonObject.builder().put("apiVersion", kind[0]).put("kind", kind[1]);
        object.put(
                "metadata",
                JsonObject.builder().put("name", "a").putAll(fields(data, 2)).build());
        return object.putAll(fields(data, DEPTH)).build();
    }

    private static JsonObject fields(FuzzedDataProvider data, int depth) {
        JsonObject.Builder object = JsonObject.builder();
        for (int left = data.consumeInt(0, MOST); left > 0; left--) {
            String name = data.consumeInt(0, 15) == 0 ? data.consumeString(LONGEST) : data.pickValue(FIELDS);
            object.put(name, value(data, depth - 1));
        }
        return object.build();
    }

    private static JsonValue value(FuzzedDataProvider data, int depth) {
        int kind = data.consumeInt(0, depth > 0 ? 9 : 5);
        return switch (kind) {
            case 0 -> JsonNull.NULL;
            case 1 -> JsonBool.of(data.consumeBoolean());
            case 2 -> JsonNumber.of(data.consumeLong());
            case 3 -> JsonNumber.of(data.consumeInt(-2, 5));
            case 4 -> new JsonString(data.consumeString(LONGEST));
            case 5 -> new JsonString(data.pickValue(TEXTS));
            case 6, 7 -> list(data, depth);
            default -> fields(data, depth);
        };
    }

    private static JsonArray list(FuzzedDataProvider data, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int left = data.consumeInt(0, MOST); left > 0; left--) {
            elements.add(value(data, depth - 1));
        }
        return new JsonArray(elements);
    }
}
