package io.mooring.binding.control.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.binder.VolumeBinder;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingClaimsTest {
    private static final PersistentVolume VOLUME = Given.volume("v", "2Gi", "m");

    @Test
    void areListedByTheirKeysWhateverTheyAskFor() {
        Cluster cluster =
                with(Given.claim("c", "1Gi", "m"), Given.claim("a", "2Gi", "m"), Given.claim("b", "1Gi", "m"));

        assertThat(names(cluster, VOLUME)).containsExactly("a", "b", "c");
    }

    @Test
    void doNotCountIfTheyAskForMore() {
        PersistentVolumeClaim claim = Given.claim("modes", "1Gi", "m");
        PersistentVolumeClaim wider = claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_MANY));
        Cluster cluster = with(Given.claim("large", "3Gi", "m"), wider, Given.claim("fits", "2Gi", "m"));

        assertThat(names(cluster, VOLUME)).containsExactly("fits");
    }

    @Test
    void doNotCountIfTheyAreOfAnotherClassOrHaveAVolume() {
        PersistentVolumeClaim claim = Given.claim("bound", "1Gi", "m");
        Cluster cluster = with(
                Given.claim("other", "1Gi", "n"), claim.withSpec(claim.spec().withVolumeName("w")));

        assertThat(names(cluster, VOLUME)).isEmpty();
    }

    @Test
    void withoutAClassGoWithVolumesWithoutOne() {
        PersistentVolumeClaim claim = Given.claim("absent", "1Gi", "");
        PersistentVolumeClaim absent = claim.withSpec(claim.spec().withStorageClassName(Optional.empty()));
        Cluster cluster = with(Given.claim("empty", "1Gi", ""), absent);

        assertThat(names(cluster, Given.volume("v", "1Gi", ""))).containsExactly("absent", "empty");
    }

    @Test
    void areForgottenWhenTheyGoOrGetAVolume() {
        Cluster cluster = with(Given.claim("a", "1Gi", "m"), Given.claim("b", "1Gi", "m"));
        Cluster after = cluster.delete(Given.claimKey("a"))
                .orThrow()
                .patch(Given.claimKey("b"), JsonObject.of("spec", JsonObject.of("volumeName", new JsonString("w"))))
                .orThrow();
        Cluster gone = after.patch(
                        Given.claimKey("a"), JsonObject.of("metadata", JsonObject.of("finalizers", JsonNull.NULL)))
                .orThrow();

        assertThat(names(gone, VOLUME)).isEmpty();
        assertThat(names(cluster, VOLUME)).containsExactly("a", "b");
    }

    @Test
    void areFoundByTheirClassWhateverTheyDemand() {
        Cluster cluster = with(
                Given.claim("c", "1Gi", "m"),
                Given.claim("a", "5Gi", "m"),
                Given.claim("b", "1Gi", "m"),
                Given.claim("x", "1Gi", "n"));

        assertThat(WaitingClaims.of(List.of("m", "none"), cluster))
                .extracting(claim -> claim.metadata().name())
                .containsExactly("a", "b", "c");
    }

    private static Cluster with(KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(Controllers.of(new VolumeBinder()));
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
    }

    private static List<String> names(Cluster cluster, PersistentVolume volume) {
        return WaitingClaims.metBy(volume, cluster)
                .map(claim -> claim.metadata().name())
                .toList();
    }
}
