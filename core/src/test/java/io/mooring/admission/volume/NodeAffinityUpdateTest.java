package io.mooring.admission.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only the key alone is told where it was taken out: upstream compares with the stable name that it does not have. */
class NodeAffinityUpdateTest {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String OLD_ZONE = "failure-domain.beta.kubernetes.io/zone";

    @Test
    void takingOutAKeyIsToldAtTheKeyAlone() {
        assertThat(fieldsRefused(HOST, ""))
                .containsExactly(
                        "spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key",
                        "spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key");
    }

    @Test
    void takingOutAKeyThatHasAStableNameIsAChangeToo() {
        assertThat(fieldsRefused(OLD_ZONE, "")).endsWith("nodeAffinity");
    }

    @Test
    void anotherKeyIsAChange() {
        assertThat(fieldsRefused(HOST, "example.com/host")).containsExactly("nodeAffinity");
    }

    @Test
    void theStableNameIsNone() {
        assertThat(fieldsRefused(OLD_ZONE, "topology.kubernetes.io/zone")).isEmpty();
    }

    private static List<String> fieldsRefused(String stored, String updated) {
        Verdict created = Admission.create(reachedFrom(stored), AdmissionWorld.EMPTY);
        Verdict verdict =
                Admission.update(((Verdict.Admitted) created).object(), reachedFrom(updated), AdmissionWorld.EMPTY);
        List<Cause> causes = verdict instanceof Verdict.Refused refused ? refused.causes() : List.of();
        return causes.stream().map(cause -> cause.field().toString()).toList();
    }

    private static PersistentVolume reachedFrom(String key) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key(key)
                        .operator("In")
                        .addValues("a")
                        .build())
                .build();
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name("p").build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse("1Gi"))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .addSources(VolumeSource.local("/data"))
                        .nodeAffinity(VolumeNodeAffinity.builder()
                                .required(NodeSelector.builder()
                                        .addNodeSelectorTerms(term)
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
