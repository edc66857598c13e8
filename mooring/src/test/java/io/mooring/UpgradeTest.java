package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.plan.Breakage;
import io.mooring.binding.plan.TurnedRow;
import io.mooring.binding.plan.Upgrade;
import io.mooring.binding.plan.UpgradeReport;
import io.mooring.binding.plan.UpgradeSubject;
import io.mooring.binding.plan.UpgradeTrial;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import io.mooring.release.FeatureGates;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of the release changes for objects: the rows that matter, whom they touch, what breaks. */
class UpgradeTest {
    private static final Release V34 = Release.parse("1.34");
    private static final Release V36 = Release.parse("1.36");
    private static final Release V37 = Release.parse("1.37");
    private static final String CLASS = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: csi.example.com
            ---
            """;
    private static final String DRIVER = """
            apiVersion: storage.k8s.io/v1
            kind: CSIDriver
            metadata: {name: csi.example.com}
            spec: {preventPodSchedulingIfMissing: true}
            ---
            """;
    private static final String CLAIM_WITH_POD = CLASS + """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: app}
            spec:
              containers: [{name: c, image: i}]
              volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
            """;

    private static String set(String strategy) {
        return """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web}
                spec:
                  replicas: 1
                  updateStrategy: %s
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: i}]}
                """.formatted(strategy);
    }

    @Test
    void aRowThatMattersIsToldWithTheObjectsThatItTouches() {
        UpgradeReport report = Mooring.read(set("{rollingUpdate: {}}")).upgrade(V36, V37);

        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE);
            assertThat(row.isOn()).isTrue();
            assertThat(row.objects()).extracting(Ref::qualifiedName).containsExactly("default/web");
            assertThat(row.dropped()).isEmpty();
        });
        assertThat(report.breaks()).isFalse();
        assertThat(report.text())
                .startsWith("From v1.36 to v1.37 nothing here breaks; 1 difference matters here.\n")
                .contains("MaxUnavailableStatefulSet turns on in v1.37.0: StatefulSet default/web\n");
    }

    @Test
    void aFieldThatTheReleaseWithoutItDropsIsToldInBothDirections() {
        Mooring mooring = Mooring.read(set("{rollingUpdate: {maxUnavailable: 3}}"));
        TurnedRow.Dropped dropped = new TurnedRow.Dropped(
                mooring.find("sts/web").get(0), "spec.updateStrategy.rollingUpdate.maxUnavailable", "3");

        UpgradeReport up = mooring.upgrade(V34, V37);
        UpgradeReport down = mooring.upgrade(V37, V34);

        assertThat(up.rows()).flatExtracting(TurnedRow::dropped).containsExactly(dropped);
        assertThat(down.rows()).flatExtracting(TurnedRow::dropped).containsExactly(dropped);
        assertThat(down.rows()).extracting(TurnedRow::isOn).containsExactly(false);
        assertThat(up.text())
                .contains("  v1.34 drops spec.updateStrategy.rollingUpdate.maxUnavailable, which is written in"
                        + " default/web (3)\n");
        assertThat(down.text())
                .startsWith("Back from v1.37 to v1.34 nothing here breaks;")
                .contains("MaxUnavailableStatefulSet turns off (it came with v1.37.0): StatefulSet default/web\n")
                .contains("  v1.34 drops spec.updateStrategy.rollingUpdate.maxUnavailable, which");
    }

    @Test
    void aManifestThatIsRefusedAfterAndWasNotBreaks() {
        Mooring mooring = Mooring.read(set("{rollingUpdate: {maxUnavailable: many}}"));

        UpgradeReport up = mooring.upgrade(V36, V37);
        UpgradeReport down = mooring.upgrade(V37, V36);

        assertThat(up.breakages())
                .filteredOn(Breakage.Refused.class::isInstance)
                .singleElement()
                .satisfies(breakage -> assertThat(
                                ((Breakage.Refused) breakage).refused().answer().message())
                        .contains("maxUnavailable"));
        assertThat(up.rows()).extracting(TurnedRow::row).containsExactly(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE);
        assertThat(up.text())
                .startsWith("From v1.36 to v1.37 1 thing here breaks; 1 difference matters here.\n")
                .contains("What breaks:\n  StatefulSet web is refused: StatefulSet.apps \"web\" is invalid: ");
        assertThat(down.breaks()).isFalse();
        assertThat(down.text()).contains("Refused in v1.37, and taken in v1.36:\n  StatefulSet web\n");
    }

    /** The driver is on no node: its pods go to one all the same, and with the row they do not. */
    @Test
    void whatWasFineAndIsNotAnyMoreBreaks() {
        UpgradeReport report = Mooring.read(DRIVER + CLAIM_WITH_POD).upgrade(V36, V37);

        assertThat(report.breakages())
                .filteredOn(Breakage.NotFine.class::isInstance)
                .extracting(breakage -> breakage.about().qualifiedName())
                .contains("default/app");
        assertThat(report.rows())
                .filteredOn(row -> row.row() == Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE)
                .singleElement()
                .satisfies(row -> assertThat(row.objects())
                        .extracting(Ref::toString)
                        .containsExactly("CSIDriver.storage.k8s.io csi.example.com", "Pod default/app"));
        assertThat(report.text()).contains("  Pod default/app was fine and now ");
        assertThat(report.tree().toJson()).contains("\"kind\":\"notFine\"");
    }

    @Test
    void whatWasNeverFineDoesNotBreak() {
        String nobody = CLAIM_WITH_POD.replace("storageClassName: fast", "storageClassName: nobodys");
        assertThat(Mooring.read(nobody).upgrade(V34, V37).breakages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.34, 1.37", "1.37, 1.34", "1.36, 1.36", "1.35.0, 1.35.9"})
    void whereNothingChangesThereIsOneSentence(String from, String to) {
        UpgradeReport report = Mooring.read(CLASS).upgrade(Release.parse(from), Release.parse(to));

        assertThat(report.isEmpty()).isTrue();
        assertThat(report.text()).isEqualTo("Nothing here changes between v" + from + " and v" + to + ".\n");
    }

    @Test
    void whatIsOnlyPrintedOtherwiseIsToldToo() {
        String older = CLASS.replace("{name: fast}", """
                {name: older, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}""");
        String newer = older.replace("older", "younger");
        UpgradeReport report = Mooring.read(older + newer).upgrade(V36, V37);

        assertThat(report.difference().isEmpty()).isTrue();
        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(Behaviour.ONLY_EFFECTIVE_DEFAULT_CLASS_SHOWS_IT);
            assertThat(row.objects()).hasSize(1);
        });
        assertThat(report.text()).startsWith("From v1.36 to v1.37 nothing here breaks; 1 difference matters here.\n");
    }

    @Test
    void gatesThatAreSwitchedInBothDoNotTurn() {
        Mooring mooring = Mooring.read(set("{rollingUpdate: {}}"));
        Upgrade upgrade = Upgrade.between(V36, V37);

        assertThat(mooring.upgrade(upgrade.with(FeatureGates.parse("MaxUnavailableStatefulSet=true")))
                        .isEmpty())
                .isTrue();
        assertThat(mooring.upgrade(upgrade.with(FeatureGates.parse("MaxUnavailableStatefulSet=false")))
                        .isEmpty())
                .isTrue();
        assertThat(mooring.upgrade(upgrade).isEmpty()).isFalse();
    }

    /** A gate that only the newer release knows is switched there. */
    @Test
    void aGateIsSwitchedInThoseOfTheReleasesThatKnowIt() {
        Mooring mooring = Mooring.read(CLAIM_WITH_POD);
        Upgrade upgrade = Upgrade.between(V34, V37);
        Upgrade off = upgrade.with(FeatureGates.parse("PersistentVolumeClaimUnusedSinceTime=false"));

        assertThat(upgrade.turning()).contains(Behaviour.CLAIM_TELLS_WHETHER_IT_IS_USED);
        assertThat(off.before()).isEqualTo(Semantics.of(V34));
        assertThat(off.turning()).doesNotContain(Behaviour.CLAIM_TELLS_WHETHER_IT_IS_USED);
        assertThat(mooring.upgrade(off).isEmpty()).isTrue();
    }

    @Test
    void aGateThatNeitherKnowsOrOneHasLockedIsRefused() {
        FeatureGates locked = FeatureGates.parse("VolumeAttributesClass=false");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Upgrade.between(V34, V36).with(FeatureGates.parse("EmptyDirVolumeMode=true")))
                .withMessageStartingWith(
                        "unrecognized feature gate: EmptyDirVolumeMode; it came with v1.37.0; v1.36 knows ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Upgrade.between(V36, V34).with(locked))
                .withMessageContaining("feature is locked to true; so it is in v1.36");
        assertThat(Upgrade.between(V34, Release.parse("1.35")).with(locked).after())
                .isEqualTo(Semantics.of(Release.parse("1.35")).withGate("VolumeAttributesClass", false));
    }

    /** Counts how often the objects are settled. */
    private record Counted(UpgradeSubject subject, AtomicInteger settlings) implements UpgradeSubject {
        @Override
        public UpgradeTrial in(Semantics semantics) {
            settlings.incrementAndGet();
            return subject.in(semantics);
        }

        @Override
        public Optional<JsonObject> written(Ref<?> object) {
            return subject.written(object);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.34, 1.34", "1.35.1, 1.35.2", "1.35, 1.36", "1.36, 1.37", "1.34, 1.37", "1.37, 1.34"})
    void itCostsTheTwoSettlingsAndForEachRowThatMattersOneForEachHalving(String from, String to) {
        Upgrade upgrade = Upgrade.between(Release.parse(from), Release.parse(to));
        Counted manifests = counted(Mooring.read(CLAIM_WITH_POD + "---\n" + DRIVER + set("{type: OnDelete}")));

        UpgradeReport report = upgrade.of(manifests);

        int rows = upgrade.turning().size();
        int halvings = rows < 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(rows - 1);
        assertThat(report.rows()).hasSizeLessThanOrEqualTo(4);
        assertThat(manifests.settlings().get())
                .isLessThanOrEqualTo(2 + report.rows().size() * halvings)
                .isLessThanOrEqualTo(Math.max(2, 1 + rows));
    }

    @Test
    void whereNothingChangesItCostsTwoSettlings() {
        Counted manifests = counted(Mooring.read(CLASS));

        assertThat(Upgrade.between(V34, V37).of(manifests).isEmpty()).isTrue();
        assertThat(manifests.settlings()).hasValue(2);
    }

    private static Counted counted(Mooring mooring) {
        Set<ObjectKind<?>> kinds =
                mooring.cluster().all().map(KubernetesObject::kind).collect(Collectors.toSet());
        return new Counted(UpgradeSubject.of(mooring.cluster(), kinds), new AtomicInteger());
    }

    /** Its objects stay as they are stored, are written again, and are looked at by the controllers that start. */
    @Test
    void aDumpIsTakenAsItStands() {
        String dump = Mooring.loader()
                .withRelease(V36)
                .read(set("{rollingUpdate: {maxUnavailable: 3}}") + "---\n" + CLAIM_WITH_POD)
                .settle()
                .write();
        Mooring opened = Mooring.opener().givenEverything().open(dump);

        UpgradeReport up = opened.upgrade(V36, V37);

        assertThat(up.rows())
                .extracting(TurnedRow::row)
                .containsExactly(Behaviour.STATEFUL_SET_MAX_UNAVAILABLE, Behaviour.CLAIM_TELLS_WHETHER_IT_IS_USED);
        assertThat(up.text())
                .contains("default/web   spec.updateStrategy.rollingUpdate.maxUnavailable: none -> 1")
                .contains("default/data   status.conditions[Unused]: none -> False: PodUsingPVC: A pod is currently");
        assertThat(opened.upgrade(V34, V36).isEmpty()).isTrue();
    }

    /** What the release before stored stays, though it would drop it from what is new. */
    @Test
    void aStoredFieldOutlivesADowngrade() {
        String dump = Mooring.read(set("{rollingUpdate: {maxUnavailable: 3}}"))
                .settle()
                .write();
        UpgradeReport down = Mooring.opener().givenEverything().open(dump).upgrade(V37, V36);

        assertThat(down.difference().isEmpty()).isTrue();
        assertThat(down.rows()).flatExtracting(TurnedRow::dropped).isEmpty();
    }

    @Test
    void whatWasDoneBesidesCreatingIsTakenAsItStands() {
        Mooring settled = Mooring.loader()
                .withRelease(V36)
                .read(set("{rollingUpdate: {maxUnavailable: 3}}"))
                .settle();
        Mooring scaled = settled.in(
                settled.cluster().delete(settled.find("po/web-0").get(0)).orThrow());

        assertThat(settled.upgrade(V36, V37).text()).contains("maxUnavailable: none -> 3");
        assertThat(scaled.upgrade(V36, V37).text()).contains("maxUnavailable: none -> 1");
    }

    @Test
    void ofAPartOfAClusterWhatIsNotKnownIsSaid() {
        String dump = Mooring.read(CLASS).write();
        assertThat(Mooring.opener().given("sc").open(dump).upgrade(V34, V37).text())
                .startsWith("Nothing here changes between v1.34 and v1.37. Not known: ");
    }

    static List<String> worlds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../examples/manifests"))) {
            List<String> written = files.sorted().map(UpgradeTest::text).toList();
            return Stream.concat(
                            written.stream(),
                            Stream.of(CLAIM_WITH_POD, DRIVER + CLAIM_WITH_POD, set("{type: OnDelete}")))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Which kinds a row may concern is written down; here every row is tried, whatever is there. */
    @ParameterizedTest
    @MethodSource("worlds")
    void noRowMattersThatIsNotTold(String manifests) {
        Semantics before = Semantics.of(V34);
        Mooring mooring = Mooring.read(manifests);
        Upgrade upgrade = Upgrade.between(V34, V37);
        List<Behaviour> told =
                mooring.upgrade(upgrade).rows().stream().map(TurnedRow::row).toList();
        for (Behaviour row : upgrade.turning()) {
            Mooring without =
                    Mooring.loader().withSemantics(before).read(manifests).settle();
            Mooring with = Mooring.loader()
                    .withSemantics(before.with(row, !before.has(row)))
                    .read(manifests)
                    .settle();
            boolean matters =
                    !WorldDifference.between(without.cluster(), with.cluster()).isEmpty()
                            || !texts(without).equals(texts(with));
            assertThat(!matters || told.contains(row)).as(row.name()).isTrue();
        }
    }

    private static List<String> texts(Mooring mooring) {
        return mooring.refusals().stream().map(Refusal::text).toList();
    }

    /** A row is told where switching it changes something, and is silent where it is as it was. */
    @ParameterizedTest
    @EnumSource
    void aRowIsWordedForBothItsTurns(Behaviour row) {
        String on = new TurnedRow(row, true, List.of(), List.of()).words();
        String off = new TurnedRow(row, false, List.of(), List.of()).words();

        assertThat(on).endsWith(".").isNotEqualTo(off);
        assertThat(off).endsWith(".");
        assertThat(Optional.of(new TurnedRow(row, true, List.of(), List.of()).gate()))
                .contains(row.gate().orElse(row.name()));
    }
}
