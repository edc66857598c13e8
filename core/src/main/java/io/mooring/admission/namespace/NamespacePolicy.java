package io.mooring.admission.namespace;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.meta.Namespace;
import io.mooring.meta.NamespaceCondition;
import io.mooring.meta.NamespacePhase;
import io.mooring.meta.NamespaceSpec;
import io.mooring.meta.NamespaceStatus;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Type;
import io.mooring.schema.Types;
import io.mooring.schema.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Namespaces: {@code SetDefaults_Namespace}, the registry's strategies of {@code pkg/registry/core/namespace}. */
public final class NamespacePolicy implements KindPolicy<Namespace> {
    public static final NamespacePolicy POLICY = new NamespacePolicy();

    private static final Schema<NamespaceSpec> SPEC = Schema.of(NamespaceSpec::builder, NamespaceSpec.Builder::build)
            .list("finalizers", Types.STRING, NamespaceSpec::finalizers, NamespaceSpec.Builder::finalizers)
            .check(Metadata::finalizerNames)
            .schema();

    private static final Schema<NamespaceCondition> CONDITION = Schema.of(
                    NamespaceCondition::builder, NamespaceCondition.Builder::build)
            .always("type", Types.STRING, NamespaceCondition::type, NamespaceCondition.Builder::type)
            .always("status", Types.STRING, NamespaceCondition::status, NamespaceCondition.Builder::status)
            .absentAsNull(
                    "lastTransitionTime",
                    Types.TIME,
                    NamespaceCondition::lastTransitionTime,
                    NamespaceCondition.Builder::lastTransitionTime)
            .field("reason", Types.STRING, NamespaceCondition::reason, NamespaceCondition.Builder::reason)
            .field("message", Types.STRING, NamespaceCondition::message, NamespaceCondition.Builder::message)
            .schema();

    private static final Schema<NamespaceStatus> STATUS = Schema.of(
                    NamespaceStatus::builder, NamespaceStatus.Builder::build)
            .zeroAsAbsent(
                    "phase",
                    Types.named(NamespacePhase::new, NamespacePhase::value),
                    NamespaceStatus::phase,
                    NamespaceStatus.Builder::phase)
            .preset(NamespacePhase.ACTIVE)
            .list("conditions", CONDITION, NamespaceStatus::conditions, NamespaceStatus.Builder::conditions)
            .schema();

    private static final Schema<Namespace> NAMESPACE = Schema.of(Namespace::builder, Namespace.Builder::build)
            .fill(NamespacePolicy::withName)
            .constant("apiVersion", Namespace.KIND.apiVersion())
            .constant("kind", Namespace.KIND.name())
            .always(
                    "metadata",
                    Metadata.named(NameRule.DNS_1123_LABEL),
                    Namespace::metadata,
                    Namespace.Builder::metadata)
            .always("spec", SPEC, Namespace::spec, Namespace.Builder::spec)
            .always("status", STATUS, Namespace::status, Namespace.Builder::status)
            .schema();

    /** The label says the name, whatever it said before. */
    private static Namespace withName(Namespace namespace) {
        ObjectMeta metadata = namespace.metadata();
        String name = metadata.name();
        if (name.isEmpty() || name.equals(metadata.labels().get(Namespace.NAME_LABEL))) {
            return namespace;
        }
        Map<String, String> labels = new LinkedHashMap<>(metadata.labels());
        labels.put(Namespace.NAME_LABEL, name);
        return namespace.withMetadata(metadata.withLabels(labels));
    }

    private NamespacePolicy() {}

    @Override
    public ObjectKind<Namespace> kind() {
        return Namespace.KIND;
    }

    @Override
    public Type<Namespace> type() {
        return NAMESPACE;
    }

    /** A new namespace is Active, and held until its content is gone. */
    @Override
    public Namespace prepareForCreate(Namespace created, AdmissionWorld world) {
        List<String> finalizers = new ArrayList<>(created.spec().finalizers());
        if (!finalizers.contains(Namespace.KUBERNETES_FINALIZER)) {
            finalizers.add(Namespace.KUBERNETES_FINALIZER);
        }
        return created.withSpecFinalizers(finalizers)
                .withStatus(
                        NamespaceStatus.builder().phase(NamespacePhase.ACTIVE).build());
    }

    /** The finalizers of the spec change by the subresource {@code finalize} alone. */
    @Override
    public Namespace prepareForUpdate(Update<Namespace> update, AdmissionWorld world) {
        Namespace stored = update.stored();
        return update.updated().withSpecFinalizers(stored.spec().finalizers()).withStatus(stored.status());
    }

    @Override
    public Check<Update<Namespace>> updated() {
        return (update, at) -> NAMESPACE.check(update.updated(), at);
    }

    /** Models {@code ValidateNamespaceStatusUpdate}, which spells the field with a capital. */
    @Override
    public Check<Namespace> statusUpdated() {
        return NamespacePolicy::checkPhase;
    }

    private static void checkPhase(Namespace namespace, ErrorsAt at) {
        boolean isBeingDeleted = namespace.metadata().isBeingDeleted();
        NamespacePhase due = isBeingDeleted ? NamespacePhase.TERMINATING : NamespacePhase.ACTIVE;
        String phase = namespace.status().phase().map(NamespacePhase::value).orElse("");
        if (!phase.equals(due.value())) {
            at.child("status")
                    .child("Phase")
                    .invalid(
                            BadValue.ofTyped(phase),
                            "may only be '" + due + "' if `deletionTimestamp` is " + (isBeingDeleted ? "not " : "")
                                    + "empty");
        }
    }
}
