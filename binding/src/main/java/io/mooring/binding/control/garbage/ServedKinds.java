package io.mooring.binding.control.garbage;

import io.mooring.admission.object.Kinds;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.meta.OwnerReference;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which kinds the API serves, as far as the cluster shows: Kubernetes' own in the versions that are on by default, and any
 * other if a definition names it, or if there is or was an object of it. Stands for the discovery that upstream's garbage
 * collector asks through its {@code restMapper}.
 */
record ServedKinds(Cluster cluster) {
    static final ObjectKind<OtherObject> DEFINITION =
            OtherObject.kindOf("apiextensions.k8s.io/v1", "CustomResourceDefinition");

    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry(
                    "v1",
                    Set.of(
                            "ConfigMap",
                            "Endpoints",
                            "Event",
                            "LimitRange",
                            "Namespace",
                            "Node",
                            "PersistentVolume",
                            "PersistentVolumeClaim",
                            "Pod",
                            "PodTemplate",
                            "ReplicationController",
                            "ResourceQuota",
                            "Secret",
                            "Service",
                            "ServiceAccount")),
            Map.entry(
                    "admissionregistration.k8s.io/v1",
                    Set.of(
                            "MutatingAdmissionPolicy",
                            "MutatingAdmissionPolicyBinding",
                            "MutatingWebhookConfiguration",
                            "ValidatingAdmissionPolicy",
                            "ValidatingAdmissionPolicyBinding",
                            "ValidatingWebhookConfiguration")),
            Map.entry("apiextensions.k8s.io/v1", Set.of("CustomResourceDefinition")),
            Map.entry("apiregistration.k8s.io/v1", Set.of("APIService")),
            Map.entry("apps/v1", Set.of("ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet")),
            Map.entry("autoscaling/v1", Set.of("HorizontalPodAutoscaler")),
            Map.entry("autoscaling/v2", Set.of("HorizontalPodAutoscaler")),
            Map.entry("batch/v1", Set.of("CronJob", "Job")),
            Map.entry("certificates.k8s.io/v1", Set.of("CertificateSigningRequest")),
            Map.entry("coordination.k8s.io/v1", Set.of("Lease")),
            Map.entry("discovery.k8s.io/v1", Set.of("EndpointSlice")),
            Map.entry("events.k8s.io/v1", Set.of("Event")),
            Map.entry("flowcontrol.apiserver.k8s.io/v1", Set.of("FlowSchema", "PriorityLevelConfiguration")),
            Map.entry(
                    "networking.k8s.io/v1",
                    Set.of("IPAddress", "Ingress", "IngressClass", "NetworkPolicy", "ServiceCIDR")),
            Map.entry("node.k8s.io/v1", Set.of("RuntimeClass")),
            Map.entry("policy/v1", Set.of("PodDisruptionBudget")),
            Map.entry(
                    "rbac.authorization.k8s.io/v1", Set.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding")),
            Map.entry(
                    "resource.k8s.io/v1",
                    Set.of("DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice")),
            Map.entry("scheduling.k8s.io/v1", Set.of("PriorityClass")),
            Map.entry(
                    "storage.k8s.io/v1",
                    Set.of(
                            "CSIDriver",
                            "CSINode",
                            "CSIStorageCapacity",
                            "StorageClass",
                            "VolumeAttachment",
                            "VolumeAttributesClass")));

    /** The same, whatever the version. */
    private static final Map<String, Set<String>> OWN_BY_GROUP = OWN.entrySet().stream()
            .collect(Collectors.groupingBy(
                    served -> ObjectKind.groupOf(served.getKey()),
                    Collectors.flatMapping(served -> served.getValue().stream(), Collectors.toUnmodifiableSet())));

    /** How a kind is served. */
    enum Scope {
        CLUSTER,
        NAMESPACE
    }

    /** Where the owner's kind lives; empty if no API serves it in the version that the reference names. */
    Optional<Scope> scopeOf(OwnerReference reference) {
        if (isOwn(reference)) {
            return isServed(reference)
                    ? Optional.of(kindOf(reference).isNamespaced() ? Scope.NAMESPACE : Scope.CLUSTER)
                    : Optional.empty();
        }
        ObjectKind<?> kind = kindOf(reference);
        return definitions(kind)
                .findFirst()
                .map(definition -> scope(definition, reference))
                .orElseGet(() -> seen(kind));
    }

    private static boolean isServed(OwnerReference reference) {
        return OWN.getOrDefault(reference.apiVersion(), Set.of()).contains(reference.kind());
    }

    static ObjectKind<?> kindOf(OwnerReference reference) {
        return Kinds.of(reference.apiVersion(), reference.kind());
    }

    /** The owner's kind, {@code Cluster.postgresql.cnpg.io}, if Kubernetes does not bring it along in one version or another. */
    static Optional<String> customKind(OwnerReference reference) {
        return isOwn(reference)
                ? Optional.empty()
                : Optional.of(kindOf(reference).qualifiedName());
    }

    private static boolean isOwn(OwnerReference reference) {
        return isServed(reference)
                || OWN_BY_GROUP
                        .getOrDefault(ObjectKind.groupOf(reference.apiVersion()), Set.of())
                        .contains(reference.kind());
    }

    private Stream<JsonObject> definitions(ObjectKind<?> kind) {
        return cluster.list(DEFINITION, "").stream()
                .map(definition -> object(definition.content(), "spec"))
                .filter(spec -> text(spec, "group").equals(kind.group())
                        && text(object(spec, "names"), "kind").equals(kind.name()));
    }

    /** The name of the kind that is defined: {@code Cluster.postgresql.cnpg.io}. */
    static String definedKind(OtherObject definition) {
        JsonObject spec = object(definition.content(), "spec");
        return text(object(spec, "names"), "kind") + "." + text(spec, "group");
    }

    private static Optional<Scope> scope(JsonObject spec, OwnerReference reference) {
        boolean isServed = spec.get("versions").stream()
                .flatMap(versions -> versions instanceof JsonArray array ? array.items().stream() : Stream.empty())
                .filter(version -> version instanceof JsonObject found
                        && text(found, "name").equals(kindOf(reference).version())
                        && !found.get("served").equals(Optional.of(JsonBool.FALSE)))
                .findAny()
                .isPresent();
        return isServed
                ? Optional.of(text(spec, "scope").equals("Cluster") ? Scope.CLUSTER : Scope.NAMESPACE)
                : Optional.empty();
    }

    /** A kind that is defined nowhere lives where its objects do. */
    private Optional<Scope> seen(ObjectKind<?> kind) {
        List<String> namespaces = cluster.namespacesSeen(kind);
        return namespaces.isEmpty()
                ? Optional.empty()
                : Optional.of(namespaces.contains("") ? Scope.CLUSTER : Scope.NAMESPACE);
    }

    private static JsonObject object(JsonObject in, String field) {
        return in.get(field)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(JsonObject.EMPTY);
    }

    private static String text(JsonObject in, String field) {
        Optional<JsonValue> value = in.get(field);
        return value.orElse(null) instanceof JsonString string ? string.value() : "";
    }
}
