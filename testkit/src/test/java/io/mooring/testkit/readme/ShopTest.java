package io.mooring.testkit.readme;

import static io.mooring.testkit.assertj.MooringAssertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.testkit.junit.Manifest;
import io.mooring.testkit.junit.MooringTest;
import org.junit.jupiter.api.Test;

/** As the README has it. */
@MooringTest
class ShopTest {
    @Test
    void theShopGetsItsDisk(@Manifest("shop.yaml") Cluster cluster) {
        assertThat(cluster).claim("default/data-shop-0").isBoundTo("pv-1");
    }
}
