package io.mooring.meta;

import io.mooring.names.Confidential;
import io.mooring.style.Shown;
import io.mooring.tree.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a kind that is none of Mooring's business, such as a Service: its metadata is read, the rest is carried
 * along as it came.
 *
 * @param content all but the API version, the kind and the metadata
 */
public record OtherObject(ObjectKind<OtherObject> kind, ObjectMeta metadata, JsonObject content)
        implements KubernetesObject {
    private static final String STATUS = "status";

    /** Kubernetes' own kinds without namespaces, those of snapshots among them: the kind, a dot, and the group. */
    private static final Set<String> WITHOUT_NAMESPACE = Set.of(
            "APIService.apiregistration.k8s.io",
            "CSINode.storage.k8s.io",
            "CertificateSigningRequest.certificates.k8s.io",
            "ClusterRole.rbac.authorization.k8s.io",
            "ClusterRoleBinding.rbac.authorization.k8s.io",
            "ClusterTrustBundle.certificates.k8s.io",
            "CustomResourceDefinition.apiextensions.k8s.io",
            "DeviceClass.resource.k8s.io",
            "DeviceTaintRule.resource.k8s.io",
            "FlowSchema.flowcontrol.apiserver.k8s.io",
            "IPAddress.networking.k8s.io",
            "IngressClass.networking.k8s.io",
            "MutatingAdmissionPolicy.admissionregistration.k8s.io",
            "MutatingAdmissionPolicyBinding.admissionregistration.k8s.io",
            "MutatingWebhookConfiguration.admissionregistration.k8s.io",
            "PriorityClass.scheduling.k8s.io",
            "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io",
            "ResourceSlice.resource.k8s.io",
            "RuntimeClass.node.k8s.io",
            "ServiceCIDR.networking.k8s.io",
            "StorageVersion.internal.apiserver.k8s.io",
            "StorageVersionMigration.storagemigration.k8s.io",
            "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
            "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
            "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
            "VolumeGroupSnapshotClass.groupsnapshot.storage.k8s.io",
            "VolumeGroupSnapshotContent.groupsnapshot.storage.k8s.io",
            "VolumeSnapshotClass.snapshot.storage.k8s.io",
            "VolumeSnapshotContent.snapshot.storage.k8s.io");

    @Override
    public OtherObject withMetadata(ObjectMeta changed) {
        return new OtherObject(kind, changed, content);
    }

    /** The same object with other content. */
    public OtherObject withContent(JsonObject changed) {
        return new OtherObject(kind, metadata, changed);
    }

    @Override
    public OtherObject withStatusOf(KubernetesObject other) {
        return withContent(((OtherObject) other)
                .content()
                .get(STATUS)
                .map(status -> content.with(STATUS, status))
                .orElseGet(() -> content.without(STATUS)));
    }

    /** Of a custom resource all but metadata and status. Models {@code customResourceStrategy.PrepareForUpdate}. */
    @Override
    public Optional<Object> countedSpec() {
        return kind.isCustom() ? Optional.of(content.without(STATUS)) : Optional.empty();
    }

    /** Of what may be a Secret, no more than which it is; of a long content its beginning. */
    @Override
    public String toString() {
        return Confidential.isKind(kind.name())
                ? ref().toString()
                : "OtherObject[kind=" + kind + ", metadata=" + metadata + ", content="
                        + Shown.beginning(content.toString()) + "]";
    }

    /**
     * The kind with these names. Whether it lives in namespaces can be told of Kubernetes' own kinds only, snapshots
     * among them: any other counts as namespaced, and its namespace is whatever the object says.
     *
     * @throws IllegalArgumentException if Mooring interprets the objects of this kind, in whatever version
     */
    public static ObjectKind<OtherObject> kindOf(String apiVersion, String kind) {
        KnownKind.inAnyVersion(apiVersion, kind).ifPresent(known -> {
            throw new IllegalArgumentException(
                    apiVersion + " " + kind + " is a kind that Mooring interprets, as " + known.apiVersion());
        });
        boolean isClusterScoped = WITHOUT_NAMESPACE.contains(kind + "." + ObjectKind.groupOf(apiVersion));
        return ObjectKind.other(apiVersion, kind, plural(kind), !isClusterScoped);
    }

    /** Models {@code UnsafeGuessKindToResource}. */
    private static String plural(String kind) {
        String singular = kind.toLowerCase(Locale.ROOT);
        if (singular.endsWith("s")) {
            return singular + "es";
        }
        return singular.endsWith("y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s";
    }
}
