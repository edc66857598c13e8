package io.mooring.binding.control.quota;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.quota.ResourceQuotaStatus;
import io.mooring.quota.ScopeSelector;
import io.mooring.quota.ScopedResourceSelectorRequirement;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaControllerTest {
    private static final String COUNT = "count/persistentvolumeclaims";

    private static final Map<String, Quantity> HARD = Map.of(
            "requests.storage", Quantity.parse("3Gi"),
            "persistentvolumeclaims", Quantity.parse("5"),
            "pods", Quantity.parse("9"));

    private static final Cluster LIMITED = Given.cluster()
            .create(ResourceQuota.builder()
                    .metadata(
                            ObjectMeta.builder().name("q").namespace("default").build())
                    .spec(ResourceQuotaSpec.builder().hard(HARD).build())
                    .build())
            .orThrow()
            .settle();

    @Test
    void tellsTheBoundsAndThatNothingIsUsed() {
        assertThat(status(LIMITED).hard()).isEqualTo(HARD);
        assertThat(used(LIMITED, "requests.storage")).isEqualByComparingTo(Quantity.ZERO);
    }

    @Test
    void followsTheClaimsAsTheyComeAndGo() {
        Cluster two = LIMITED.create(Given.claim("a", "1Gi", "m"))
                .orThrow()
                .create(Given.claim("b", "2Gi", "m"))
                .orThrow()
                .settle();
        Cluster one = two.delete(Given.claimKey("a")).orThrow().settle();

        assertThat(used(two, "requests.storage")).isEqualTo(Quantity.parse("3Gi"));
        assertThat(used(two, "persistentvolumeclaims")).isEqualTo(Quantity.parse("2"));
        assertThat(used(one, "requests.storage")).isEqualByComparingTo(Quantity.parse("2Gi"));
    }

    @Test
    void tellsASumBeyond64Bits() {
        Map<String, Quantity> hard = Map.of("requests.storage", Quantity.parse("20E"));
        Cluster cluster = Given.cluster()
                .create(ResourceQuota.builder()
                        .metadata(ObjectMeta.builder()
                                .name("q")
                                .namespace("default")
                                .build())
                        .spec(ResourceQuotaSpec.builder().hard(hard).build())
                        .build())
                .orThrow()
                .create(Given.claim("a", "9223372036854775807", "m"))
                .orThrow()
                .create(Given.claim("b", "9223372036854775807", "m"))
                .orThrow()
                .settle();

        assertThat(used(cluster, "requests.storage")).hasToString("18446744073709551614");
        assertThat(used(cluster.delete(Given.claimKey("a")).orThrow().settle(), "requests.storage"))
                .hasToString("9223372036854775807");
    }

    @Test
    void countsAClaimThatIsPatchedIntoItsScopeAndNoLongerOneThatLeft() {
        Cluster start = Cluster.empty(ControlPlane.DEFAULT
                        .withProvisioners(Provisioner.instant("csi.example.com"))
                        .withResizers(Resizer.instant("csi.example.com"))
                        .controllers())
                .create(Given.storageClass("fast"))
                .orThrow()
                .create(attributesClass("gold"))
                .orThrow()
                .create(attributesClass("silver"))
                .orThrow()
                .create(ofGoldOnly())
                .orThrow()
                .create(Given.claim("c", "1Gi", "fast"))
                .orThrow()
                .settle();
        assertThat(used(start, COUNT)).isEqualByComparingTo(Quantity.ZERO);

        Cluster gold = asking(start, "gold").settle();
        assertThat(used(gold, COUNT)).isEqualTo(Quantity.parse("1"));

        Cluster silver = asking(gold, "silver").settle();
        assertThat(used(silver, COUNT)).isEqualByComparingTo(Quantity.ZERO);
    }

    private static Cluster asking(Cluster cluster, String attributesClass) {
        JsonObject spec = JsonObject.of("volumeAttributesClassName", new JsonString(attributesClass));
        return cluster.patch(Given.claimKey("c"), JsonObject.of("spec", spec)).orThrow();
    }

    private static VolumeAttributesClass attributesClass(String name) {
        return VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .driverName("csi.example.com")
                .putParameters("iops", name)
                .build();
    }

    private static ResourceQuota ofGoldOnly() {
        ScopedResourceSelectorRequirement gold = ScopedResourceSelectorRequirement.builder()
                .scopeName("VolumeAttributesClass")
                .operator("In")
                .addValues("gold")
                .build();
        return ResourceQuota.builder()
                .metadata(ObjectMeta.builder().name("q").namespace("default").build())
                .spec(ResourceQuotaSpec.builder()
                        .putHard(COUNT, Quantity.parse("5"))
                        .scopeSelector(ScopeSelector.builder()
                                .addMatchExpressions(gold)
                                .build())
                        .build())
                .build();
    }

    @Test
    void doesNotCountWhatIsNoBusinessOfClaims() {
        assertThat(status(LIMITED).used()).containsOnlyKeys("requests.storage", "persistentvolumeclaims");
    }

    @Test
    void admissionNeedNotWaitForIt() {
        Cluster full = LIMITED.create(Given.claim("a", "3Gi", "m")).orThrow();

        assertThat(full.create(Given.claim("b", "1Gi", "m")).answer()).isInstanceOf(Answer.Refused.class);
    }

    private static Quantity used(Cluster cluster, String resource) {
        return requireNonNull(status(cluster).used().get(resource), resource);
    }

    private static ResourceQuotaStatus status(Cluster cluster) {
        return cluster.get(ResourceQuota.ref("default", "q")).orElseThrow().status();
    }
}
