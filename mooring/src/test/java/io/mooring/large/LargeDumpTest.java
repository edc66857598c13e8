package io.mooring.large;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Mooring;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LargeDumpTest {
    private static final int SIZE = 2000;

    @Test
    void aLargeDumpIsOpenedWholeAndStandsStill() {
        StringWriter out = new StringWriter();
        int objects = LargeDump.write(7, SIZE, out);
        AtomicInteger told = new AtomicInteger();

        Mooring opened =
                Mooring.opener().givenByCommand().withProgress(told::set).open(out.toString());

        assertThat(opened.refusals()).isEmpty();
        assertThat(opened.remarks()).isEmpty();
        assertThat(opened.cluster().size() + opened.cluster().events().size()).isEqualTo(objects);
        assertThat(told).hasValue(objects);
        assertThat(opened.waiting()).isEmpty();
        assertThat(opened.unknowns()).isEmpty();
        assertThat(opened.settle().cluster().changesSince(opened.cluster())).isEmpty();
        assertThat(Mooring.open(opened.write()).write()).isEqualTo(opened.write());
    }

    @Test
    void theSameSeedGivesTheSameText() {
        StringWriter one = new StringWriter();
        StringWriter other = new StringWriter();
        LargeDump.write(1, 100, one);
        LargeDump.write(1, 100, other);

        assertThat(one).hasToString(other.toString());
    }
}
