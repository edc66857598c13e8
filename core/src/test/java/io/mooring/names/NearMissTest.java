package io.mooring.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static final List<String> KNOWN = List.of("accessModes", "capacity", "storageClassName", "fsType");

    @Test
    void findsANameThatIsOffInCaseOrByAFewLetters() {
        assertThat(NearMiss.of("storageclassname", KNOWN)).contains("storageClassName");
        assertThat(NearMiss.of("accessMode", KNOWN)).contains("accessModes");
        assertThat(NearMiss.of("capactiy", KNOWN)).contains("capacity");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(NearMiss.of("imagefeatures", KNOWN)).isEmpty();
        assertThat(NearMiss.of("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
