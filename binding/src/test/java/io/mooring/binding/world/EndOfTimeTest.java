package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.story.Given;
import io.mooring.meta.Ref;
import io.mooring.meta.Times;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a grace period or a wait is, times stay such as Kubernetes can write. */
class EndOfTimeTest {
    @Test
    void timeDoesNotPassBeyondTheLastYear() {
        Cluster cluster = Cluster.empty(Controllers.NONE);
        assertThatThrownBy(() -> cluster.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time ends with the year 9999")
                .hasMessageContaining("advance by at most");
        Cluster last = cluster.advance(Duration.between(cluster.now(), Times.END));
        assertThat(last.create(Given.storageClass("late")).orThrow().now()).isEqualTo(Times.END);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 40, 0, -1, Long.MIN_VALUE})
    void anyGracePeriodIsTaken(long seconds) {
        Cluster running = running(seconds);
        Deletion asked = Deletion.DEFAULT.withGracePeriod(seconds);

        for (Deletion deletion : List.of(Deletion.DEFAULT, asked)) {
            Cluster once = running.delete(pod(), deletion).orThrow();
            Cluster twice = once.get(pod()).isPresent()
                    ? once.delete(pod(), Deletion.DEFAULT.withGracePeriod(5)).orThrow()
                    : once;
            twice.get(pod()).ifPresent(found -> {
                assertThat(found.metadata().deletionTimestamp().orElseThrow())
                        .isBetween(found.metadata().creationTimestamp().orElseThrow(), Times.END);
                assertThat(Cluster.open(running.controllers(), once.dump()).get(pod()))
                        .isPresent();
            });
            assertThat(once.settle().get(pod())).isEmpty();
        }
    }

    private static Ref<Pod> pod() {
        return Given.podKey("p");
    }

    private static Cluster running(long seconds) {
        Pod pod = Given.on("n1", Given.pod("p"));
        return Given.cluster()
                .create(Given.node("n1", "8"))
                .orThrow()
                .create(pod.withSpec(pod.spec()
                        .withRest(pod.spec().rest().with("terminationGracePeriodSeconds", JsonNumber.of(seconds)))))
                .orThrow();
    }
}
