package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.meta.KubernetesObject;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.util.List;

/** Reading throws nothing, whatever the text; what was read is written so that it is read again. */
class ManifestsFuzz {
    @FuzzTest
    void yaml(FuzzedDataProvider data) {
        Reading reading = Manifests.read(data.consumeRemainingAsString());
        List<KubernetesObject> objects = checked(reading);
        assertThat(Manifests.read(Manifests.write(objects)).objects()).isEqualTo(objects);
        assertThat(Manifests.readJson(Manifests.writeJson(objects)).objects()).isEqualTo(objects);
    }

    /** Numbers stay as JSON has them, {@code 1e3}; YAML would make 1000 of it. */
    @FuzzTest
    void json(FuzzedDataProvider data) {
        Reading reading = Manifests.readJson(data.consumeRemainingAsString());
        List<KubernetesObject> objects = checked(reading);
        assertThat(Manifests.readJson(Manifests.writeJson(objects)).objects()).isEqualTo(objects);
    }

    private static List<KubernetesObject> checked(Reading reading) {
        assertThat(reading.isClean()).isEqualTo(reading.problemText().isEmpty());
        return reading.objects();
    }
}
