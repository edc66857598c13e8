package io.mooring.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.match.Match;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the benchmarks do what their names say, on small inputs; how long it takes is nothing for a test. */
class BenchmarksTest {
    private static final int FEW = 300;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "label", "notIn", "node"})
    void mostSearchesFindAVolumeWhichIsThatOfTheSortedMap(String wish) {
        FindVolume find = new FindVolume();
        FindVolume plain = new FindVolume();
        for (FindVolume each : List.of(find, plain)) {
            each.volumes = 10 * FEW;
            each.wish = wish;
            each.fill();
        }

        int found = 0;
        for (int search = 0; search < FEW; search++) {
            Match match = find.mooring();
            assertThat(match).isEqualTo(plain.sorted());
            found += match instanceof Match.Matched ? 1 : 0;
        }

        assertThat(found).isGreaterThan(FEW / 2);
    }

    @Test
    void everyClaimGetsAVolumeFromTheMatcherAndFromTheControllers() {
        BindAll bind = new BindAll();
        bind.claims = FEW;
        bind.fill();
        assertThat(bind.mooring()).isEqualTo(FEW);

        SettleMany settle = new SettleMany();
        settle.objects = FEW;
        settle.prepare();
        assertThat(settle.mooring().isSettled()).isTrue();
    }

    @Test
    void everyReplicaIsReady() {
        SettleReplicas settle = new SettleReplicas();
        settle.replicas = 120;
        settle.load();
        assertThat(settle.mooring().refusals()).isEmpty();
    }

    @Test
    void aChangeAddsAClaim() {
        ChangeOne change = new ChangeOne();
        change.objects = FEW;
        change.fill();
        long before = change.mooring().all().count();
        assertThat(change.mooring().all()).hasSizeGreaterThan((int) before);
    }

    @Test
    void allReadTheSameDocuments() throws IOException {
        ReadYaml yaml = new ReadYaml();
        assertThat(yaml.mooring().isClean()).isTrue();
        assertThat((List<?>) yaml.fabric8()).hasSize(ReadYaml.DOCUMENTS);
        assertThat(yaml.clientJava()).hasSize(ReadYaml.DOCUMENTS);
        assertThat(yaml.floor()).isPositive();

        ReadJson json = new ReadJson();
        assertThat(json.mooring().isClean()).isTrue();
        assertThat(json.fabric8()).isNotNull();
        assertThat(json.floor()).isPositive();
    }

    @Test
    void theSumsAreEqual() {
        assertThat(new QuantityAdd().mooring(new TwoAmounts())).hasToString("3Gi");
        assertThat(new QuantityAdd().clientJava(new TwoAmounts()).toString()).contains("3221225472");
        assertThat(new QuantityCompare().mooring(new TwoAmounts())).isZero();
        assertThat(new QuantityCompare().fabric8(new TwoAmounts())).isZero();
        assertThat(new QuantityCompare().clientJava(new TwoAmounts())).isZero();
    }

    @Test
    void theTableSaysWhatIsReachedAndLeavesOutWhatWasNotMeasured() {
        Figures figures = new Figures();
        figures.put("QuantityParse.mooring", new Figure(12, 11, 14, 40));
        figures.put("QuantityParse.floor", new Figure(11, 11, 11, 40));
        figures.put("loaded claim mooring", Figure.of(700));

        assertThat(Table.of(Goals.ROWS, figures)).isEqualTo("""
                | work                  | Mooring                      | bytes | fabric8 | client-java | floor  | sorted map | must reach                  | reached |
                |-----------------------|------------------------------|-------|---------|-------------|--------|------------|-----------------------------|---------|
                | read an amount        | 12.0 ns (11.0 ns to 14.0 ns) | 40 B  |         |             | 0.92 x |            | 1.5 x floor, 40 B allocated | yes     |
                | a claim that was read | 700 B                        |       |         |             |        |            | 600 B                       | no      |
                """);
    }
}
