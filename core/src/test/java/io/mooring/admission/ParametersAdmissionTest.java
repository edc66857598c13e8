package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.StorageClass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many parameters a class has, and how long they are. */
class ParametersAdmissionTest {
    private static final int MOST_BYTES = 256 * 1024;

    @Test
    void aClassHasNoMoreThan512Parameters() {
        assertThat(refusal(many(512))).isEmpty();
        assertThat(refusal(many(513))).contains("parameters: Too long: may not be more than 512 bytes");
    }

    @Test
    void namesAndValuesTogetherHaveNoMoreThan256Kibibytes() {
        assertThat(refusal(Map.of("name", "v".repeat(MOST_BYTES - 4)))).isEmpty();
        assertThat(refusal(Map.of("name", "v".repeat(MOST_BYTES - 3))))
                .contains("parameters: Too long: may not be more than 262144 bytes");
        assertThat(refusal(Map.of("name", "é".repeat(MOST_BYTES / 2)))).isPresent();
    }

    private static Map<String, String> many(int count) {
        Map<String, String> parameters = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> parameters.put("p" + i, "v"));
        return parameters;
    }

    private static Optional<String> refusal(Map<String, String> parameters) {
        StorageClass storageClass = StorageClass.builder()
                .metadata(ObjectMeta.builder().name("c").build())
                .provisioner("example.com/p")
                .parameters(parameters)
                .build();
        return Admission.create(storageClass, AdmissionWorld.EMPTY)
                .refused()
                .map(refused -> refused.causes().get(0).toString());
    }
}
