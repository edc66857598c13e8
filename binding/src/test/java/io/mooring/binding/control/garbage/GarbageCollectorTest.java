package io.mooring.binding.control.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {
    private static final String FINALIZER = "example.com/hold";

    @Test
    void whatHasNoOwnerAnyMoreGoes() {
        Cluster cluster = family().delete(key("parent")).orThrow().settle();

        assertThat(names(cluster)).isEmpty();
    }

    @Test
    void whatNeverHadItsOwnerGoes() {
        Cluster cluster = with(empty(), "child", owner("parent", "no-such-uid")).settle();

        assertThat(names(cluster)).isEmpty();
    }

    @Test
    void oneOwnerThatStaysKeepsIt() {
        Cluster parents = with(with(empty(), "mother"), "father");
        Cluster cluster = with(parents, "child", owner(parents, "mother"), owner(parents, "father"));
        Cluster after = cluster.settle().delete(key("mother")).orThrow().settle();

        assertThat(names(after)).containsExactly("child", "father");
        assertThat(after.storageClass("child").orElseThrow().metadata().ownerReferences())
                .extracting(OwnerReference::name)
                .containsExactly("father");
    }

    @Test
    void inTheForegroundTheOwnerWaits() {
        Cluster held =
                family(FINALIZER).delete(key("parent"), foreground()).orThrow().settle();

        assertThat(names(held)).containsExactly("child", "parent");
        assertThat(held.storageClass("child").orElseThrow().metadata().isBeingDeleted())
                .isTrue();
        Cluster freed = held.patch(key("child"), JsonObject.of("metadata", JsonObject.of("finalizers", JsonNull.NULL)))
                .orThrow()
                .settle();
        assertThat(names(freed)).isEmpty();
    }

    @Test
    void inTheForegroundWhatDoesNotBlockIsNotWaitedFor() {
        Cluster parent = with(empty(), "parent");
        StorageClass child = child("child", List.of(), owner(parent, "parent"));
        StorageClass loose = child.withMetadata(child.metadata()
                .withFinalizers(FINALIZER)
                .withOwnerReferences(child.metadata().ownerReferences().get(0).withBlockOwnerDeletion(false)));
        Cluster after = parent.create(loose)
                .orThrow()
                .settle()
                .delete(key("parent"), foreground())
                .orThrow()
                .settle();

        assertThat(names(after)).containsExactly("child");
    }

    @Test
    void orphansForgetTheirOwner() {
        Cluster after = family().delete(key("parent"), Deletion.DEFAULT.with(Propagation.ORPHAN))
                .orThrow()
                .settle();

        assertThat(names(after)).containsExactly("child");
        assertThat(after.storageClass("child").orElseThrow().metadata().ownerReferences())
                .isEmpty();
    }

    private static Deletion foreground() {
        return Deletion.DEFAULT.with(Propagation.FOREGROUND);
    }

    private static Cluster empty() {
        return Cluster.empty(Controllers.of(new GarbageCollector()));
    }

    /** A parent and a child. */
    private static Cluster family(String... childFinalizers) {
        Cluster parent = with(empty(), "parent");
        return parent.create(child("child", Arrays.asList(childFinalizers), owner(parent, "parent")))
                .orThrow()
                .settle();
    }

    private static Cluster with(Cluster cluster, String name, OwnerReference... owners) {
        return cluster.create(child(name, List.of(), owners)).orThrow();
    }

    private static StorageClass child(String name, List<String> finalizers, OwnerReference... owners) {
        return StorageClass.builder()
                .metadata(ObjectMeta.builder()
                        .name(name)
                        .finalizers(finalizers)
                        .addOwnerReferences(owners)
                        .build())
                .provisioner("csi.example.com")
                .build();
    }

    private static OwnerReference owner(Cluster cluster, String name) {
        return owner(name, cluster.storageClass(name).orElseThrow().metadata().uid());
    }

    private static OwnerReference owner(String name, String uid) {
        return OwnerReference.builder()
                .apiVersion("storage.k8s.io/v1")
                .kind("StorageClass")
                .name(name)
                .uid(uid)
                .blockOwnerDeletion(true)
                .build();
    }

    private static Ref<?> key(String name) {
        return StorageClass.ref(name);
    }

    private static List<String> names(Cluster cluster) {
        return cluster.all().map(object -> object.metadata().name()).toList();
    }
}
