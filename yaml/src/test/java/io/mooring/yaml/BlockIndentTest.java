package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockIndentTest {
    private static final String BEFORE = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\ntext: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|\n  \tq\n",
                ">+ # note\n  \tq\n  r\n",
                "|-\n\n    \n  \tq\n",
                "&a !b\n  |\r\n  \tq\r\n",
                "|\u0085  \tq\n",
            })
    void refusesATabWhereTheIndentationIsLookedFor(String scalar) {
        assertThat(Manifests.read(BEFORE + scalar).problems())
                .singleElement()
                .asString()
                .contains("a tab is no indentation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|2\n  \tq\n", "|\n  q\n  \tr\n", "|-\n  q\tr\n", "|", "|\n", "'|\n  \tq'\n"})
    void takesATabWhereTheIndentationIsKnown(String scalar) {
        assertThat(Manifests.read(BEFORE + scalar).problems()).isEmpty();
    }
}
