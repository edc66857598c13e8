package io.mooring.binding.explain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.claim.Demand.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class CoreTest {
    private static final Demand CLASS = Demand.of(Kind.CLASS);
    private static final Demand SIZE = Demand.of(Kind.CAPACITY);
    private static final Demand FREE = Demand.of(Kind.FREE);
    private static final Demand SSD = new Demand(Kind.LABEL, "disk=ssd");
    private static final Demand WEST = new Demand(Kind.LABEL, "zone=west");
    private static final List<Demand> ALL = List.of(CLASS, SIZE, FREE, SSD, WEST);

    @Test
    void oneDemandThatEveryVolumeFailsIsEnough() {
        assertThat(Core.of(List.of(Set.of(CLASS, SIZE), Set.of(SIZE, FREE)))).containsExactly(SIZE);
    }

    @Test
    void demandsThatNoVolumeMeetsTogetherAreNamedTogether() {
        assertThat(Core.of(List.of(Set.of(SSD), Set.of(WEST), Set.of(WEST, FREE))))
                .containsExactly(SSD, WEST);
    }

    @Test
    void ofSeveralAsSmallTheFirstIsTaken() {
        assertThat(Core.of(List.of(Set.of(FREE, SIZE, CLASS)))).containsExactly(CLASS);
    }

    @Test
    void thereIsNoneWhereAVolumeFitsOrThereIsNone() {
        assertThat(Core.of(List.of(Set.of(), Set.of(CLASS)))).isEmpty();
        assertThat(Core.of(List.of())).isEmpty();
    }

    @Provide
    Arbitrary<List<Set<Demand>>> failures() {
        return Arbitraries.of(ALL).set().ofMinSize(1).list().ofMinSize(1).ofMaxSize(8);
    }

    @Property
    void itIsSufficientMinimalAndAsSmallAsCanBe(@ForAll("failures") List<Set<Demand>> failures) {
        List<Demand> core = Core.of(failures);
        Statistics.label("size").collect(core.size());

        assertThat(hitsAll(core, failures)).isTrue();
        for (Demand dropped : core) {
            List<Demand> rest = new ArrayList<>(core);
            rest.remove(dropped);
            assertThat(hitsAll(rest, failures)).as("without " + dropped).isFalse();
        }
        for (int bits = 0; bits < 1 << ALL.size(); bits++) {
            if (Integer.bitCount(bits) < core.size()) {
                assertThat(hitsAll(subset(bits), failures)).isFalse();
            }
        }
        Statistics.label("size").coverage(coverage -> {
            coverage.check(1).count(count -> count >= 20);
            coverage.check(2).count(count -> count >= 20);
            coverage.check(3).count(count -> count >= 5);
        });
    }

    @Property
    void theOrderOfVolumesDoesNotMatter(@ForAll("failures") List<Set<Demand>> failures) {
        List<Set<Demand>> reversed = new ArrayList<>(failures);
        Collections.reverse(reversed);
        assertThat(Core.of(reversed)).isEqualTo(Core.of(failures));
    }

    private static List<Demand> subset(int bits) {
        List<Demand> chosen = new ArrayList<>();
        for (int place = 0; place < ALL.size(); place++) {
            if ((bits >> place & 1) == 1) {
                chosen.add(ALL.get(place));
            }
        }
        return chosen;
    }

    private static boolean hitsAll(Collection<Demand> chosen, List<Set<Demand>> failures) {
        return failures.stream()
                .allMatch(failed -> new TreeSet<>(failed).stream().anyMatch(chosen::contains));
    }
}
