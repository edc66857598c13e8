package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.labelled;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.storage.PersistentVolume;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which volumes a scan holds against the rules; what it finds is a law. */
class FreeVolumeScanTest {
    private final List<Object> visited = new ArrayList<>();

    /** No volume is taken. The scheduler asks once for each volume that it holds against the rules. */
    private final AbstractSet<String> taken = new AbstractSet<>() {
        @Override
        public boolean contains(Object name) {
            visited.add(name);
            return false;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    };

    /** Of ten other values, so that no index has all volumes that meet the NotIn. */
    @Test
    void skipsTheRestOfARunThatFailsOneRequirementAfterFourFailures() {
        Stream<PersistentVolume> iron = IntStream.range(0, 20)
                .mapToObj(i -> labelled(volume("iron-" + (char) ('a' + i)), Map.of("tier", "iron")));
        Stream<PersistentVolume> others = IntStream.range(0, 10)
                .mapToObj(i -> labelled(
                        volume("other-" + i, spec -> spec.withCapacity(capacity("2Gi"))), Map.of("tier", "" + i)));
        LabelSelector notIron = LabelSelector.builder()
                .addMatchExpressions(LabelSelectorRequirement.builder()
                        .key("tier")
                        .operator("NotIn")
                        .addValues("iron")
                        .build())
                .build();
        VolumePool pool = VolumePool.of(Stream.concat(iron, others).toList());
        Search search = Search.byScheduler(claim(spec -> spec.withSelector(notIron)), Map.of(), taken);

        assertThat(VolumeMatcher.match(search, pool).found())
                .contains(pool.get("other-0").orElseThrow());
        assertThat(visited).containsExactly("iron-a", "iron-b", "iron-c", "iron-d", "other-0");
    }
}
