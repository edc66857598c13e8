package io.mooring.binding.table;

import static io.mooring.binding.table.Column.age;
import static io.mooring.binding.table.Column.at;
import static io.mooring.binding.table.Column.name;
import static io.mooring.binding.table.Column.plain;
import static io.mooring.binding.table.Column.wide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the kinds of storage. Models v1.37.2's {@code pkg/printers/internalversion}. */
final class StorageColumns {
    static final String UNSET = "<unset>";
    static final String ATTRIBUTES_CLASS = "VOLUMEATTRIBUTESCLASS";

    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    /** Short forms in the order they are printed in. Modes that are none of these are not printed. */
    private static final List<Map.Entry<String, String>> SHORT_MODES = List.of(
            Map.entry("ReadWriteOnce", "RWO"),
            Map.entry("ReadOnlyMany", "ROX"),
            Map.entry("ReadWriteMany", "RWX"),
            Map.entry("ReadWriteOncePod", "RWOP"));

    static final List<Column> VOLUME = List.of(
            name(),
            plain(
                    "CAPACITY",
                    volume -> volume.find("spec", "capacity", "storage").orElse("0")),
            plain("ACCESS MODES", volume -> shortModes(volume.texts("spec", "accessModes"))),
            at("RECLAIM POLICY", "spec", "persistentVolumeReclaimPolicy"),
            plain("STATUS", StorageColumns::phase),
            plain("CLAIM", StorageColumns::claim),
            plain("STORAGECLASS", StorageColumns::className),
            plain(ATTRIBUTES_CLASS, StorageColumns::attributesClass),
            at("REASON", "status", "reason"),
            age(),
            wide("VOLUMEMODE", StorageColumns::volumeMode));

    static final List<Column> CLAIM = List.of(
            name(),
            plain("STATUS", StorageColumns::phase),
            at("VOLUME", "spec", "volumeName"),
            plain(
                    "CAPACITY",
                    claim -> hasVolume(claim)
                            ? claim.find("status", "capacity", "storage").orElse("0")
                            : ""),
            plain("ACCESS MODES", claim -> hasVolume(claim) ? shortModes(claim.texts("status", "accessModes")) : ""),
            plain("STORAGECLASS", StorageColumns::className),
            plain(ATTRIBUTES_CLASS, StorageColumns::attributesClass),
            age(),
            wide("VOLUMEMODE", StorageColumns::volumeMode));

    static final List<Column> STORAGE_CLASS = List.of(
            plain("NAME", each -> each.text("metadata", "name") + (DefaultClasses.isMarked(each) ? " (default)" : "")),
            at("PROVISIONER", "provisioner"),
            plain("RECLAIMPOLICY", each -> each.find("reclaimPolicy").orElse("Delete")),
            plain("VOLUMEBINDINGMODE", each -> each.find("volumeBindingMode").orElse("Immediate")),
            plain(
                    "ALLOWVOLUMEEXPANSION",
                    each -> each.find("allowVolumeExpansion").orElse("false")),
            age());

    static final List<Column> ATTRIBUTES = List.of(name(), at("DRIVERNAME", "driverName"), age());

    static final List<Column> ATTACHMENT = List.of(
            name(),
            at("ATTACHER", "spec", "attacher"),
            at("PV", "spec", "source", "persistentVolumeName"),
            at("NODE", "spec", "nodeName"),
            plain("ATTACHED", each -> each.find("status", "attached").orElse("false")),
            age());

    static final List<Column> DRIVER = List.of(
            name(),
            flag("ATTACHREQUIRED", "true", "attachRequired"),
            flag("PODINFOONMOUNT", "false", "podInfoOnMount"),
            flag("STORAGECAPACITY", "false", "storageCapacity"),
            plain("TOKENREQUESTS", StorageColumns::audiences),
            flag("REQUIRESREPUBLISH", "false", "requiresRepublish"),
            plain("MODES", each -> orNone(String.join(",", each.texts("spec", "volumeLifecycleModes")))),
            age());

    static final List<Column> DRIVERS_OF_A_NODE =
            List.of(name(), plain("DRIVERS", each -> Integer.toString(each.size("spec", "drivers"))), age());

    static final List<Column> CAPACITY =
            List.of(name(), at("STORAGECLASSNAME", "storageClassName"), at("CAPACITY", "capacity"));

    private StorageColumns() {}

    /** {@code RWO,ROX}: the modes' short forms, each once, in the order {@code kubectl} prints them in. */
    static String shortModes(List<String> modes) {
        return SHORT_MODES.stream()
                .filter(mode -> modes.contains(mode.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(","));
    }

    private static String phase(Printed object) {
        return object.isBeingDeleted() ? "Terminating" : object.text("status", "phase");
    }

    private static String claim(Printed volume) {
        return volume.tree()
                .at("spec", "claimRef")
                .map(ref ->
                        volume.text("spec", "claimRef", "namespace") + "/" + volume.text("spec", "claimRef", "name"))
                .orElse("");
    }

    private static boolean hasVolume(Printed claim) {
        return !claim.text("spec", "volumeName").isEmpty();
    }

    /** The annotation, where it is there, stands in for the field. */
    private static String className(Printed object) {
        return object.find("metadata", "annotations", CLASS_ANNOTATION)
                .orElseGet(() -> object.text("spec", "storageClassName"));
    }

    private static String attributesClass(Printed object) {
        return object.find("spec", "volumeAttributesClassName").orElse(UNSET);
    }

    private static String volumeMode(Printed object) {
        return object.find("spec", "volumeMode").orElse(UNSET);
    }

    private static Column flag(String heading, String absent, String field) {
        return plain(heading, each -> each.find("spec", field).orElse(absent));
    }

    private static String audiences(Printed driver) {
        return driver.tree().at("spec", "tokenRequests").isEmpty()
                ? UNSET
                : driver.list("spec", "tokenRequests").stream()
                        .map(request -> request.text("audience"))
                        .collect(Collectors.joining(","));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }
}
