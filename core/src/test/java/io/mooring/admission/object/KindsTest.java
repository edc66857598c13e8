package io.mooring.admission.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.KnownKind;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {
    @ParameterizedTest
    @CsvSource({
        "v1, Namespace",
        "storage.k8s.io/v1, CSINode",
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
        "example.com/v1, Thing",
        "example.com/v1, Namespace",
        "v1, CSIDriver"
    })
    void takesOthersForNamespaced(String apiVersion, String kind) {
        assertThat(Kinds.of(apiVersion, kind).isNamespaced()).isTrue();
    }

    @Test
    void knowsWhatItInterpretsByGroupAndVersion() {
        assertThat(Kinds.find("v1", "LimitRange")).contains(LimitRange.KIND);
        assertThat(Kinds.find("v1", "ResourceQuota")).contains(ResourceQuota.KIND);
        assertThat(Kinds.find("longhorn.io/v1beta2", "Node")).isEmpty();
        assertThat(Kinds.KNOWN).hasSize(KnownKind.values().length).doesNotHaveDuplicates();
    }
}
