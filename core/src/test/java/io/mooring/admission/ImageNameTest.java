package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.source.ImageName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "nginx, latest",
        "nginx:latest, latest",
        "nginx:1.25, 1.25",
        "library/nginx, latest",
        "registry.example.com:5000/team/app, latest",
        "registry.example.com:5000/team/app:v1, v1",
        "localhost/app:v1, v1",
        "[::1]:5000/app:v1, v1"
    })
    void readsTheTag(String image, String tag) {
        assertThat(ImageName.tag(image)).contains(tag);
    }

    @Test
    void aDigestStandsForItself() {
        assertThat(ImageName.tag("nginx@" + DIGEST)).isEmpty();
        assertThat(ImageName.tag("nginx:1.25@" + DIGEST)).contains("1.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Nginx", "a//b", "a/../b", "-a", "a:", "a:b c", "../up", "a@sha256:1"})
    void whatCannotBeReadHasNoTag(String image) {
        assertThat(ImageName.tag(image)).isEmpty();
    }

    @Test
    void anIdentifierIsNoName() {
        assertThat(ImageName.tag("a".repeat(64))).isEmpty();
    }

    @Test
    void aNameHasALimit() {
        assertThat(ImageName.tag("a".repeat(300))).isEqualTo(Optional.empty());
        assertThat(ImageName.tag("a".repeat(230))).contains("latest");
    }
}
