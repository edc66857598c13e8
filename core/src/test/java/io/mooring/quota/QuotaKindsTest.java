package io.mooring.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.quantity.Quantity;
import org.junit.jupiter.api.Test;

class QuotaKindsTest {

    @Test
    void areReadAndWrittenFromOneDeclaration() {
        LimitRange limits = LimitRange.builder()
                .spec(LimitRangeSpec.builder()
                        .addLimits(LimitRangeItem.builder()
                                .type("PersistentVolumeClaim")
                                .putMax("storage", Quantity.parse("5Gi"))
                                .putDefaultLimit("storage", Quantity.parse("1Gi"))
                                .build())
                        .build())
                .build();
        assertThat(Objects.read(LimitRange.KIND, Objects.write(limits)).orThrow())
                .isEqualTo(limits);

        ResourceQuota quota = ResourceQuota.builder()
                .spec(ResourceQuotaSpec.builder()
                        .putHard("requests.storage", Quantity.parse("3Gi"))
                        .scopeSelector(ScopeSelector.builder()
                                .addMatchExpressions(ScopedResourceSelectorRequirement.builder()
                                        .scopeName("VolumeAttributesClass")
                                        .operator("In")
                                        .addValues("gold")
                                        .build())
                                .build())
                        .build())
                .build();
        assertThat(Objects.read(ResourceQuota.KIND, Objects.write(quota)).orThrow())
                .isEqualTo(quota);
    }
}
