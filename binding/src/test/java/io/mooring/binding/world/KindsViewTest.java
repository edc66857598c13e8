package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.story.Given;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import org.junit.jupiter.api.Test;

class KindsViewTest {
    private static final Cluster CLUSTER = Given.cluster()
            .create(Given.volume("a", "1Gi", "m"))
            .orThrow()
            .create(Given.volume("b", "1Gi", "m"))
            .orThrow()
            .create(Given.claim("c", "1Gi", "m"))
            .orThrow();

    /** Volumes less claims. */
    private static final KindsView<Integer> SPARE = View.of(
                    PersistentVolume.KIND, 0, (spare, change) -> spare + change.difference())
            .and(PersistentVolumeClaim.KIND, (spare, change) -> spare - change.difference());

    @Test
    void eachKindHasItsStep() {
        assertThat(SPARE.count(CLUSTER)).isEqualTo(1);
        assertThat(SPARE.after(1, Change.removal(Given.volume("a", "1Gi", "m")), CLUSTER))
                .isZero();
        assertThat(SPARE.after(1, Change.removal(Given.claim("c", "1Gi", "m")), CLUSTER))
                .isEqualTo(2);
    }

    @Test
    void aKindWithoutAStepChangesNothing() {
        assertThat(SPARE.watches().named()).containsExactly(PersistentVolume.KIND, PersistentVolumeClaim.KIND);
        assertThat(SPARE.after(7, Change.creation(Given.pod("p", "c")), CLUSTER))
                .isEqualTo(7);
    }

    @Test
    void aStepMayLookAtAllObjects() {
        KindsView<Long> claims = View.of(Pod.KIND, 0L, (none, change) -> none)
                .and(
                        StorageClass.KIND,
                        (count, change, objects) ->
                                objects.list(PersistentVolumeClaim.KIND).count());

        assertThat(claims.after(0L, Change.creation(Given.storageClass("fast")), CLUSTER))
                .isEqualTo(1);
    }

    @Test
    void aKindHasOneStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPARE.and(PersistentVolume.KIND, (spare, change) -> spare))
                .withMessage("PersistentVolume has its step already");
    }
}
