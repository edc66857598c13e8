package io.mooring.testkit.sample;

import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import java.util.List;
import java.util.Optional;

/**
 * PersistentVolumeClaims; they name no namespace, and stand in {@code default}.
 *
 * <pre>{@code
 * PersistentVolumeClaim any = Claims.any().from(choices);
 * PersistentVolumeClaim nearly = Claims.near(volume).named("data-a").from(choices);     // the volume fits it, or misses by little
 * }</pre>
 */
public final class Claims implements Generator<PersistentVolumeClaim> {
    static final List<String> NAMES = List.of("data-a", "data-b", "data-c", "data-d", "data-e", "data-f");

    private static final List<List<AccessMode>> MODES = List.of(
            List.of(AccessMode.READ_WRITE_ONCE),
            List.of(AccessMode.READ_WRITE_ONCE),
            List.of(AccessMode.READ_WRITE_MANY),
            List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY),
            List.of(AccessMode.READ_WRITE_ONCE_POD),
            List.of(AccessMode.READ_ONLY_MANY));
    private static final int IN_HUNDRED = 30;

    private final List<String> names;
    private final List<String> classes;
    private final Optional<PersistentVolume> volume;

    private Claims(List<String> names, List<String> classes, Optional<PersistentVolume> volume) {
        this.names = names;
        this.classes = classes;
        this.volume = volume;
    }

    /** Any, called {@code data-a} to {@code data-f}, of the classes in {@link Classes#NAMES}, of {@code ""}, or of none. */
    public static Claims any() {
        return new Claims(NAMES, Classes.NAMES, Optional.empty());
    }

    /** Those that the volume fits, or that it misses by one thing. */
    public static Claims near(PersistentVolume volume) {
        return new Claims(NAMES, Classes.NAMES, Optional.of(volume));
    }

    /** The same with one of these names. */
    public Claims named(List<String> others) {
        return new Claims(List.copyOf(others), classes, volume);
    }

    /** The same with this name. */
    public Claims named(String name) {
        return named(List.of(name));
    }

    /** The same of these classes, but for {@code ""} and none. */
    public Claims of(List<String> others) {
        return new Claims(names, List.copyOf(others), volume);
    }

    @Override
    public PersistentVolumeClaim from(Choices choices) {
        PersistentVolumeClaim claim = PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().name(choices.pick(names)).build())
                .spec(spec(choices))
                .build();
        return volume.isPresent() && choices.chance(IN_HUNDRED) ? missed(choices, claim) : claim;
    }

    /** What a claim asks for. */
    PersistentVolumeClaimSpec spec(Choices choices) {
        return volume.map(each -> spec(choices, each))
                .orElseGet(() -> spec(choices, Quantities.sizes().from(choices), modes(choices))
                        .build());
    }

    private PersistentVolumeClaimSpec spec(Choices choices, PersistentVolume wanted) {
        PersistentVolumeClaimSpec.Builder spec = PersistentVolumeClaimSpec.builder()
                .accessModes(wanted.spec().accessModes())
                .storageClassName(wanted.className())
                .resources(asking(
                        choices.chance(50)
                                ? Quantities.spelt(wanted.storageCapacity()).from(choices)
                                : wanted.storageCapacity()));
        wanted.spec().volumeMode().ifPresent(spec::volumeMode);
        wanted.spec().volumeAttributesClassName().ifPresent(spec::volumeAttributesClassName);
        if (!wanted.metadata().labels().isEmpty() && choices.chance(50)) {
            spec.selector(Selectors.near(wanted.metadata().labels()).from(choices));
        }
        if (choices.chance(10)) {
            spec.volumeName(wanted.metadata().name());
        }
        return spec.build();
    }

    private PersistentVolumeClaimSpec.Builder spec(Choices choices, Quantity size, List<AccessMode> modes) {
        PersistentVolumeClaimSpec.Builder spec =
                PersistentVolumeClaimSpec.builder().accessModes(modes).resources(asking(size));
        if (!classes.isEmpty() && !choices.chance(15)) {
            List<String> provisioned =
                    classes.stream().filter(Classes.PROVISIONED::contains).toList();
            boolean hasMaker = !provisioned.isEmpty() && !choices.chance(50);
            spec.storageClassName(choices.pick(hasMaker ? provisioned : classes));
            return hasMaker && choices.chance(10)
                    ? spec.volumeAttributesClassName(choices.pick(Classes.ATTRIBUTES))
                    : spec;
        }
        return choices.chance(50) ? spec.storageClassName("") : spec;
    }

    private PersistentVolumeClaim missed(Choices choices, PersistentVolumeClaim claim) {
        PersistentVolumeClaimSpec spec = claim.spec();
        return claim.withSpec(
                switch (choices.below(5)) {
                    case 0 ->
                        spec.withResources(
                                asking(Quantities.near(claim.requestedStorage()).from(choices)));
                    case 1 -> spec.withAccessModes(modes(choices));
                    case 2 -> spec.withStorageClassName("");
                    case 3 -> spec.withStorageClassName(Optional.empty());
                    default -> spec.withVolumeMode(choices.pick(List.of(VolumeMode.BLOCK, VolumeMode.FILESYSTEM)));
                });
    }

    static VolumeResourceRequirements asking(Quantity size) {
        return VolumeResourceRequirements.builder().putRequests("storage", size).build();
    }

    /** Access modes; ReadWriteOnce is the simplest. */
    static List<AccessMode> modes(Choices choices) {
        return choices.pick(MODES);
    }
}
