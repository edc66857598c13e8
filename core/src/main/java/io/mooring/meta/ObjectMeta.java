package io.mooring.meta;

import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Who an object is. Kubernetes: {@code meta/v1 ObjectMeta}.
 *
 * <pre>{@code
 * ObjectMeta metadata = ObjectMeta.builder()
 *         .namespace("shop")
 *         .name("data-0")
 *         .putLabels("app", "web")
 *         .build();
 * metadata.withFinalizer("kubernetes.io/pvc-protection").hasFinalizer("kubernetes.io/pvc-protection"); // true
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface ObjectMeta extends WithObjectMeta permits ImmutableObjectMeta {
    /** The newest first, of several equally new the first by name; what has no time counts as oldest. */
    Comparator<ObjectMeta> NEWEST_FIRST = Comparator.comparing(
                    (ObjectMeta metadata) -> metadata.creationTimestamp().orElse(Instant.MIN))
            .reversed()
            .thenComparing(ObjectMeta::name);

    /** The name, unique among its kind and namespace; empty only before {@link #generateName} was used. */
    @Value.Default
    default String name() {
        return "";
    }

    /** What the API server makes a name from when there is none. */
    @Value.Default
    default String generateName() {
        return "";
    }

    /** The namespace; empty for kinds without one, and before the default was filled in. */
    @Value.Default
    default String namespace() {
        return "";
    }

    /** What tells two objects apart that had the same name one after the other; given by the API server. */
    @Value.Default
    default String uid() {
        return "";
    }

    /** Changes with every write; given by the API server. */
    @Value.Default
    default String resourceVersion() {
        return "";
    }

    /** Counts the changes of the spec; given by the API server. */
    @Value.Default
    default long generation() {
        return 0;
    }

    /** When it was created; given by the API server. */
    Optional<Instant> creationTimestamp();

    /** When its grace period ends; present while it is being deleted. */
    Optional<Instant> deletionTimestamp();

    /** How many seconds a graceful deletion may take. */
    Optional<Long> deletionGracePeriodSeconds();

    /** What selectors look at. */
    Map<String, String> labels();

    /** Notes for controllers and people. */
    Map<String, String> annotations();

    /** The objects it belongs to. */
    List<OwnerReference> ownerReferences();

    /** Who still has something to do before a deleted object may go, in order. */
    List<String> finalizers();

    /** Unused since v1.20, still readable. */
    @Value.Default
    default String selfLink() {
        return "";
    }

    /** Who set which field; carried along. */
    List<JsonObject> managedFields();

    /** True while the object is being deleted and waits for its finalizers. */
    default boolean isBeingDeleted() {
        return deletionTimestamp().isPresent();
    }

    /** When a graceful deletion was asked for: as much before its end as it may take, but not before there was the object. */
    default Optional<Instant> deletionAskedFor() {
        return deletionTimestamp()
                .map(end -> Times.before(end, deletionGracePeriodSeconds().orElse(0L)))
                .map(asked -> creationTimestamp().filter(asked::isBefore).orElse(asked));
    }

    /** The owner that manages the object, if one does. Models {@code GetControllerOf}. */
    default Optional<OwnerReference> controller() {
        for (OwnerReference owner : ownerReferences()) {
            if (owner.isController()) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /** Whether this object manages it. Models {@code IsControlledBy}. */
    default boolean isControlledBy(ObjectMeta owner) {
        return controller().filter(reference -> reference.isTo(owner)).isPresent();
    }

    /** The same with one owner more. */
    default ObjectMeta withOwner(OwnerReference owner) {
        List<OwnerReference> owners = new ArrayList<>(ownerReferences());
        owners.add(owner);
        return withOwnerReferences(owners);
    }

    /** The same without the owners of these uids. */
    default ObjectMeta withoutOwners(Set<String> uids) {
        return withOwnerReferences(ownerReferences().stream()
                .filter(owner -> !uids.contains(owner.uid()))
                .toList());
    }

    /** Whether this finalizer holds the object, or would if it were deleted. */
    default boolean hasFinalizer(String finalizer) {
        return finalizers().contains(finalizer);
    }

    /** The same with this finalizer, the last unless it is there already. */
    default ObjectMeta withFinalizer(String finalizer) {
        if (hasFinalizer(finalizer)) {
            return this;
        }
        List<String> finalizers = new ArrayList<>(finalizers());
        finalizers.add(finalizer);
        return withFinalizers(finalizers);
    }

    /** The same without this finalizer. */
    default ObjectMeta withoutFinalizer(String finalizer) {
        return withFinalizers(
                finalizers().stream().filter(each -> !each.equals(finalizer)).toList());
    }

    /** Whether it has this annotation, with whatever value. */
    default boolean hasAnnotation(String annotation) {
        return annotations().containsKey(annotation);
    }

    /** The value of this annotation. */
    default Optional<String> annotation(String annotation) {
        return Optional.ofNullable(annotations().get(annotation));
    }

    /** The same with this annotation, in place of the one of its name if there is one. */
    default ObjectMeta withAnnotation(String annotation, String value) {
        Map<String, String> annotations = new LinkedHashMap<>(annotations());
        annotations.put(annotation, value);
        return withAnnotations(annotations);
    }

    /** The same with this annotation, unless it is there already with some value. */
    default ObjectMeta withAnnotationIfAbsent(String annotation, String value) {
        return hasAnnotation(annotation) ? this : withAnnotation(annotation, value);
    }

    /** The same without this annotation. */
    default ObjectMeta withoutAnnotation(String annotation) {
        if (!hasAnnotation(annotation)) {
            return this;
        }
        Map<String, String> annotations = new LinkedHashMap<>(annotations());
        annotations.remove(annotation);
        return withAnnotations(annotations);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableObjectMeta.Builder {
        Builder() {}
    }
}
