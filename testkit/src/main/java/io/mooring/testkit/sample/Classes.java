package io.mooring.testkit.sample;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.testkit.choice.Generator;
import java.util.List;

/**
 * Storage classes of {@code csi.example.com} and of nobody, and classes of volume attributes.
 *
 * <pre>{@code
 * StorageClass lazy = Classes.named("lazy");
 * }</pre>
 */
public final class Classes {
    /** The driver whose volumes are made. */
    public static final String DRIVER = "csi.example.com";

    /**
     * The names of classes, each with its manner: {@code fast} is provisioned at once, {@code lazy} for the first consumer,
     * {@code kept} keeps its volumes, {@code fixed} lets no volume grow, {@code local} is for the first consumer and provisioned by
     * nobody, {@code manual} is provisioned by nobody.
     */
    public static final List<String> NAMES = List.of("fast", "lazy", "kept", "fixed", "local", "manual");

    /** The names of classes of attributes. */
    public static final List<String> ATTRIBUTES = List.of("gold", "silver");

    /** Those for which volumes are made. */
    static final List<String> PROVISIONED = NAMES.subList(0, 4);

    private Classes() {}

    /** Any of them, sometimes the default class. */
    public static Generator<StorageClass> any() {
        return of(NAMES);
    }

    /** Any of these, sometimes the default class. */
    public static Generator<StorageClass> of(List<String> names) {
        return choices -> {
            StorageClass made = named(choices.pick(names));
            return choices.chance(15)
                    ? made.withMetadata(made.metadata().withAnnotation(StorageClass.DEFAULT_ANNOTATION, "true"))
                    : made;
        };
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if it is none of {@link #NAMES}
     */
    public static StorageClass named(String name) {
        return switch (name) {
            case "fast" -> provisioned(name);
            case "lazy" -> provisioned(name).withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
            case "kept" -> provisioned(name).withReclaimPolicy(ReclaimPolicy.RETAIN);
            case "fixed" -> provisioned(name).withAllowVolumeExpansion(false);
            case "local" -> unprovisioned(name).withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
            case "manual" -> unprovisioned(name);
            default -> throw new IllegalArgumentException("no class \"" + name + "\"; there are " + NAMES);
        };
    }

    private static StorageClass provisioned(String name) {
        return StorageClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .provisioner(DRIVER)
                .allowVolumeExpansion(true)
                .build();
    }

    private static StorageClass unprovisioned(String name) {
        return StorageClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .provisioner(StorageClass.NO_PROVISIONER)
                .build();
    }

    /** Classes of attributes, {@code gold} or {@code silver}. */
    public static Generator<VolumeAttributesClass> attributes() {
        return attributes(ATTRIBUTES);
    }

    /** Classes of attributes with one of these names. */
    public static Generator<VolumeAttributesClass> attributes(List<String> names) {
        List<String> all = List.copyOf(names);
        return choices -> attributes(choices.pick(all));
    }

    private static VolumeAttributesClass attributes(String name) {
        return VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .driverName(DRIVER)
                .putParameters("iops", name.equals("gold") ? "4000" : "1000")
                .build();
    }
}
