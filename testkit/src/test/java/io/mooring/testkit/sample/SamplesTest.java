package io.mooring.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
    private static final int TRIES = 300;

    private static <T> Stream<T> some(Generator<T> generator) {
        return LongStream.range(0, TRIES).mapToObj(Choices::seeded).map(generator::from);
    }

    static Stream<Generator<? extends KubernetesObject>> objects() {
        return Stream.of(
                Volumes.any(),
                Claims.any(),
                Classes.any(),
                Classes.attributes(),
                Nodes.any(),
                Pods.any(),
                Workloads.any(),
                Workloads.any().cronJobs(),
                Quotas.resourceQuotas(),
                Quotas.limitRanges(),
                Drivers.any(),
                Drivers.onNodes(List.of("node-1", "node-2")),
                Drivers.capacities(Classes.NAMES),
                choices -> Volumes.near(Claims.any().from(choices)).from(choices),
                choices -> Claims.near(Volumes.any().from(choices)).from(choices));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void areTakenByTheApiServer(Generator<? extends KubernetesObject> generator) {
        Cluster empty = Cluster.empty(ControlPlane.DEFAULT.controllers());
        Set<KubernetesObject> different = new HashSet<>();
        some(generator).forEach(object -> {
            assertThat(empty.create(object).answer().refused()).as("%s", object).isEmpty();
            different.add(object);
        });
        assertThat(different.size()).isGreaterThan(1);
    }

    @Test
    void limitsAndDriversAreOfTheKindsThatTheySay() {
        assertThat(some(Quotas.any()).<ObjectKind<?>>map(KubernetesObject::kind).distinct())
                .containsExactlyInAnyOrderElementsOf(Quotas.KINDS);
        assertThat(Stream.of(Drivers.any(), Drivers.onNodes(List.of("a")), Drivers.capacities(List.of("fast")))
                        .<ObjectKind<?>>map(
                                generator -> generator.from(Choices.seeded(1)).kind()))
                .containsExactlyElementsOf(Drivers.KINDS);
    }

    @Test
    void workloadsAreOfAllKinds() {
        assertThat(some(Workloads.any())
                        .<ObjectKind<?>>map(KubernetesObject::kind)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Workloads.KINDS);
        assertThatThrownBy(() -> Workloads.any().ofKind(PersistentVolume.KIND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no workload PersistentVolume");
    }

    @Test
    void quantitiesAreReadInAllSpellings() {
        Set<String> suffixes = new HashSet<>();
        some(Quantities.texts()).forEach(text -> {
            assertThat(Quantity.parse(Quantity.parse(text).toString())).as(text).isEqualTo(Quantity.parse(text));
            suffixes.add(text.replaceAll("^[-+]?[0-9.]*", ""));
        });
        assertThat(suffixes.size()).isGreaterThan(15);
        some(Quantities.broken())
                .forEach(text -> assertThatThrownBy(() -> Quantity.parse(text))
                        .as(text)
                        .isInstanceOf(QuantityFormatException.class));
    }

    @Test
    void nearAmountsAreSometimesTheSameAndSometimesJustMissIt() {
        Quantity asked = Quantity.parse("5Gi");
        List<Integer> compared = some(Quantities.near(asked))
                .map(near -> Integer.signum(near.compareTo(asked)))
                .toList();
        assertThat(compared).contains(-1, 0, 1);
        assertThat(some(Quantities.near(asked)).map(Quantity::toString)).contains("5G", "5368709119", "5368709121");
        assertThat(some(Quantities.spelt(asked))).allMatch(asked::equals);
        assertThat(some(Quantities.spelt(asked))
                        .map(Quantity::toString)
                        .distinct()
                        .count())
                .isGreaterThan(2);
    }

    @Test
    void selectorsCanBeReadAndOftenTakeTheLabelsThatTheyAreNear() {
        assertThat(some(Selectors.any()).map(LabelMatcher::of)).hasSize(TRIES);
        long taken = some((Generator<Boolean>) choices -> {
                    var labels = Selectors.labels().from(choices);
                    return LabelMatcher.of(Selectors.near(labels).from(choices)).matches(labels);
                })
                .filter(Boolean::booleanValue)
                .count();
        assertThat(taken).isBetween(TRIES / 4L, TRIES - 1L);
    }

    @Test
    void aVolumeNearAClaimOftenFitsItAndSometimesNot() {
        long fitting = some((Generator<Boolean>) choices -> {
                    PersistentVolumeClaim claim = Claims.any().from(choices);
                    PersistentVolume volume = Volumes.near(claim).from(choices);
                    return volume.className().equals(claim.className().orElse(""))
                            && volume.storageCapacity().compareTo(claim.requestedStorage()) >= 0
                            && volume.spec()
                                    .accessModes()
                                    .containsAll(claim.spec().accessModes());
                })
                .filter(Boolean::booleanValue)
                .count();
        assertThat(fitting).isBetween(TRIES / 2L, TRIES - 10L);
    }
}
