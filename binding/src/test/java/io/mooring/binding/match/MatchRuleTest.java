package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.affinity;
import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.in;
import static io.mooring.binding.match.Samples.reference;
import static io.mooring.binding.match.Samples.selector;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.match.Match.Blocked;
import io.mooring.binding.match.Match.Unmatched;
import io.mooring.binding.match.Mismatch.CapacityTooSmall;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per rule, with the rule's number; {@link #CLAIM} gets {@link #VOLUME} as long as nothing is changed. */
class MatchRuleTest {
    private static final PersistentVolumeClaim CLAIM = claim();
    private static final PersistentVolume VOLUME = volume("pv");
    private static final Map<String, String> NODE = Map.of("zone", "a");

    record Row(int number, MatchRule rule, Search search, PersistentVolume volume, String why) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        1,
                        MatchRule.SELECTOR_IS_READABLE,
                        controller(claim(spec -> spec.withSelector(selector("a b", "x")))),
                        VOLUME,
                        "the claim's selector cannot be read: key: Invalid value: \"a b\": name part must consist of"
                                + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                                + " character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                                + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"),
                new Row(
                        2,
                        MatchRule.LISTED_BY_CLASS,
                        Search.byScheduler(CLAIM, NODE, Set.of()),
                        volume("pv", spec -> spec.withStorageClassName("fast").withClaimRef(reference("data", "u1"))),
                        "is of class \"fast\", not \"m\""),
                new Row(
                        3,
                        MatchRule.INDEXED_BY_ACCESS_MODES,
                        controller(claim(
                                spec -> spec.withAccessModes(AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY))),
                        VOLUME,
                        "offers [ReadWriteOnce], not [ReadOnlyMany]"),
                new Row(
                        4,
                        MatchRule.NOT_ALREADY_TAKEN,
                        Search.byScheduler(CLAIM, NODE, Set.of("pv")),
                        VOLUME,
                        "is already taken for another claim of the pod"),
                new Row(
                        5,
                        MatchRule.NOT_ANOTHER_CLAIMS,
                        controller(CLAIM),
                        volume("pv", spec -> spec.withClaimRef(reference("other", "u2"))),
                        "is taken by claim default/other"),
                new Row(
                        5,
                        MatchRule.NOT_ANOTHER_CLAIMS,
                        controller(CLAIM),
                        volume("pv", spec -> spec.withClaimRef(reference("data", "u0"))),
                        "is kept for another claim of the name default/data, the one with uid u0"),
                new Row(
                        6,
                        MatchRule.CAPACITY,
                        controller(CLAIM),
                        volume("pv", spec -> spec.withCapacity(capacity("1G"))),
                        "holds 1G, less than the 1Gi requested"),
                new Row(
                        7,
                        MatchRule.VOLUME_MODE,
                        controller(CLAIM),
                        volume("pv", spec -> spec.withVolumeMode(VolumeMode.BLOCK)),
                        "has volume mode Block, not Filesystem"),
                new Row(
                        8,
                        MatchRule.ATTRIBUTES_CLASS,
                        controller(CLAIM),
                        volume("pv", spec -> spec.withVolumeAttributesClassName("gold")),
                        "has attributes class \"gold\", not \"\""),
                new Row(
                        9,
                        MatchRule.NOT_BEING_DELETED,
                        controller(CLAIM),
                        VOLUME.withMetadata(VOLUME.metadata().withDeletionTimestamp(Instant.EPOCH)),
                        "is being deleted"),
                new Row(
                        10,
                        MatchRule.NOT_LEFT_TO_SCHEDULER,
                        Search.byController(CLAIM, VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER),
                        VOLUME,
                        "is left to the scheduler until a pod uses the claim"),
                new Row(
                        11,
                        MatchRule.PHASE,
                        controller(CLAIM),
                        in(VOLUME, VolumePhase.RELEASED),
                        "is Released, not Available"),
                new Row(
                        12,
                        MatchRule.SELECTOR,
                        controller(claim(spec -> spec.withSelector(selector("tier", "gold")))),
                        Samples.labelled(VOLUME, Map.of("tier", "iron")),
                        "has labels {tier=iron}, which do not meet tier=gold"),
                new Row(
                        13,
                        MatchRule.CLASS,
                        controller(CLAIM),
                        VOLUME.withMetadata(
                                VOLUME.metadata().withAnnotations(Map.of(StorageClass.BETA_ANNOTATION, ""))),
                        "is of class \"\", not \"m\""),
                new Row(
                        14,
                        MatchRule.NODE_AFFINITY,
                        Search.byScheduler(CLAIM, NODE, Set.of()),
                        volume("pv", spec -> spec.withNodeAffinity(affinity("zone", "In", "b", "c"))),
                        "cannot be reached from the node: it wants zone in (b,c)"),
                new Row(
                        15,
                        MatchRule.ACCESS_MODES,
                        Search.byScheduler(
                                claim(spec -> spec.withAccessModes(AccessMode.READ_WRITE_ONCE_POD)), NODE, Set.of()),
                        VOLUME,
                        "offers [ReadWriteOnce], not [ReadWriteOncePod]"));
    }

    private static Search controller(PersistentVolumeClaim claim) {
        return Search.byController(claim, VolumeBindingMode.IMMEDIATE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesTheVolumeThatFailsTheRule(Row row) {
        assertThat(MatchRule.values()[row.number() - 1]).isEqualTo(row.rule());
        VolumePool pool = VolumePool.EMPTY.with(row.volume());
        assertThat(VolumeMatcher.match(row.search(), pool)).isEqualTo(new Unmatched());
        assertThat(VolumeMatcher.evaluate(row.search(), pool))
                .singleElement()
                .satisfies(evaluations -> assertThat(evaluations.fits()).isFalse())
                .extracting(evaluations -> evaluations.mismatches().get(0).describe())
                .isEqualTo(row.why());
    }

    @Test
    void hasARowForEachRuleInOrder() {
        assertThat(rows().map(Row::number).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MatchRule.values().length)
                        .boxed()
                        .toList());
    }

    @Test
    void isPrintedInThePackagesDescription() throws IOException {
        String description = Files.readString(Path.of("src/main/java/io/mooring/binding/match/package-info.java"));
        List<String> expected = Stream.of(MatchRule.values())
                .map(rule -> (rule.ordinal() + 1) + " " + rule.name())
                .toList();
        assertThat(description
                        .lines()
                        .map(line -> line.replaceFirst("^ \\* +", "").replaceFirst(" {2,}.*", ""))
                        .filter(line -> line.matches("\\d+ [A-Z_]+")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void givesTheVolumeThatFailsNone() {
        Match match = VolumeMatcher.match(controller(CLAIM), VolumePool.EMPTY.with(VOLUME));
        assertThat(match.found()).contains(VOLUME);
    }

    @Test
    void asksLessOfAReservedVolume() {
        PersistentVolume reserved = in(
                volume("pv", spec -> spec.withClaimRef(reference("data", "")).withStorageClassName("other")),
                VolumePhase.RELEASED);
        Search search = controller(claim(spec -> spec.withSelector(selector("tier", "gold"))));
        assertThat(VolumeMatcher.match(search, VolumePool.EMPTY.with(reserved)))
                .isEqualTo(new Match.Matched(reserved, Match.Reason.RESERVED));
        assertThat(VolumeMatcher.match(
                                Search.byController(CLAIM, VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER),
                                VolumePool.EMPTY.with(reserved))
                        .found())
                .contains(reserved);
    }

    @Test
    void asksSizeAndModeOfAReservedVolumeToo() {
        PersistentVolume small =
                volume("pv", spec -> spec.withClaimRef(reference("data", "u1")).withCapacity(capacity("1Mi")));
        assertThat(VolumeMatcher.evaluate(controller(CLAIM), VolumePool.EMPTY.with(small)))
                .containsExactly(new Evaluation(
                        small, true, List.of(new CapacityTooSmall(Quantity.parse("1Gi"), Quantity.parse("1Mi")))));
    }

    @Test
    void givesNothingWhereTheReservedVolumeIsOutOfReach() {
        PersistentVolume reserved = volume(
                "pv-reserved",
                spec -> spec.withClaimRef(reference("data", "u1")).withNodeAffinity(affinity("zone", "In", "b")));
        VolumePool pool = VolumePool.of(List.of(reserved, VOLUME));
        assertThat(VolumeMatcher.match(Search.byScheduler(CLAIM, NODE, Set.of()), pool))
                .isInstanceOfSatisfying(
                        Blocked.class, blocked -> assertThat(blocked.reserved()).isEqualTo(reserved));
        assertThat(VolumeMatcher.match(controller(CLAIM), pool).found()).contains(reserved);
    }

    @Test
    void seesAReservedVolumeOfAnotherClassWhereVolumesOfAllClassesAreAskedOf() {
        PersistentVolume reserved =
                volume("pv", spec -> spec.withStorageClassName("fast").withClaimRef(reference("data", "u1")));
        VolumePool pool = VolumePool.of(List.of(reserved));
        assertThat(VolumeMatcher.match(Search.forNode(CLAIM, NODE, Set.of()), pool)
                        .found())
                .contains(reserved);
        assertThat(VolumeMatcher.match(Search.byScheduler(CLAIM, NODE, Set.of()), pool)
                        .found())
                .isEmpty();
    }

    @Test
    void namesEveryRuleThatAVolumeFails() {
        PersistentVolume volume = in(
                volume(
                        "pv",
                        spec -> spec.withClaimRef(reference("other", "u2"))
                                .withCapacity(capacity("512Mi"))
                                .withAccessModes(AccessMode.READ_ONLY_MANY)
                                .withStorageClassName("")),
                VolumePhase.BOUND);
        assertThat(VolumeMatcher.evaluate(controller(CLAIM), VolumePool.EMPTY.with(volume)))
                .flatExtracting(Evaluation::mismatches)
                .extracting(Mismatch::rule)
                .containsExactly(
                        MatchRule.ACCESS_MODES,
                        MatchRule.NOT_ANOTHER_CLAIMS,
                        MatchRule.CAPACITY,
                        MatchRule.PHASE,
                        MatchRule.CLASS);
    }
}
