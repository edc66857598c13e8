package io.mooring.binding.control.provision;

import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import java.util.Optional;

/**
 * What kubernetes-csi/external-provisioner refuses without asking the driver. Models {@code prepareProvision} and the beginning
 * of {@code Provision}.
 */
public final class ProvisioningObstacles {
    private ProvisioningObstacles() {}

    /**
     * The first that speaks against this request.
     *
     * @param driver whose provisioner it is
     */
    public static Optional<ProvisioningObstacle> of(String driver, ProvisioningRequest request) {
        Optional<DataSource> source = DataSource.of(request.claim());
        return source.flatMap(each -> misnamed(each, request.claim()))
                .or(() -> isLeftToOthers(request.claim()) ? Optional.empty() : unfit(driver, request, source));
    }

    /** Whether somebody else is to fill the volume, who knows its source. */
    static boolean isLeftToOthers(PersistentVolumeClaim claim) {
        return DataSource.of(claim)
                .filter(source -> !source.isClaim() && !source.isSnapshot())
                .isPresent();
    }

    private static Optional<ProvisioningObstacle> misnamed(DataSource source, PersistentVolumeClaim claim) {
        if (source.name().isEmpty()) {
            return Optional.of(obstacle(
                    ProvisioningObstacle.Kind.DATA_SOURCE,
                    "the PVC source not found for PVC " + claim.metadata().name()));
        }
        return source.isSnapshot() && !source.group().equals(DataSource.SNAPSHOT_GROUP)
                ? Optional.of(obstacle(
                        ProvisioningObstacle.Kind.DATA_SOURCE,
                        "the PVC source does not belong to the right APIGroup. Expected " + DataSource.SNAPSHOT_GROUP
                                + ", Got " + source.group()))
                : Optional.empty();
    }

    private static Optional<ProvisioningObstacle> unfit(
            String driver, ProvisioningRequest request, Optional<DataSource> source) {
        if (request.claim().spec().selector().isPresent()) {
            return Optional.of(obstacle(ProvisioningObstacle.Kind.SELECTOR, "claim Selector is not supported"));
        }
        return source.flatMap(each -> unfit(each, request)).or(() -> attributesClass(driver, request));
    }

    private static Optional<ProvisioningObstacle> unfit(DataSource source, ProvisioningRequest request) {
        Optional<String> problem = source.isClaim()
                ? new ClonedClaim(source, request).problem()
                : new RestoredSnapshot(source, request).problem();
        return problem.map(why -> about(
                request.objects().get(source.ref()).isPresent()
                        ? ProvisioningObstacle.Kind.DATA_SOURCE_UNFIT
                        : ProvisioningObstacle.Kind.DATA_SOURCE_MISSING,
                source.ref(),
                "error getting handle for DataSource Type " + source.kind() + " by Name " + source.name() + ": "
                        + why));
    }

    private static Optional<ProvisioningObstacle> attributesClass(String driver, ProvisioningRequest request) {
        String name = request.claim().attributesClassName();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Ref<VolumeAttributesClass> wanted = VolumeAttributesClass.ref(name);
        Optional<VolumeAttributesClass> found = request.objects().get(wanted);
        if (found.isEmpty()) {
            return Optional.of(about(
                    ProvisioningObstacle.Kind.ATTRIBUTES_CLASS_MISSING,
                    wanted,
                    VolumeAttributesClass.KIND.qualifiedPlural() + " \"" + name + "\" not found"));
        }
        String other = found.get().driverName();
        return other.equals(driver)
                ? Optional.empty()
                : Optional.of(about(
                        ProvisioningObstacle.Kind.ATTRIBUTES_CLASS_OF_ANOTHER,
                        wanted,
                        "VAC " + name + " referenced in PVC is for driver " + other
                                + " which does not match driver name " + driver));
    }

    private static ProvisioningObstacle obstacle(ProvisioningObstacle.Kind kind, String text) {
        return new ProvisioningObstacle(kind, Optional.empty(), text);
    }

    private static ProvisioningObstacle about(ProvisioningObstacle.Kind kind, Ref<?> about, String text) {
        return new ProvisioningObstacle(kind, Optional.of(about), text);
    }
}
