package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Dump;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A world that was dumped and opened again is quiet, and goes on like the one that was not. Only of a pod that the scheduler
 * rejected more may be new: why, it keeps in memory, and a scheduler that starts looks anew, at pods too that nothing would
 * have brought back. So the one that was not dumped has its controllers started again where the other is opened.
 */
class OpenedLawsTest {
    private static final Pattern UID = Pattern.compile("00000000-0000-4000-8000-[0-9a-f]{12}");
    private static final Pattern MADE_UP =
            Pattern.compile("\\b((?:app-[0-9a-z]+|agent|load(?:-[0-9])?)-)[0-9a-z]{5}\\b");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"(\\\\.|[^\"\\\\])*\"");
    private static final int LEAST_BOUND = 50;
    private static final int LEAST_REJECTED = 20;

    private static int bound;
    private static int rejected;

    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.integers().between(0, 39);
    }

    @Property(tries = 150)
    void anOpenedWorldGoesOnAsIfItHadNotBeenDumped(
            @ForAll("stories") List<Action> story, @ForAll("steps") int dumpedAfter) {
        Cluster cluster = Given.cluster();
        Cluster opened = cluster;
        for (int i = 0; i < story.size(); i++) {
            cluster = story.get(i).on(cluster).cluster().settle();
            opened = story.get(i).on(opened).cluster().settle();
            if (i == dumpedAfter % story.size()) {
                opened = reopened(opened);
                assertThat(objects(opened)).isEqualTo(objects(cluster));
                opened = opened.settle();
                if (!isAnyPodRejected(cluster)) {
                    assertThat(objects(opened)).isEqualTo(objects(cluster));
                }
                cluster = restarted(cluster).settle();
            }
            assertThat(objects(opened)).isEqualTo(objects(cluster));
            assertThat(events(opened)).isEqualTo(events(cluster));
        }
        count(cluster);
    }

    @Property(tries = 100)
    void whatWasOpenedIsWrittenAgainFieldByField(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster();
        }
        Cluster opened = reopened(cluster.settle());

        assertThat(trees(reopened(opened))).isEqualTo(trees(opened));
        assertThat(opened.all().toList()).isEqualTo(cluster.settle().all().toList());
    }

    private static boolean isAnyPodRejected(Cluster cluster) {
        return cluster.fingerprint().contains("Unschedulable");
    }

    /** Every controller looks at every object, as one that starts does. */
    private static Cluster restarted(Cluster cluster) {
        return cluster.with(Controllers.NONE).with(cluster.controllers());
    }

    /** From trees alone. */
    private static Cluster reopened(Cluster cluster) {
        Dump dump = cluster.dump();
        return Cluster.open(
                cluster.controllers(), Dump.of(trees(cluster)).ofEverything().atVersion(dump.version()));
    }

    private static List<JsonObject> trees(Cluster cluster) {
        return cluster.dump().objects().stream().map(Dump.Stored::tree).toList();
    }

    private static List<String> objects(Cluster cluster) {
        return cluster.fingerprint()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> MESSAGE.matcher(line).replaceAll("message"))
                .map(OpenedLawsTest::withoutWhatIsNumbered)
                .sorted()
                .toList();
    }

    /** What upstream makes at random goes on behind what the dump has of it, and may be another number. */
    private static String withoutWhatIsNumbered(String text) {
        return MADE_UP.matcher(UID.matcher(text).replaceAll("uid")).replaceAll("$1made-up");
    }

    private static Set<String> events(Cluster cluster) {
        return cluster.events().stream()
                .filter(event -> !event.reason().equals("FailedScheduling"))
                .map(event -> withoutWhatIsNumbered(event.toString()))
                .collect(Collectors.toSet());
    }

    private static void count(Cluster cluster) {
        String text = cluster.fingerprint();
        bound += text.contains("\"phase\":\"Bound\"") ? 1 : 0;
        rejected += text.contains("Unschedulable") ? 1 : 0;
    }

    @AfterContainer
    static void hadSomethingToSay() {
        assertThat(bound).isGreaterThan(LEAST_BOUND);
        assertThat(rejected).isGreaterThan(LEAST_REJECTED);
    }
}
