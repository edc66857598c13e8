package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "1.35.3, v1.35.3",
        "v1.35.3, v1.35.3",
        "v1.35.0, v1.35.0",
        "1.35, v1.35",
        "v1.34.6+k3s1, v1.34.6",
        "v1.35.8-gke.1200, v1.35.8",
        "v1.36.1-eks-3cfe0ce, v1.36.1"
    })
    void readsWhatPeopleAndVendorsWrite(String text, String release) {
        assertThat(Release.parse(text)).hasToString(release);
        assertThat(Release.find(text)).contains(Release.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "35",
                "1.35.",
                "2.35",
                "1.35.3.1",
                "1.035",
                "v1.37.0-beta.0",
                "v1.37.0-rc.1",
                " 1.35",
                "latest"
            })
    void refusesWhatIsNoRelease(String text) {
        assertThat(Release.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.parse(text))
                .withMessage(
                        "\"" + text + "\" is no release of Kubernetes such as v1.35.3; known are v1.34 to v1.37, with"
                                + " or without a patch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.33", "v1.33.5", "v1.38.0", "v1.0"})
    void refusesAReleaseOutOfRangeWithThoseThatAreKnown(String text) {
        assertThat(Release.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.parse(text))
                .withMessage("Kubernetes " + text + " is not known; known are v1.34 to v1.37, with or without a patch");
    }

    @Test
    void isOrderedByTime() {
        assertThat(Release.parse("1.34.9"))
                .isLessThan(Release.parse("1.35.0"))
                .isLessThan(Release.parse("1.34.10"))
                .isLessThan(Release.parse("1.34"));
        assertThat(Release.parse("1.35").isAtLeast(Release.parse("1.35.99"))).isTrue();
        assertThat(Release.DEFAULT.isAtLeast(Release.DEFAULT)).isTrue();
    }

    @Property
    void readsWhatItWrites(@ForAll @IntRange(min = 34, max = 37) int minor, @ForAll @IntRange(max = 9999) int patch) {
        Release release = new Release(minor, patch);

        assertThat(Release.parse(release.toString())).isEqualTo(release);
        assertThat(release).isLessThan(new Release(minor, Release.NEWEST_PATCH));
    }
}
