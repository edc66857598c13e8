package io.mooring.binding.control.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
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

    @Test
    void whatNamesAnOwnerOfAKindThatNoApiServesIsKept() {
        Cluster cluster = with(empty(), "foreign", owned("postgresql.cnpg.io/v1", "Cluster"));
        cluster = with(cluster, "version", owned("storage.k8s.io/v7", "StorageClass"));
        cluster = with(cluster, "both", owned("postgresql.cnpg.io/v1", "Cluster"), owner("parent", "no-such-uid"));
        Cluster settled = cluster.settle();

        assertThat(names(settled)).containsExactly("both", "foreign", "version");
        assertThat(settled.storageClass("both").orElseThrow().metadata().ownerReferences())
                .hasSize(2);
    }

    @Test
    void whatHasNoNamespaceIsNotDeletedForAnOwnerInOne() {
        Cluster cluster = with(empty(), "child", owned("v1", "ConfigMap")).settle();

        assertThat(names(cluster)).containsExactly("child");
    }

    @Test
    void aMissingOwnerIsNoticedOnceItsKindIsServed() {
        Cluster cluster = empty().create(dependent(owned("example.com/v1", "Fleet")))
                .orThrow()
                .settle();

        assertThat(names(cluster)).containsExactly("child");
        assertThat(names(cluster.create(definition()).orThrow().settle())).containsExactly("fleets.example.com");
        assertThat(names(cluster.create(fleet("another")).orThrow().settle())).containsExactly("another");
    }

    @Test
    void whatTheLastObjectOfACustomKindOwnedGoesWithIt() {
        Cluster parent = empty().create(fleet("parent")).orThrow();
        Ref<?> ref = parent.all().findFirst().orElseThrow().ref();
        OwnerReference reference = owned("example.com/v1", "Fleet")
                .withUid(parent.get(ref).orElseThrow().metadata().uid());
        Cluster family = parent.create(dependent(reference)).orThrow().settle();

        assertThat(names(family)).containsExactly("child", "parent");
        assertThat(names(family.delete(ref).orThrow().settle())).isEmpty();
    }

    private static OwnerReference owned(String apiVersion, String kind) {
        return owner("parent", "no-such-uid").withApiVersion(apiVersion).withKind(kind);
    }

    private static OtherObject fleet(String name) {
        return other("example.com/v1", "Fleet", name, JsonObject.EMPTY);
    }

    private static OtherObject dependent(OwnerReference owner) {
        OtherObject child = other("v1", "ConfigMap", "child", JsonObject.EMPTY);
        return child.withMetadata(child.metadata().withNamespace("default").withOwnerReferences(owner));
    }

    private static OtherObject definition() {
        JsonObject version = JsonObject.of("name", new JsonString("v1"));
        JsonObject spec = JsonObject.builder()
                .put("group", "example.com")
                .put("names", JsonObject.of("kind", new JsonString("Fleet")))
                .put("scope", "Namespaced")
                .put("versions", JsonArray.of(version))
                .build();
        return other(
                "apiextensions.k8s.io/v1",
                "CustomResourceDefinition",
                "fleets.example.com",
                JsonObject.of("spec", spec));
    }

    private static OtherObject other(String apiVersion, String kind, String name, JsonObject content) {
        ObjectMeta metadata = ObjectMeta.builder().name(name).build();
        return new OtherObject(OtherObject.kindOf(apiVersion, kind), metadata, content);
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
