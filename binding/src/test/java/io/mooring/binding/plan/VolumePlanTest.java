package io.mooring.binding.plan;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import org.junit.jupiter.api.Test;

class VolumePlanTest {
    private static final StorageClass LOCAL = lazy("local").withProvisioner(StorageClass.NO_PROVISIONER);

    static final Cluster SETS = BestBindingTest.cluster(
            LOCAL,
            storageClass("fast"),
            set("db", 3, "10Gi", "local"),
            set("web", 2, "1Gi", "fast"),
            claim("x", "5Gi", ""),
            volume("old", "12Gi", "local"));

    @Test
    void plansForSetsThatHaveMadeNoClaimYetAndUsesWhatIsThere() {
        assertThat(Planner.volumesFor(SETS, Margin.NONE).text()).isEqualTo("""
                3 volumes are to be made, 25Gi in all:
                  1 of 5Gi    without a class; ReadWriteOnce   for default/x
                  2 of 10Gi   of class local; ReadWriteOnce    for default/www-db-1, default/www-db-2
                They need not be reserved: Kubernetes' own order leaves no claim without a volume (it was tried).
                3 claims get their volumes when pods use them: default/www-db-0, default/www-db-1, default/www-db-2
                1 claim gets what is there already.
                2 claims are left to their provisioners: default/www-web-0, default/www-web-1
                """);
        assertThat(Planner.volumesFor(SETS, new Margin(50, 10)).text()).isEqualTo("""
                5 volumes are to be made, 44Gi in all, 2 of them spare:
                  2 of 5632Mi   without a class; ReadWriteOnce   for default/x
                  3 of 11Gi     of class local; ReadWriteOnce    for default/www-db-1, default/www-db-2
                They need not be reserved: Kubernetes' own order leaves no claim without a volume (it was tried).
                3 claims get their volumes when pods use them: default/www-db-0, default/www-db-1, default/www-db-2
                1 claim gets what is there already.
                2 claims are left to their provisioners: default/www-web-0, default/www-web-1
                """);
    }

    @Test
    void saysWhenReservationsAreNeeded() {
        Cluster cluster = BestBindingTest.cluster(
                claim("c1", "1Gi", ""),
                BestBindingTest.ssd(claim("c2", "2Gi", "")),
                BestBindingTest.ssd(claim("c3", "2Gi", "")),
                BestBindingTest.ssd(volume("a", "2Gi", "")),
                volume("b", "3Gi", ""));

        assertThat(Planner.volumesFor(cluster, Margin.NONE).text()).isEqualTo("""
                1 volume is to be made, 2Gi in all:
                  1 of 2Gi   without a class; ReadWriteOnce; labels disk=ssd   for default/c3
                Each has to be reserved for its claim: without that, Kubernetes' own order leaves 1 claim without a volume (it was tried): default/c3
                  reserve volume a for claim default/c2
                  reserve volume b for claim default/c1
                2 claims get what is there already.
                """);
    }

    @Test
    void saysWhatAQuotaRefuses() {
        ResourceQuota quota = ResourceQuota.builder()
                .metadata(ObjectMeta.builder()
                        .namespace("default")
                        .name("storage")
                        .build())
                .spec(ResourceQuotaSpec.builder()
                        .putHard("requests.storage", Quantity.parse("25Gi"))
                        .build())
                .build();
        Cluster cluster = BestBindingTest.cluster(quota, LOCAL, set("db", 3, "10Gi", "local"));

        assertThat(Planner.volumesFor(cluster, Margin.NONE).text()).isEqualTo("""
                2 volumes are to be made, 20Gi in all:
                  2 of 10Gi   of class local; ReadWriteOnce   for default/www-db-0, default/www-db-1
                They need not be reserved: Kubernetes' own order leaves no claim without a volume (it was tried).
                2 claims get their volumes when pods use them: default/www-db-0, default/www-db-1
                Quota default/storage is too small: requests.storage is at most 25Gi, and 30Gi is wanted.
                The API server will not take 1 claim, for which no volume is planned: default/www-db-2
                  persistentvolumeclaims "www-db-2" is forbidden: exceeded quota: storage, requested: requests.storage=10Gi, used: requests.storage=20Gi, limited: requests.storage=25Gi
                """);
    }

    @Test
    void saysWhomNoVolumeWouldServe() {
        PersistentVolumeClaim torn = claim("torn", "1Gi", "");
        Cluster cluster = BestBindingTest.cluster(torn.withSpec(torn.spec()
                .withSelector(LabelSelector.builder()
                        .putMatchLabels("disk", "ssd")
                        .addMatchExpressions(LabelSelectorRequirement.builder()
                                .key("disk")
                                .operator("DoesNotExist")
                                .build())
                        .build())));

        assertThat(Planner.volumesFor(cluster, Margin.NONE).text()).isEqualTo("""
                No volume has to be made.
                No new volume serves default/torn: the claim has a selector that no labels meet.
                """);
    }

    @Test
    void aVolumeThatIsNamedIsMadeUnderItsNameIfItCanBe() {
        PersistentVolumeClaim named = claim("named", "1Gi", "");
        PersistentVolumeClaim odd = claim("odd", "1Gi", "");
        Cluster cluster = BestBindingTest.cluster(
                named.withSpec(named.spec().withVolumeName("mine")),
                odd.withSpec(odd.spec().withVolumeName("Not_A_Name")));
        VolumePlan plan = Planner.volumesFor(cluster, Margin.ofVolumes(100));

        assertThat(plan.manifests())
                .extracting(volume -> volume.metadata().name())
                .containsExactly("mine");
        assertThat(plan.text()).isEqualTo("""
                1 volume is to be made, 1Gi in all:
                  1 of 1Gi   without a class; ReadWriteOnce   for default/named
                They need not be reserved: Kubernetes' own order leaves no claim without a volume (it was tried).
                No new volume serves default/odd: the claim needs a volume that the API server refuses.
                """);
    }
}
