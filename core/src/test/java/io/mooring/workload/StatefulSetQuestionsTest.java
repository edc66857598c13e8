package io.mooring.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

/** What a StatefulSet answers about itself. */
class StatefulSetQuestionsTest {
    private static final StatefulSet WEB = StatefulSet.builder()
            .metadata(ObjectMeta.builder().name("web").build())
            .build();

    @Test
    void aSetThatSaysNothingHasOneReplicaFromZero() {
        assertThat(WEB.startOrdinal()).isZero();
        assertThat(WEB.endOrdinal()).isOne();
    }

    @Test
    void ordinalsRunFromTheStartForAsManyReplicas() {
        StatefulSet late = late(7);
        assertThat(late.endOrdinal()).isEqualTo(9);
        assertThat(late.hasOrdinal(6)).isFalse();
        assertThat(late.hasOrdinal(7)).isTrue();
        assertThat(late.hasOrdinal(8)).isTrue();
        assertThat(late.hasOrdinal(9)).isFalse();
    }

    @Test
    void ordinalsBeyondThirtyTwoBitsDoNotOverflow() {
        assertThat(late(Integer.MAX_VALUE).endOrdinal()).isEqualTo(2147483649L);
    }

    @Test
    void namesPodsAndClaimsByOrdinal() {
        assertThat(WEB.podName(3)).isEqualTo("web-3");
        assertThat(WEB.claimName("www", 3)).isEqualTo("www-web-3");
    }

    @Test
    void retainsClaimsUnlessItsPolicySaysDelete() {
        assertThat(WEB.deletesClaimsWhenDeleted()).isFalse();
        assertThat(WEB.deletesClaimsWhenScaled()).isFalse();
        ClaimRetention retention = ClaimRetention.builder()
                .whenDeleted(ClaimRetentionPolicy.RETAIN)
                .whenScaled(ClaimRetentionPolicy.DELETE)
                .build();
        StatefulSet deleting = WEB.withSpec(WEB.spec().withPersistentVolumeClaimRetentionPolicy(retention));
        assertThat(deleting.deletesClaimsWhenDeleted()).isFalse();
        assertThat(deleting.deletesClaimsWhenScaled()).isTrue();
    }

    private static StatefulSet late(int start) {
        return WEB.withSpec(WEB.spec()
                .withReplicas(2)
                .withOrdinals(StatefulSetOrdinals.builder().start(start).build()));
    }
}
