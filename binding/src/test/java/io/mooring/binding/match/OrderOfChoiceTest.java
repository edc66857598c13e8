package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.affinity;
import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.labelled;
import static io.mooring.binding.match.Samples.reference;
import static io.mooring.binding.match.Samples.selector;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeBindingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderOfChoiceTest {
    private static final Search CONTROLLER = Search.byController(claim(), VolumeBindingMode.IMMEDIATE);
    private static final Search SCHEDULER = Search.byScheduler(claim(), Map.of("zone", "a"), Set.of());

    private static PersistentVolume sized(String name, String size, AccessMode... modes) {
        return volume(name, spec -> spec.withCapacity(capacity(size)).withAccessModes(modes));
    }

    private static String chosen(Search search, PersistentVolume... volumes) {
        return name(VolumeMatcher.match(search, VolumePool.of(List.of(volumes))));
    }

    private static List<String> choices(Search search, PersistentVolume... volumes) {
        return VolumeMatcher.choices(search, VolumePool.of(List.of(volumes))).stream()
                .map(OrderOfChoiceTest::name)
                .toList();
    }

    private static String name(Match match) {
        return match.found().map(volume -> volume.metadata().name()).orElse("none");
    }

    @Test
    void picksTheSmallestVolumeThatFits() {
        PersistentVolume[] volumes = {
            sized("big", "10Gi", AccessMode.READ_WRITE_ONCE),
            sized("fit", "2Gi", AccessMode.READ_WRITE_ONCE),
            sized("small", "1023Mi", AccessMode.READ_WRITE_ONCE)
        };
        assertThat(chosen(CONTROLLER, volumes)).isEqualTo("fit");
        assertThat(chosen(SCHEDULER, volumes)).isEqualTo("fit");
    }

    @Test
    void asControllerTakesFewerModesBeforeLessSpace() {
        PersistentVolume[] volumes = {
            sized("exact", "10Gi", AccessMode.READ_WRITE_ONCE),
            sized("more-modes", "1Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY)
        };
        assertThat(chosen(CONTROLLER, volumes)).isEqualTo("exact");
        assertThat(chosen(SCHEDULER, volumes)).isEqualTo("more-modes");
    }

    @Test
    void asSchedulerTakesFewerModesWhereTheSpaceIsTheSame() {
        PersistentVolume[] volumes = {
            sized("a", "1Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY),
            sized("b", "1Gi", AccessMode.READ_WRITE_ONCE)
        };
        assertThat(chosen(SCHEDULER, volumes)).isEqualTo("b");
    }

    @Test
    void amongSetsOfEquallyManyModesTakesReservedVolumesFirstAndThenTheSmallest() {
        PersistentVolume many = sized("many", "2Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY);
        PersistentVolume read = sized("read", "3Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY);
        PersistentVolume small = sized("small", "1Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY);
        assertThat(chosen(CONTROLLER, many, read)).isEqualTo("many");
        assertThat(chosen(CONTROLLER, many, read, small)).isEqualTo("small");
        PersistentVolume reserved = many.withSpec(many.spec().withClaimRef(reference("data", "u1")));
        assertThat(chosen(CONTROLLER, reserved, read, small)).isEqualTo("many");
    }

    @Test
    void takesTheSmallestOfSeveralReservedVolumes() {
        PersistentVolume big =
                volume("a", spec -> spec.withClaimRef(reference("data", "u1")).withCapacity(capacity("2Gi")));
        PersistentVolume small = volume("b", spec -> spec.withClaimRef(reference("data", "u1")));
        assertThat(chosen(CONTROLLER, big, small)).isEqualTo("b");
        assertThat(chosen(SCHEDULER, big, small)).isEqualTo("b");
    }

    @Test
    void countsAModeThatIsListedTwiceOnce() {
        PersistentVolume[] volumes = {
            sized("twice", "1Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE),
            sized("bigger", "2Gi", AccessMode.READ_WRITE_ONCE)
        };
        assertThat(chosen(CONTROLLER, volumes)).isEqualTo("twice");
    }

    @Test
    void takesAFreeVolumeWithFewerModesBeforeAReservedOne() {
        PersistentVolume reserved = sized("reserved", "1Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY);
        PersistentVolume[] volumes = {
            reserved.withSpec(reserved.spec().withClaimRef(reference("data", "u1"))),
            sized("free", "1Gi", AccessMode.READ_WRITE_ONCE)
        };
        assertThat(chosen(CONTROLLER, volumes)).isEqualTo("free");
        assertThat(chosen(SCHEDULER, volumes)).isEqualTo("reserved");
    }

    @Test
    void breaksTiesByName() {
        PersistentVolume[] volumes = {volume("b"), volume("a"), volume("c")};
        assertThat(chosen(CONTROLLER, volumes)).isEqualTo("a");
        assertThat(choices(CONTROLLER, volumes)).containsExactly("a", "b", "c");
        assertThat(choices(SCHEDULER, volumes)).containsExactly("a", "b", "c");
    }

    @Test
    void listsTheSmallestOfEachSetOfEquallyManyModes() {
        PersistentVolume[] volumes = {
            sized("many-1", "1Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY),
            sized("many-2", "2Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY),
            sized("read-5", "5Gi", AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY)
        };
        assertThat(choices(CONTROLLER, volumes)).containsExactlyInAnyOrder("many-1", "read-5");
        assertThat(choices(SCHEDULER, volumes)).containsExactly("many-1");
    }

    @Test
    void listsAReachableAndABlockedReservationAsTwoChoices() {
        PersistentVolume here = volume("here", spec -> spec.withClaimRef(reference("data", "u1")));
        PersistentVolume there = volume(
                "there",
                spec -> spec.withClaimRef(reference("data", "u1")).withNodeAffinity(affinity("zone", "In", "b")));
        assertThat(choices(SCHEDULER, here, there)).containsExactlyInAnyOrder("here", "none");
    }

    @Test
    void looksBehindVolumesThatLackALabelOrAreTaken() {
        PersistentVolume iron = labelled(volume("a-iron"), Map.of("tier", "iron"));
        PersistentVolume gold = labelled(volume("b-gold"), Map.of("tier", "gold"));
        Search wantsGold = Search.byController(
                claim(spec -> spec.withSelector(selector("tier", "gold"))), VolumeBindingMode.IMMEDIATE);
        assertThat(chosen(wantsGold, iron, gold)).isEqualTo("b-gold");
        assertThat(chosen(Search.byScheduler(claim(), Map.of(), Set.of("a-iron")), iron, gold))
                .isEqualTo("b-gold");
    }

    @Test
    void findsLocalVolumesAndThoseThatAllNodesReach() {
        PersistentVolume elsewhere = volume("a", spec -> spec.withNodeAffinity(affinity("zone", "In", "b")));
        PersistentVolume nowhere = volume("b", spec -> spec.withNodeAffinity(affinity("zone", "Bad", "a")));
        PersistentVolume local = volume(
                "c", spec -> spec.withNodeAffinity(affinity("zone", "In", "a")).withCapacity(capacity("2Gi")));
        PersistentVolume bounded = volume(
                "d",
                spec -> spec.withNodeAffinity(affinity("zone", "NotIn", "b")).withCapacity(capacity("3Gi")));
        assertThat(chosen(SCHEDULER, elsewhere, nowhere, local, bounded)).isEqualTo("c");
        assertThat(chosen(SCHEDULER, elsewhere, nowhere, bounded)).isEqualTo("d");
        assertThat(chosen(SCHEDULER, elsewhere, nowhere, bounded, volume("e"))).isEqualTo("e");
        assertThat(chosen(CONTROLLER, elsewhere, nowhere)).isEqualTo("a");
    }

    @Test
    void knowsNoVolumeForModesThatKubernetesDoesNotKnow() {
        AccessMode unknown = new AccessMode("ReadSometimes");
        PersistentVolume offers = sized("pv", "1Gi", AccessMode.READ_WRITE_ONCE, unknown);
        assertThat(chosen(
                        Search.byController(claim(spec -> spec.withAccessModes(unknown)), VolumeBindingMode.IMMEDIATE),
                        offers))
                .isEqualTo("none");
        assertThat(chosen(Search.byScheduler(claim(spec -> spec.withAccessModes(unknown)), Map.of(), Set.of()), offers))
                .isEqualTo("pv");
        assertThat(chosen(CONTROLLER, offers)).isEqualTo("pv");
    }
}
