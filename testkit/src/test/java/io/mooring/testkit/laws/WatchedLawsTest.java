package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Course;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Who watches a settling sees all of it and makes no difference to it. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
@Domain(DomainContext.Global.class)
class WatchedLawsTest {
    private static int changes;
    private static int seenTwice;
    private static int failures;
    private static int otherWays;

    @Property(tries = 150)
    void changesReplayedGiveTheSettledCluster(@ForAll Story story) {
        Cluster cluster = story.start();
        for (Step step : story.steps()) {
            Cluster called = step.take(cluster).after();
            List<Change<?>> seen = new ArrayList<>();
            Cluster watched = called.settle(seen::add);

            assertThat(watched.text()).isEqualTo(called.settle().text());
            assertThat(replayed(called, seen)).isEqualTo(objects(watched));
            changes += seen.size();
            seenTwice += (int)
                    (seen.size() - seen.stream().map(Change::ref).distinct().count());
            cluster = watched;
        }
    }

    /** Writes fail now and then, and controllers go in any order: what is seen is still what became of it. */
    @Property(tries = 80)
    void changesReplayedGiveTheEndOfAnyCourse(@ForAll Story story, @ForAll long seed) {
        Random random = new Random(seed);
        Cluster cluster = story.start();
        for (Step step : story.steps()) {
            Cluster called = step.take(cluster).after();
            List<Change<?>> seen = new ArrayList<>();
            Cluster end = called.settle(stumbling(random), seen::add);

            assertThat(end.isSettled()).isTrue();
            assertThat(replayed(called, seen)).isEqualTo(objects(end));
            cluster = end;
        }
    }

    private static Course stumbling(Random random) {
        return now -> {
            if (now.nextWrite().isPresent() && random.nextInt(5) == 0) {
                failures++;
                return Optional.of(now.withoutNextWrite(Duration.ZERO));
            }
            List<Cluster> ways = now.successors();
            int way = ways.isEmpty() ? 0 : random.nextInt(ways.size());
            otherWays += way > 0 ? 1 : 0;
            return ways.isEmpty() ? Optional.empty() : Optional.of(ways.get(way));
        };
    }

    private static Map<Ref<?>, KubernetesObject> replayed(Cluster start, List<Change<?>> seen) {
        Map<Ref<?>, KubernetesObject> objects = new HashMap<>(objects(start));
        for (Change<?> change : seen) {
            KubernetesObject before = change.after().isPresent()
                    ? objects.put(change.ref(), change.object())
                    : objects.remove(change.ref());
            assertThat(Optional.ofNullable(before)).isEqualTo(change.before());
        }
        return objects;
    }

    private static Map<Ref<?>, KubernetesObject> objects(Cluster cluster) {
        Stream<? extends KubernetesObject> all = cluster.all();
        return all.collect(Collectors.toMap(KubernetesObject::ref, each -> each));
    }

    @AfterContainer
    static void hadSomethingToSay() {
        assertThat(changes).isGreaterThan(2_000);
        assertThat(seenTwice).isGreaterThan(500);
        assertThat(failures).isGreaterThan(200);
        assertThat(otherWays).isGreaterThan(5);
    }
}
