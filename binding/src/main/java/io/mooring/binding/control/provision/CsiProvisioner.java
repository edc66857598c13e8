package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeSource;
import java.util.Optional;

/**
 * A CSI driver that can do everything and does it at once, behind kubernetes-csi/external-provisioner, which refuses some
 * claims without asking the driver. Models {@code prepareProvision} and {@code Provision}.
 */
record CsiProvisioner(String name) implements Provisioner {
    @Override
    public boolean supportsBlock() {
        return true;
    }

    @Override
    public Provisioning provision(ProvisioningRequest request) {
        Optional<DataSource> source = DataSource.of(request.claim());
        Optional<String> problem = source.flatMap(each -> problemOf(each, request.claim()));
        if (problem.isPresent()) {
            return new Provisioning.Failed(problem.get());
        }
        if (source.filter(each -> !each.isClaim() && !each.isSnapshot()).isPresent()) {
            return new Provisioning.LeftToOthers("Assuming an external populator will provision the volume");
        }
        return problem(request, source)
                .<Provisioning>map(Provisioning.Failed::new)
                .orElseGet(() -> new Provisioning.Provisioned(volume(request)));
    }

    private static Optional<String> problemOf(DataSource source, PersistentVolumeClaim claim) {
        if (source.name().isEmpty()) {
            return Optional.of(
                    "the PVC source not found for PVC " + claim.metadata().name());
        }
        return source.isSnapshot() && !source.group().equals(DataSource.SNAPSHOT_GROUP)
                ? Optional.of("the PVC source does not belong to the right APIGroup. Expected "
                        + DataSource.SNAPSHOT_GROUP + ", Got " + source.group())
                : Optional.empty();
    }

    private Optional<String> problem(ProvisioningRequest request, Optional<DataSource> source) {
        if (request.claim().spec().selector().isPresent()) {
            return Optional.of("claim Selector is not supported");
        }
        return source.flatMap(each -> problemOf(each, request)).or(() -> attributesProblem(request));
    }

    private static Optional<String> problemOf(DataSource source, ProvisioningRequest request) {
        Optional<String> problem = source.isClaim()
                ? new ClonedClaim(source, request).problem()
                : new RestoredSnapshot(source, request).problem();
        return problem.map(why ->
                "error getting handle for DataSource Type " + source.kind() + " by Name " + source.name() + ": " + why);
    }

    private Optional<String> attributesProblem(ProvisioningRequest request) {
        String wanted = request.claim().attributesClassName();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<VolumeAttributesClass> found = request.objects().get(VolumeAttributesClass.ref(wanted));
        if (found.isEmpty()) {
            return Optional.of(VolumeAttributesClass.KIND.qualifiedPlural() + " \"" + wanted + "\" not found");
        }
        String driver = found.get().driverName();
        return driver.equals(name)
                ? Optional.empty()
                : Optional.of("VAC " + wanted + " referenced in PVC is for driver " + driver
                        + " which does not match driver name " + name);
    }

    private PersistentVolume volume(ProvisioningRequest request) {
        PersistentVolume volume = request.volume(VolumeSource.csi(name, request.volumeName()));
        String attributesClass = request.claim().attributesClassName();
        return attributesClass.isEmpty()
                ? volume
                : volume.withSpec(volume.spec().withVolumeAttributesClassName(attributesClass));
    }
}
