package io.mooring.workload;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Pods of one template, which is rolled out anew when it changes. Kubernetes: {@code apps/v1 Deployment}. */
@Value.Immutable
@MooringStyle
public sealed interface Deployment extends WithDeployment, KubernetesObject permits ImmutableDeployment {
    /** What Kubernetes calls it. */
    ObjectKind<Deployment> KIND = ObjectKind.of(KnownKind.DEPLOYMENT, Deployment.class);

    /** The annotation that numbers the states of the template. Kubernetes: {@code RevisionAnnotation}. */
    String REVISION = "deployment.kubernetes.io/revision";

    /** The label that tells apart the pods of its ReplicaSets. Kubernetes: {@code DefaultDeploymentUniqueLabelKey}. */
    String TEMPLATE_HASH_LABEL = "pod-template-hash";

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is wanted of it. */
    @Value.Default
    default DeploymentSpec spec() {
        return DeploymentSpec.builder().build();
    }

    /** What was observed of it. */
    @Value.Default
    default DeploymentStatus status() {
        return DeploymentStatus.builder().build();
    }

    @Override
    default ObjectKind<Deployment> kind() {
        return KIND;
    }

    @Override
    default Deployment withStatusOf(KubernetesObject other) {
        return withStatus(((Deployment) other).status());
    }

    /** Its annotations count too, but for the one that its controller writes together with the status. */
    @Override
    default Optional<Object> countedSpec() {
        return Optional.of(
                List.of(spec(), metadata().withoutAnnotation(REVISION).annotations()));
    }

    /** The object itself. */
    @Override
    default Ref<Deployment> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<Deployment> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /** How many pods it wants; 1 if it does not say. */
    default int wantedReplicas() {
        return spec().replicas().orElse(1);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableDeployment.Builder {
        Builder() {}
    }
}
