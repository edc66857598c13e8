package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.plan.DataLoss;
import io.mooring.binding.plan.Difference;
import io.mooring.binding.plan.WhatIf;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.story.Passage;
import io.mooring.testkit.story.Story;
import io.mooring.workload.Pod;
import io.mooring.yaml.Manifests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds of what differs, and of what can be lost, in whatever cluster. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
class DifferenceLawsTest {
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aWhatIfOfNothingIsEmptyAndWhateverDiffersIsNamed(@ForAll Story story) {
        for (Passage passage : story.passages()) {
            Cluster before = passage.before();
            Cluster cluster = passage.after();
            assertThat(WorldDifference.between(cluster, cluster).isEmpty()).isTrue();
            WorldDifference difference = WorldDifference.between(before, cluster);
            Set<String> named = difference.differences().stream()
                    .flatMap(DifferenceLawsTest::names)
                    .collect(Collectors.toSet());
            assertThat(changed(before, cluster)).isSubsetOf(named);
            Statistics.label("difference").collect(difference.isEmpty() ? "none" : "some");
        }
        assertThat(WorldDifference.ofEdits(story.end(), List.of()).isEmpty()).isTrue();
        Statistics.label("difference").coverage(coverage -> {
            coverage.check("some").count(count -> count >= 100);
            coverage.check("none").count(count -> count >= 1);
        });
    }

    private static Stream<String> names(Difference difference) {
        return Stream.concat(
                Stream.of(difference.about().name()),
                Stream.of(difference.before(), difference.after()).flatMap(Optional::stream));
    }

    /** The objects that differ in more than numbers and times. */
    private static List<String> changed(Cluster before, Cluster after) {
        return after.changesSince(before).stream()
                .filter(change -> !plain(change.before()).equals(plain(change.after())))
                .map(Change::ref)
                .map(Ref::name)
                .toList();
    }

    private static Optional<String> plain(Optional<? extends KubernetesObject> object) {
        return object.map(found -> Manifests.readTreeJson(Manifests.writeJson(found))
                .toJson()
                .replaceAll(
                        "\"(uid|resourceVersion|generation|observedGeneration|\\w+Time|\\w+Timestamp)\":(\"[^\"]*\"|\\d+),?",
                        ""));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatTheStepsLoseInTheirOwnOrderCanBeLost(@ForAll Story story) {
        Cluster cluster = story.end();
        List<Edit> steps = Stream.<Stream<? extends KubernetesObject>>of(
                        cluster.list(Pod.KIND).limit(1),
                        cluster.list(PersistentVolumeClaim.KIND).limit(2))
                .flatMap(some -> some)
                .<Edit>map(object -> WhatIf.delete(object.ref()))
                .toList();
        Cluster end = cluster;
        for (Edit step : steps) {
            end = step.on(end).cluster().settle();
        }
        for (PersistentVolume volume : cluster.list(PersistentVolume.KIND).toList()) {
            boolean isLost = end.finding(volume.ref())
                    .filter(VolumeReclaimFinding.StorageDeleted.class::isInstance)
                    .isPresent();
            if (isLost && cluster.finding(volume.ref()).isEmpty()) {
                DataLoss found = DataLoss.of(cluster, volume.ref(), steps, 5000);
                assertThat(found.isPossible() || found.verdict() == DataLoss.Verdict.NOT_FOUND)
                        .as(found.text())
                        .isTrue();
                Statistics.label("lost").collect(found.isPossible());
            }
        }
        Statistics.label("lost").coverage(coverage -> coverage.check(true).count(count -> count >= 1));
    }
}
