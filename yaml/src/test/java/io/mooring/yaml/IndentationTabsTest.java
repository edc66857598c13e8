package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndentationTabsTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a |\n  \tq\n",
                "\n- a\n \tb\n- c\n",
                "\n  k: a\n   \tb\n",
                "&x\n  k: a\n   \tb\n",
                "a\n \t\n b\n"
            })
    void takesATabWhereAPlainTextGoesOnFarEnoughToTheRight(String scalar) {
        assertThat(Manifests.read(BEFORE + scalar).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\tq\n", "\n - a\n \tb\n", "\n  k: a\n  \tb\n", "!!str\n  \ta\n"})
    void refusesATabLeftOfThat(String scalar) {
        assertThat(Manifests.read(BEFORE + scalar).problems())
                .singleElement()
                .asString()
                .contains("a tab is no indentation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|#c\n  a\n", ">-# \u00e9 c\r\n  a\n", "|2#\n  a\n"})
    void takesACommentRightBehindTheHeaderOfABlock(String scalar) {
        assertThat(Manifests.read(BEFORE + scalar).problems()).isEmpty();
    }
}
