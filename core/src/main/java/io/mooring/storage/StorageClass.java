package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * How volumes are made, and when claims are bound. Kubernetes: {@code storage/v1 StorageClass}.
 *
 * <pre>{@code
 * StorageClass fast = StorageClass.builder()
 *         .metadata(ObjectMeta.builder().name("fast").build())
 *         .provisioner("csi.example.com")
 *         .volumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
 *         .build();
 * fast.waitsForFirstConsumer(); // true
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface StorageClass extends WithStorageClass, KubernetesObject permits ImmutableStorageClass {
    /** On volumes and claims: names the class, as in the days before the field; it goes before the field. */
    String BETA_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    /** Marks the class, with the value {@code true}, that claims get which name none. */
    String DEFAULT_ANNOTATION = "storageclass.kubernetes.io/is-default-class";

    /** The same from before it was stable. */
    String DEFAULT_BETA_ANNOTATION = "storageclass.beta.kubernetes.io/is-default-class";

    /** The provisioner of classes whose volumes are made by hand. */
    String NO_PROVISIONER = "kubernetes.io/no-provisioner";

    /** What Kubernetes calls it. */
    ObjectKind<StorageClass> KIND = ObjectKind.of(KnownKind.STORAGE_CLASS, StorageClass.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** Who makes the volumes. */
    @Value.Default
    default String provisioner() {
        return "";
    }

    /** Whether it is marked as the class for claims that name none. Upstream: {@code IsDefaultAnnotation}. */
    default boolean isDefault() {
        return "true".equals(metadata().annotations().get(DEFAULT_ANNOTATION))
                || "true".equals(metadata().annotations().get(DEFAULT_BETA_ANNOTATION));
    }

    /** Whether its claims are bound when a pod that uses them is scheduled. Models {@code IsDelayBindingMode}. */
    default boolean waitsForFirstConsumer() {
        return volumeBindingMode()
                .filter(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER::equals)
                .isPresent();
    }

    /**
     * The class that claims get which name none: of those that are marked the newest, of several equally new the first by
     * name. Models {@code GetDefaultClass} of {@code pkg/volume/util}.
     */
    static Optional<StorageClass> defaultOf(Stream<StorageClass> classes) {
        return classes.filter(StorageClass::isDefault)
                .min(Comparator.comparing(StorageClass::metadata, ObjectMeta.NEWEST_FIRST));
    }

    /** What the provisioner is told. */
    Map<String, String> parameters();

    /** What its volumes are made with; Delete by default. */
    Optional<ReclaimPolicy> reclaimPolicy();

    /** What its volumes are made with. */
    List<String> mountOptions();

    /** Whether claims may grow. */
    Optional<Boolean> allowVolumeExpansion();

    /** When claims are bound; Immediate by default. */
    Optional<VolumeBindingMode> volumeBindingMode();

    /** Where volumes may be made; empty for everywhere. */
    List<TopologySelectorTerm> allowedTopologies();

    /**
     * Whether volumes may be made where a node with these labels is: no terms allow all, a term without demands allows nothing.
     * Models {@code MatchTopologySelectorTerms}.
     */
    default boolean allows(Map<String, String> nodeLabels) {
        return allowedTopologies().isEmpty()
                || allowedTopologies().stream()
                        .filter(term -> !term.matchLabelExpressions().isEmpty())
                        .anyMatch(term -> term.matchLabelExpressions().stream()
                                .allMatch(demand -> nodeLabels.containsKey(demand.key())
                                        && demand.values().contains(nodeLabels.get(demand.key()))));
    }

    @Override
    default ObjectKind<StorageClass> kind() {
        return KIND;
    }

    @Override
    default StorageClass withStatusOf(KubernetesObject other) {
        return this;
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<StorageClass> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<StorageClass> ref(String name) {
        return KIND.ref("", name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableStorageClass.Builder {
        Builder() {}
    }
}
