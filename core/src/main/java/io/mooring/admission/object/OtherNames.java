package io.mooring.admission.object;

import io.mooring.admission.metadata.Metadata;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.names.NameRule;
import io.mooring.schema.Schema;
import java.util.Set;

/** Which names the kinds take whose objects are carried along. */
final class OtherNames {
    /** Whose names need only fit into a URL, or have a form of their own. */
    private static final Set<String> OF_ANY_FORM = Set.of(
            "APIService.apiregistration.k8s.io",
            "CertificateSigningRequest.certificates.k8s.io",
            "ClusterRole.rbac.authorization.k8s.io",
            "ClusterRoleBinding.rbac.authorization.k8s.io",
            "ClusterTrustBundle.certificates.k8s.io",
            "ComponentStatus",
            "Event",
            "Event.events.k8s.io",
            "IPAddress.networking.k8s.io",
            "PodDisruptionBudget.policy",
            "Role.rbac.authorization.k8s.io",
            "RoleBinding.rbac.authorization.k8s.io",
            "StorageVersion.internal.apiserver.k8s.io");

    private static final Schema<ObjectMeta> SUBDOMAINS = Metadata.named(NameRule.DNS_1123_SUBDOMAIN);
    private static final Schema<ObjectMeta> LABELS = Metadata.named(NameRule.DNS_1123_LABEL);

    private OtherNames() {}

    static Schema<ObjectMeta> of(ObjectKind<OtherObject> kind) {
        if (OF_ANY_FORM.contains(kind.qualifiedName())) {
            return Metadata.OF_ANY_KIND;
        }
        if (kind.isCustom()) {
            return Metadata.OF_CUSTOM_KINDS;
        }
        return kind.qualifiedName().equals("Service") ? LABELS : SUBDOMAINS;
    }
}
