package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.demand;
import static io.mooring.binding.match.Samples.reference;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.storage.VolumeBindingMode;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Search SEARCH = Search.byController(claim(), VolumeBindingMode.IMMEDIATE);

    @Test
    void asksTheSignatureForEachLabelThatAVolumeMustHave() {
        LabelSelector selector = LabelSelector.builder()
                .putMatchLabels("tier", "gold")
                .addMatchExpressions(
                        demand("site", "In", "a"), demand("row", "In", "1", "2"), demand("rack", "NotIn", "b"))
                .build();
        Search search = Search.byController(claim(spec -> spec.withSelector(selector)), VolumeBindingMode.IMMEDIATE);
        assertThat(search.labelSignature())
                .isEqualTo(Signature.ofLabel("tier", "gold") | Signature.ofLabel("site", "a"));
    }

    @Test
    void tellsWhomAVolumeIsReservedFor() {
        assertThat(SEARCH.reservationOf(IndexedVolume.of(volume("pv")))).isEqualTo(Reservation.NONE);
        assertThat(reservationOfOneFor("data", "u1")).isEqualTo(Reservation.FOR_THIS_CLAIM);
        assertThat(reservationOfOneFor("data", "")).isEqualTo(Reservation.FOR_THIS_CLAIM);
        assertThat(reservationOfOneFor("data", "u0")).isEqualTo(Reservation.FOR_ANOTHER);
        assertThat(reservationOfOneFor("other", "u1")).isEqualTo(Reservation.FOR_ANOTHER);
    }

    private static Reservation reservationOfOneFor(String claim, String uid) {
        return SEARCH.reservationOf(IndexedVolume.of(volume("pv", spec -> spec.withClaimRef(reference(claim, uid)))));
    }

    @Test
    void isOneSearchWhereTheClaimAndWhoLooksAreTheSame() {
        Search other = Search.byController(claim(), VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
        assertThat(Search.byController(claim(), VolumeBindingMode.IMMEDIATE))
                .isEqualTo(SEARCH)
                .hasSameHashCodeAs(SEARCH);
        assertThat(other).isNotEqualTo(SEARCH).doesNotHaveSameHashCodeAs(SEARCH);
        assertThat(SEARCH).hasToString("default/data by Controller[bindingMode=Immediate]");
    }
}
