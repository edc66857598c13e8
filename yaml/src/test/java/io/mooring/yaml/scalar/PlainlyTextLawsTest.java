package io.mooring.yaml.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is told to be text at once is what the whole table of scalars makes text of. */
class PlainlyTextLawsTest {
    private static final List<String> PARTS = List.of(
            "0", "1", "7", "9", "x", "o", "b", "e", "E", "f", "Gi", "m", "+", "-", ".", "_", ":", "y", "on", "No",
            "true", "null", "~", ".inf", ".nan", "<<", "a", "é");

    @Property(tries = 3000)
    void whatIsPlainlyTextIsText(@ForAll("scalars") String text) {
        boolean isPlainlyText = ScalarResolver.isPlainlyText(text);
        if (isPlainlyText) {
            assertThat(ScalarResolver.plain(text)).isEqualTo(new ResolvedScalar.Text(text));
        }
        boolean isNumberOrWord = !(ScalarResolver.plain(text) instanceof ResolvedScalar.Text);
        Statistics.label("plainly text")
                .collect(isPlainlyText)
                .coverage(it -> it.check(true).percentage(p -> p > 20));
        Statistics.label("number or word")
                .collect(isNumberOrWord)
                .coverage(it -> it.check(true).percentage(p -> p > 10));
    }

    @Provide
    Arbitrary<String> scalars() {
        return Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
    }
}
