package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.affinity;
import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.in;
import static io.mooring.binding.match.Samples.labelled;
import static io.mooring.binding.match.Samples.reference;
import static io.mooring.binding.match.Samples.selector;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
        PersistentVolume labelled = labelled(old, Map.of("tier", "gold"));
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

    /** A volume that the search finds, and the same with another value of one field, which it does not find. */
    static Stream<Arguments> changes() {
        PersistentVolume free = volume("a");
        PersistentVolume local = volume("a", spec -> spec.withNodeAffinity(affinity("zone", "In", "a")));
        PersistentVolume reserved = volume("a", spec -> spec.withClaimRef(reference("data", "u1")));
        Search onNode = Search.byScheduler(claim(), Map.of("zone", "a"), Set.of());
        return Stream.of(
                arguments("capacity", free, volume("a", spec -> spec.withCapacity(capacity("1Mi"))), SEARCH),
                arguments(
                        "accessModes",
                        free,
                        volume("a", spec -> spec.withAccessModes(AccessMode.READ_ONLY_MANY)),
                        SEARCH),
                arguments("storageClassName", free, volume("a", spec -> spec.withStorageClassName("other")), SEARCH),
                arguments("volumeMode", free, volume("a", spec -> spec.withVolumeMode(VolumeMode.BLOCK)), SEARCH),
                arguments(
                        "volumeAttributesClassName",
                        free,
                        volume("a", spec -> spec.withVolumeAttributesClassName("gold")),
                        SEARCH),
                arguments(
                        "nodeAffinity",
                        local,
                        volume("a", spec -> spec.withNodeAffinity(affinity("zone", "In", "b"))),
                        onNode),
                arguments("labels", labelled(free, Map.of("tier", "gold")), free, WANTS_GOLD),
                arguments(
                        "claimRef", reserved, volume("a", spec -> spec.withClaimRef(reference("other", "u2"))), SEARCH),
                arguments("phase", free, in(free, VolumePhase.RELEASED), SEARCH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void findsAVolumeByWhatItHasNowAndNotByWhatItHad(
            String field, PersistentVolume former, PersistentVolume changed, Search search) {
        VolumePool pool = VolumePool.EMPTY.with(former);
        assertThat(VolumeMatcher.match(search, pool).found()).contains(former);
        assertThat(VolumeMatcher.match(search, pool.with(changed)).found()).isEmpty();
        assertThat(VolumeMatcher.match(search, pool.with(changed).with(former)).found())
                .contains(former);
    }

    @Test
    void searchesAmongFreeVolumesOnly() {
        VolumePool pool = VolumePool.of(
                List.of(volume("a"), in(volume("b"), VolumePhase.RELEASED), in(volume("c"), VolumePhase.PENDING)));
        assertThat(pool.freeVolumesFor(SEARCH).all().size()).isOne();
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
        VolumePool released = pool.with(in(volume("b"), VolumePhase.RELEASED));
        assertThat(pool).isNotEqualTo(released).doesNotHaveSameHashCodeAs(released);
    }
}
