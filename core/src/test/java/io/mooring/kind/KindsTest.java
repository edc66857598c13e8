package io.mooring.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {
    @ParameterizedTest
    @CsvSource({
        "v1, Namespace",
        "storage.k8s.io/v1, VolumeAttachment",
        "snapshot.storage.k8s.io/v1, VolumeSnapshotClass",
        "snapshot.storage.k8s.io/v1, VolumeSnapshotContent",
        "resource.k8s.io/v1, DeviceClass",
        "flowcontrol.apiserver.k8s.io/v1, FlowSchema",
        "networking.k8s.io/v1, ServiceCIDR"
    })
    void knowsWhichKindsHaveNoNamespaceThoughItDoesNotInterpretThem(String apiVersion, String kind) {
        assertThat(Kinds.of(apiVersion, kind).isNamespaced()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Service",
        "apps/v1, Deployment",
        "snapshot.storage.k8s.io/v1, VolumeSnapshot",
        "example.com/v1, Thing"
    })
    void takesOthersForNamespaced(String apiVersion, String kind) {
        assertThat(Kinds.of(apiVersion, kind).isNamespaced()).isTrue();
    }
}
