package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an object costs of which very much is wrong: what is not told is not put into words either. */
class RefusingManyTest {
    private static final int MANY = 300_000;
    private static final Cluster EMPTY = Cluster.empty(ControlPlane.DEFAULT.controllers());

    @Test
    void badFinalizersCostLittleMoreThanTheirNames() {
        JsonObject claim = claim("finalizers", MANY, i -> new JsonString("no name " + i));
        Answer[] answer = new Answer[1];
        long bytes = allocatedBy(() -> answer[0] = EMPTY.create(claim).answer());

        Answer.Refused refused = answer[0].refused().orElseThrow();
        assertThat(refused.causes()).hasSize(1001);
        assertThat(refused.message()).contains("599000 more");
        assertThat(bytes / MANY).isLessThan(2500);
    }

    /** Each is compared with all others at most once. */
    @Test
    void ownersAreEachLookedAtOnce() {
        JsonObject claim = claim(
                "ownerReferences",
                2 * MANY,
                i -> JsonObject.of("apiVersion", new JsonString("v1"))
                        .with("kind", new JsonString("Pod"))
                        .with("name", new JsonString("p" + i))
                        .with("uid", new JsonString("u" + i)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(EMPTY.create(claim).answer().isAccepted()).isTrue();
        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(4_000_000_000L);
    }

    private static JsonObject claim(String field, int count, IntFunction<JsonValue> each) {
        JsonObject requests = JsonObject.of("storage", new JsonString("1Gi"));
        return JsonObject.of("apiVersion", new JsonString("v1"))
                .with("kind", new JsonString("PersistentVolumeClaim"))
                .with(
                        "metadata",
                        JsonObject.of("name", new JsonString("a"))
                                .with(
                                        field,
                                        new JsonArray(IntStream.range(0, count)
                                                .mapToObj(each)
                                                .toList())))
                .with(
                        "spec",
                        JsonObject.of("accessModes", new JsonArray(List.of(new JsonString("ReadWriteOnce"))))
                                .with("resources", JsonObject.of("requests", requests)));
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
