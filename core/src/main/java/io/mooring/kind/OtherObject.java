package io.mooring.kind;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.tree.Codec;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a kind that is none of Mooring's business, such as a Service: its metadata is read, the rest is carried
 * along as it came.
 *
 * @param content the whole object, metadata included
 */
public record OtherObject(ObjectMeta metadata, JsonObject content) implements KubernetesObject {
    private static final String STATUS = "status";

    private static final Set<String> WITHOUT_NAMESPACE = Set.of(
            "APIService",
            "CSIDriver",
            "CSINode",
            "CertificateSigningRequest",
            "ClusterRole",
            "ClusterRoleBinding",
            "ClusterTrustBundle",
            "CustomResourceDefinition",
            "DeviceClass",
            "DeviceTaintRule",
            "FlowSchema",
            "IPAddress",
            "IngressClass",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding",
            "MutatingWebhookConfiguration",
            "Namespace",
            "PriorityClass",
            "PriorityLevelConfiguration",
            "ResourceSlice",
            "RuntimeClass",
            "ServiceCIDR",
            "StorageVersion",
            "StorageVersionMigration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration",
            "VolumeAttachment",
            "VolumeSnapshotClass",
            "VolumeSnapshotContent");

    @Override
    public OtherObject withMetadata(ObjectMeta changed) {
        return new OtherObject(changed, content.with("metadata", ObjectMeta.CODEC.write(changed)));
    }

    @Override
    public OtherObject withStatusOf(KubernetesObject other) {
        JsonObject changed = ((OtherObject) other)
                .content()
                .get(STATUS)
                .map(status -> content.with(STATUS, status))
                .orElseGet(() -> content.without(STATUS));
        return new OtherObject(metadata, changed);
    }

    @Override
    public Optional<Object> countedSpec() {
        return Optional.empty();
    }

    @Override
    public ObjectKind<OtherObject> kind() {
        return kindOf(text("apiVersion"), text("kind"));
    }

    /**
     * The kind with these names. Whether it lives in namespaces can be told of Kubernetes' own kinds only, snapshots
     * among them: any other counts as namespaced, and the key's namespace is whatever the object says.
     */
    public static ObjectKind<OtherObject> kindOf(String apiVersion, String kind) {
        return new ObjectKind<>(
                apiVersion,
                kind,
                plural(kind),
                !WITHOUT_NAMESPACE.contains(kind),
                OtherObject.class,
                OtherCodec.INSTANCE);
    }

    /** Models {@code UnsafeGuessKindToResource}. */
    private static String plural(String kind) {
        String singular = kind.toLowerCase(Locale.ROOT);
        if (singular.endsWith("s")) {
            return singular + "es";
        }
        return singular.endsWith("y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s";
    }

    private String text(String field) {
        return content.get(field)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }

    private enum OtherCodec implements Codec<OtherObject> {
        INSTANCE;

        @Override
        public OtherObject zero() {
            return new OtherObject(ObjectMeta.builder().build(), JsonObject.EMPTY);
        }

        @Override
        public String typeName() {
            return "an object";
        }

        @Override
        public Optional<OtherObject> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
            if (!(value instanceof JsonObject object)) {
                problems.add(new DecodingProblem.WrongType(path, typeName(), value));
                return Optional.empty();
            }
            JsonValue metadata = object.get("metadata").orElse(JsonNull.NULL);
            return ObjectMeta.CODEC
                    .read(metadata, path.child("metadata"), problems)
                    .map(meta -> new OtherObject(meta, object));
        }

        @Override
        public JsonValue write(OtherObject object) {
            return object.content();
        }
    }
}
