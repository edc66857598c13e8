package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Story;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds in every cluster, whatever is done to it; how much comes about is in {@code CoverageTest}. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
class ClusterLawsTest {
    @Property(tries = 200)
    void theLawsHold(@ForAll Story story) {
        story.check(Laws.all());
        Statistics.label("bound").collect(bound(story.end()).findAny().isPresent());
        Statistics.label("bound").coverage(coverage -> coverage.check(true).count(count -> count >= 80));
    }

    @Property(tries = 100)
    void theSameStepsGiveTheSameBytes(@ForAll Story story) {
        assertThat(Story.of(story.start(), story.steps()).end().toString())
                .isEqualTo(story.end().toString());
    }

    @Property(tries = 100)
    void settlingLateOrEarlyNeverBindsTwice(@ForAll Story story) {
        List<Step> unsettled = story.steps().stream()
                .filter(step -> !(step instanceof Step.Settle))
                .toList();
        Story late = Story.of(story.start(), unsettled);

        late.check(Laws.all());
        assertThat(bound(late.end())).allMatch(claim -> isHeldBy(late.end(), claim));
        Statistics.label("bound").collect(bound(late.end()).findAny().isPresent());
        Statistics.label("bound").coverage(coverage -> coverage.check(true).count(count -> count >= 20));
    }

    private static Stream<PersistentVolumeClaim> bound(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND).filter(PersistentVolumeClaim::isBound);
    }

    private static boolean isHeldBy(Cluster cluster, PersistentVolumeClaim claim) {
        return cluster.volume(claim.spec().volumeName())
                .flatMap(volume -> volume.spec().claimRef())
                .map(ObjectReference::uid)
                .equals(Optional.of(claim.metadata().uid()));
    }
}
