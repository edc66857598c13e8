package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.reference;
import static io.mooring.binding.match.Samples.selector;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeBindingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumePoolTest {
    private static final Search SEARCH = Search.byController(claim(), VolumeBindingMode.IMMEDIATE);
    private static final Search WANTS_GOLD = Search.byController(
            claim(spec -> spec.withSelector(selector("tier", "gold"))), VolumeBindingMode.IMMEDIATE);

    @Test
    void leavesTheFormerPoolAsItWas() {
        VolumePool one = VolumePool.EMPTY.with(volume("a"));
        VolumePool two = one.with(volume("b"));
        VolumePool without = two.without("a");
        assertThat(VolumePool.EMPTY.size()).isZero();
        assertThat(one.volumes()).containsExactly(volume("a"));
        assertThat(two.volumes()).containsExactly(volume("a"), volume("b"));
        assertThat(without.volumes()).containsExactly(volume("b"));
        assertThat(VolumeMatcher.match(SEARCH, two).found()).contains(volume("a"));
        assertThat(VolumeMatcher.match(SEARCH, without).found()).contains(volume("b"));
    }

    @Test
    void holdsEachNameOnce() {
        PersistentVolume taken = volume("a", spec -> spec.withClaimRef(reference("other", "u2")));
        VolumePool pool = VolumePool.of(List.of(volume("a"), taken));
        assertThat(pool.get("a")).contains(taken);
        assertThat(pool.size()).isOne();
        assertThat(VolumeMatcher.match(SEARCH, pool).found()).isEmpty();
        assertThat(VolumeMatcher.match(SEARCH, pool.with(volume("a"))).found()).contains(volume("a"));
    }

    @Test
    void takesTheNewVolumeWhereItStandsWhereTheOldOneStood() {
        PersistentVolume old = volume("a");
        PersistentVolume annotated = old.withMetadata(old.metadata().withAnnotations(Map.of("note", "new")));
        PersistentVolume labelled = Samples.labelled(old, Map.of("tier", "gold"));
        VolumePool pool = VolumePool.of(List.of(old, volume("b")));
        assertThat(VolumeMatcher.match(SEARCH, pool.with(annotated)).found()).contains(annotated);
        assertThat(VolumeMatcher.match(WANTS_GOLD, pool.with(annotated)).found())
                .isEmpty();
        assertThat(VolumeMatcher.match(WANTS_GOLD, pool.with(annotated).with(labelled))
                        .found())
                .contains(labelled);
        assertThat(VolumeMatcher.match(WANTS_GOLD, pool.with(labelled).with(annotated))
                        .found())
                .isEmpty();
    }

    @Test
    void isTheSamePoolWhereThereIsNothingToRemove() {
        VolumePool pool = VolumePool.EMPTY.with(volume("a"));
        assertThat(pool.without("b")).isSameAs(pool);
    }

    @Test
    void listsWhatIsReservedForAClaimInOrderOfNames() {
        PersistentVolume byUid = volume("a", spec -> spec.withClaimRef(reference("data", "u1")));
        PersistentVolume byName = volume("b", spec -> spec.withClaimRef(reference("data", "")));
        PersistentVolume forNamesake = volume("c", spec -> spec.withClaimRef(reference("data", "u0")));
        VolumePool pool = VolumePool.of(List.of(forNamesake, byName, byUid, volume("d")));
        assertThat(pool.reservedFor(claim())).extracting(IndexedVolume::volume).containsExactly(byUid, byName);
        assertThat(pool.without("a").reservedFor(claim()))
                .extracting(IndexedVolume::volume)
                .containsExactly(byName);
    }

    @Test
    void isEqualByItsVolumes() {
        VolumePool pool = VolumePool.of(List.of(volume("a"), volume("b")));
        assertThat(pool)
                .isEqualTo(VolumePool.of(List.of(volume("b"), volume("a"))))
                .hasSameHashCodeAs(VolumePool.of(List.of(volume("b"), volume("a"))));
        assertThat(pool).isNotEqualTo(pool.without("b")).hasToString("[a, b]");
    }
}
