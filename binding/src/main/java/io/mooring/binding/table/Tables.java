package io.mooring.binding.table;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The tables of {@code kubectl get}, for every kind that Kubernetes v1.37.2 has columns for and that plays a part here; of any
 * other kind, name and age.
 */
public final class Tables {
    private static final String AGE = "AGE";
    private static final Column NAMESPACE = Column.at("NAMESPACE", "metadata", "namespace");
    private static final List<Column> NAME_AND_AGE = List.of(Column.name(), Column.age());

    /** Of kinds that Mooring does not interpret: the kind, a dot, and the group. */
    private static final Map<String, List<Column>> OTHERS = Map.of(
            "CSINode.storage.k8s.io", StorageColumns.DRIVERS_OF_A_NODE,
            "ControllerRevision.apps", WorkloadColumns.CONTROLLER_REVISION,
            "Event", ClusterColumns.EVENT);

    private Tables() {}

    /**
     * The objects of one kind, a row each, in the order given.
     *
     * @param trees all of each object
     * @param now for the ages
     */
    public static Table of(ObjectKind<?> kind, Collection<JsonObject> trees, Instant now, Breadth breadth) {
        return of(kind, trees, now, breadth, Semantics.DEFAULT);
    }

    /**
     * The same as this Kubernetes prints it.
     *
     * @param semantics as which it answers
     */
    public static Table of(
            ObjectKind<?> kind, Collection<JsonObject> trees, Instant now, Breadth breadth, Semantics semantics) {
        List<Column> columns = new ArrayList<>();
        if (kind.isNamespaced()) {
            columns.add(NAMESPACE);
        }
        columns(kind).stream()
                .filter(column -> column.from().compareTo(breadth) <= 0)
                .forEach(columns::add);
        return new Table(
                columns.stream().map(Column::heading).toList(),
                shown(kind, trees, semantics).stream()
                        .map(tree -> row(columns, new Printed(tree, now, semantics)))
                        .toList());
    }

    private static Collection<JsonObject> shown(ObjectKind<?> kind, Collection<JsonObject> trees, Semantics semantics) {
        return kind.equals(StorageClass.KIND) && semantics.has(Behaviour.ONLY_EFFECTIVE_DEFAULT_CLASS_SHOWS_IT)
                ? DefaultClasses.onlyEffective(trees)
                : trees;
    }

    private static List<String> row(List<Column> columns, Printed object) {
        return columns.stream().map(column -> column.cell().apply(object)).toList();
    }

    private static List<Column> columns(ObjectKind<?> kind) {
        return kind.known()
                .map(Tables::columns)
                .orElseGet(() -> OTHERS.getOrDefault(kind.qualifiedName(), NAME_AND_AGE));
    }

    private static List<Column> columns(KnownKind kind) {
        return switch (kind) {
            case PERSISTENT_VOLUME -> StorageColumns.VOLUME;
            case PERSISTENT_VOLUME_CLAIM -> StorageColumns.CLAIM;
            case STORAGE_CLASS -> StorageColumns.STORAGE_CLASS;
            case VOLUME_ATTRIBUTES_CLASS -> StorageColumns.ATTRIBUTES;
            case CSI_STORAGE_CAPACITY -> StorageColumns.CAPACITY;
            case CSI_DRIVER -> StorageColumns.DRIVER;
            case VOLUME_ATTACHMENT -> StorageColumns.ATTACHMENT;
            case STATEFUL_SET -> WorkloadColumns.STATEFUL_SET;
            case DEPLOYMENT -> WorkloadColumns.DEPLOYMENT;
            case REPLICA_SET -> WorkloadColumns.REPLICA_SET;
            case REPLICATION_CONTROLLER -> WorkloadColumns.REPLICATION_CONTROLLER;
            case DAEMON_SET -> WorkloadColumns.DAEMON_SET;
            case JOB -> WorkloadColumns.JOB;
            case POD -> PodColumns.POD;
            case NODE -> ClusterColumns.NODE;
            case NAMESPACE -> ClusterColumns.NAMESPACE;
            case LIMIT_RANGE -> ClusterColumns.LIMITS;
            case RESOURCE_QUOTA -> ClusterColumns.QUOTA;
            case CRON_JOB -> WorkloadColumns.CRON_JOB;
        };
    }

    /** {@code kubectl get pv}, without the ages, and without columns that say nothing. */
    public static Table volumes(Collection<PersistentVolume> volumes) {
        return brief(PersistentVolume.KIND, volumes);
    }

    /** {@code kubectl get pvc --all-namespaces}, without the ages, and without columns that say nothing. */
    public static Table claims(Collection<PersistentVolumeClaim> claims) {
        return brief(PersistentVolumeClaim.KIND, claims);
    }

    private static Table brief(ObjectKind<?> kind, Collection<? extends KubernetesObject> objects) {
        List<JsonObject> trees = objects.stream()
                .sorted(Comparator.comparing(KubernetesObject::ref))
                .map(Objects::write)
                .toList();
        return of(kind, trees, Instant.EPOCH, Breadth.PLAIN)
                .without(AGE)
                .withoutIfOnly(StorageColumns.ATTRIBUTES_CLASS, StorageColumns.UNSET)
                .withoutIfOnly("REASON", "");
    }

    /** {@code RWO,ROX}: the modes' short forms, each once, in the order {@code kubectl} prints them in. */
    public static String shortModes(Collection<AccessMode> modes) {
        return StorageColumns.shortModes(modes.stream().map(Object::toString).toList());
    }
}
