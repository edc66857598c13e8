package io.mooring.binding.control.provision;

import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Optional;

/**
 * A snapshot whose data a new volume is to have. Models {@code getSnapshotSource}. Nobody takes snapshots here: of one that
 * has no status yet it is taken that it will be cut.
 */
record RestoredSnapshot(DataSource source, ProvisioningRequest request) {
    private static final String API_VERSION = DataSource.SNAPSHOT_GROUP + "/v1";
    static final ObjectKind<OtherObject> SNAPSHOT = OtherObject.kindOf(API_VERSION, "VolumeSnapshot");
    private static final ObjectKind<OtherObject> CONTENT = OtherObject.kindOf(API_VERSION, "VolumeSnapshotContent");

    /** Why it cannot be restored. */
    Optional<String> problem() {
        String name = source.name();
        Optional<OtherObject> found = request.objects().get(SNAPSHOT.ref(source.namespace(), name));
        if (found.isEmpty()) {
            return Optional.of("error getting snapshot " + name + " from api server: volumesnapshots."
                    + DataSource.SNAPSHOT_GROUP + " \"" + name + "\" not found");
        }
        if (found.get().metadata().isBeingDeleted()) {
            return Optional.of("snapshot " + name + " is being deleted");
        }
        return found.get().content().get("status").isEmpty() ? Optional.empty() : problemOf(found.get());
    }

    private Optional<String> problemOf(OtherObject snapshot) {
        Optional<String> content = text(snapshot.content().at("status", "boundVolumeSnapshotContentName"));
        if (content.isEmpty()) {
            return Optional.of("snapshot " + source.name() + " not bound");
        }
        return contentProblem(snapshot, content.get())
                .or(() -> isReady(snapshot)
                        ? Optional.empty()
                        : Optional.of("snapshot " + source.name() + " is not Ready"))
                .or(() -> sizeProblem(snapshot));
    }

    private Optional<String> contentProblem(OtherObject snapshot, String name) {
        Optional<OtherObject> found = request.objects().get(CONTENT.ref("", name));
        if (found.isEmpty()) {
            return Optional.of("error getting snapshotcontent " + name + " for snapshot " + source.name());
        }
        Optional<String> uid = text(found.get().content().at("spec", "volumeSnapshotRef", "uid"));
        if (uid.filter(snapshot.metadata().uid()::equals).isEmpty()) {
            return Optional.of(
                    "snapshotcontent " + name + " for snapshot " + source.name() + " is bound to a different snapshot");
        }
        Optional<String> driver = text(found.get().content().at("spec", "driver"));
        return driver.filter(request.storageClass().provisioner()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("snapshotcontent " + name + " for snapshot " + source.name()
                        + " is not handled by CSI driver of StorageClass "
                        + request.storageClass().metadata().name());
    }

    private static boolean isReady(OtherObject snapshot) {
        return snapshot.content()
                .at("status", "readyToUse")
                .filter(value -> value instanceof JsonBool ready && ready.value())
                .isPresent();
    }

    private Optional<String> sizeProblem(OtherObject snapshot) {
        long requested = request.claim().requestedStorage().upstreamValue();
        return text(snapshot.content().at("status", "restoreSize"))
                .map(Quantity::parse)
                .map(Quantity::upstreamValue)
                .filter(size -> requested < size)
                .map(size -> "requested volume size " + requested + " is less than the size " + size
                        + " for the source snapshot " + source.name());
    }

    private static Optional<String> text(Optional<JsonValue> value) {
        return value.filter(JsonString.class::isInstance).map(text -> ((JsonString) text).value());
    }
}
