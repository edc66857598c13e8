package io.mooring.binding.control.attributesclass;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Modification;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.Settled;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesClassProtectionTest {
    private static final String DRIVER = "csi.example.com";
    private static final Ref<VolumeAttributesClass> GOLD = VolumeAttributesClass.ref("gold");
    private static final Ref<VolumeAttributesClass> SILVER = VolumeAttributesClass.ref("silver");

    @Test
    void aClassThatNobodyNamesGoesAtOnce() {
        assertThat(Settled.with(attributesClass("gold")).delete(GOLD).has(GOLD)).isFalse();
    }

    @Test
    void aClaimHoldsTheClassThatItAsksFor() {
        Settled held = Settled.with(attributesClass("gold"), asking("gold")).delete(GOLD);
        assertThat(finalizers(held.cluster())).containsExactly("kubernetes.io/vac-protection");
        assertThat(held.deleteClaim("c").has(GOLD)).isFalse();
    }

    @Test
    void aClaimAndItsVolumeThatGotAnotherClassLetTheFirstGo() {
        Settled held = bound(Resizer.instant(DRIVER))
                .changeClaim("c", claim -> asking(claim, "gold"))
                .delete(GOLD);
        assertThat(held.has(GOLD)).isTrue();
        assertThat(held.changeClaim("c", claim -> asking(claim, "silver")).has(GOLD))
                .isFalse();
    }

    @Test
    void aVolumeHoldsTheClassThatItHas() {
        PersistentVolume volume = volume("p", "1Gi", "m");
        Settled held = Settled.with(
                        attributesClass("gold"), volume.withSpec(volume.spec().withVolumeAttributesClassName("gold")))
                .delete(GOLD);
        assertThat(held.has(GOLD)).isTrue();
        assertThat(held.delete(volumeKey("p")).has(GOLD)).isFalse();
    }

    @Test
    void aClaimOnItsWayHoldsTheClassThatItHasAndTheOneThatItGets() {
        Settled modifying = bound(busyWith("silver"))
                .changeClaim("c", claim -> asking(claim, "gold"))
                .changeClaim("c", claim -> asking(claim, "silver"));
        assertThat(modifying.claim("c").status().currentVolumeAttributesClassName())
                .hasValue("gold");

        Settled held = modifying.delete(GOLD).delete(SILVER);
        assertThat(held.has(GOLD)).isTrue();
        assertThat(held.has(SILVER)).isTrue();

        Settled gone = held.deleteClaim("c");
        assertThat(gone.has(GOLD)).isFalse();
        assertThat(gone.has(SILVER)).isFalse();
    }

    @Test
    void aLiveClassGetsItsFinalizerBack() {
        Cluster cluster = Settled.with(attributesClass("gold")).cluster();
        VolumeAttributesClass stripped = cluster.get(GOLD)
                .map(found -> found.withMetadata(found.metadata().withFinalizers(List.of())))
                .orElseThrow();
        assertThat(finalizers(cluster.update(stripped).orThrow().settle()))
                .containsExactly("kubernetes.io/vac-protection");
    }

    private static Settled bound(Resizer resizer) {
        return Settled.in(
                ControlPlane.DEFAULT
                        .withProvisioners(Provisioner.instant(DRIVER))
                        .withResizers(resizer),
                storageClass("fast"),
                attributesClass("gold"),
                attributesClass("silver"),
                claim("c", "1Gi", "fast"));
    }

    private static List<String> finalizers(Cluster cluster) {
        return cluster.get(GOLD).orElseThrow().metadata().finalizers();
    }

    private static VolumeAttributesClass attributesClass(String name) {
        return VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .driverName(DRIVER)
                .putParameters("iops", name)
                .build();
    }

    private static PersistentVolumeClaim asking(String attributesClass) {
        return asking(claim("c", "1Gi", "none"), attributesClass);
    }

    private static PersistentVolumeClaim asking(PersistentVolumeClaim claim, String attributesClass) {
        return claim.withSpec(claim.spec().withVolumeAttributesClassName(attributesClass));
    }

    private static Resizer busyWith(String attributesClass) {
        return new Resizer() {
            @Override
            public String name() {
                return DRIVER;
            }

            @Override
            public Resizing resize(PersistentVolume volume, Quantity size) {
                return new Resizing.Resized(size);
            }

            @Override
            public Modification modify(PersistentVolume volume, VolumeAttributesClass wanted) {
                return wanted.metadata().name().equals(attributesClass)
                        ? new Modification.Unfinished("timeout")
                        : new Modification.Modified();
            }
        };
    }
}
