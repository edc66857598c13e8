package io.mooring.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VolumeSourceTest {

    @Test
    void tellsWhatItIsAskedForByItsKindOnly() {
        VolumeSource path = VolumeSource.hostPath("/data");
        assertThat(path.type()).isEqualTo(SourceType.HOST_PATH);
        assertThat(path.hostPath()).contains("/data");
        assertThat(path.localPath()).isEmpty();
        assertThat(VolumeSource.local("/disk").localPath()).contains("/disk");
        VolumeSource directory = VolumeSource.nfs("server", "/exports");
        assertThat(directory.nfsServer()).contains("server");
        assertThat(directory.nfsPath()).contains("/exports");
        assertThat(directory.csiDriver()).isEmpty();
        VolumeSource csi = VolumeSource.csi("csi.example.com", "vol-1");
        assertThat(csi.csiDriver()).contains("csi.example.com");
        assertThat(csi.csiHandle()).contains("vol-1");
    }

    @Test
    void answersWithTheEmptyTextWhereItsContentDoesNotSay() {
        assertThat(VolumeSource.of("csi", JsonObject.EMPTY).csiDriver()).contains("");
    }

    @Test
    void isOfAnUnknownKindWhereKubernetesHasNoSuchField() {
        assertThat(VolumeSource.of("ftp", JsonObject.EMPTY).type()).isEqualTo(SourceType.UNKNOWN);
        assertThat(VolumeSource.of("", JsonObject.EMPTY).type()).isEqualTo(SourceType.UNKNOWN);
    }

    @Test
    void kindsAreFoundByTheirFields() {
        assertThat(Arrays.stream(SourceType.values()))
                .allSatisfy(type -> assertThat(SourceType.ofField(type.field())).isEqualTo(type));
        assertThat(Arrays.stream(SourceType.values()).filter(SourceType::isKnownInPersistentVolumes))
                .hasSize(22);
    }
}
