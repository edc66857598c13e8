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
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredVolumeTest {

    @Test
    void anAffinityForWhatNoLabelIsMayStay() {
        PersistentVolume stored = on("no label");
        PersistentVolume labelled = stored.withMetadata(stored.metadata().withLabels(Map.of("a", "b")));
        assertThat(causes(Admission.update(stored, labelled, AdmissionWorld.EMPTY)))
                .isEmpty();
        assertThat(causes(Admission.update(on("node-1"), stored, AdmissionWorld.EMPTY)))
                .anyMatch(cause -> cause.startsWith("spec.nodeAffinity.required.nodeSelectorTerms[0]."
                        + "matchExpressions[0].values[0]: Invalid value: \"no label\""));
    }

    @Test
    void aCapacityIsMoreThanNothing() {
        assertThat(created("1", Semantics.DEFAULT)).isEmpty();
        assertThat(created("0", Semantics.DEFAULT))
                .containsExactly("spec.capacity[storage]: Invalid value: \"0\": must be greater than zero");
        assertThat(created("-1", Semantics.DEFAULT))
                .containsExactly(
                        "spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity",
                        "spec.capacity[storage]: Invalid value: \"-1\": must be greater than zero");
        assertThat(created("9223372036854775808", Semantics.DEFAULT))
                .containsExactly("spec.capacity[storage]: Invalid value: -9223372036854775808: must be a valid resource"
                        + " quantity");
    }

    /** From v1.38 on. */
    @Test
    void aCapacityIsMoreThanNothingHoweverLarge() {
        Semantics exact = Semantics.DEFAULT.with(Behaviour.CAPACITY_SIGN_IS_EXACT, true);
        assertThat(created("9223372036854775808", exact)).isEmpty();
        assertThat(created("0", exact))
                .containsExactly("spec.capacity[storage]: Invalid value: \"0\": must be greater than zero");
        assertThat(created("-1", exact))
                .containsExactly(
                        "spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity",
                        "spec.capacity[storage]: Invalid value: \"-1\": must be greater than zero");
    }

    private static List<String> created(String capacity, Semantics semantics) {
        return causes(Admission.create(volume(capacity), AdmissionWorld.of(List.of(), semantics)));
    }

    private static List<String> causes(Verdict verdict) {
        return verdict.refused().map(Verdict.Refused::causes).orElse(List.of()).stream()
                .map(Cause::toString)
                .toList();
    }

    /** As it is stored; nobody asks whether it may be. */
    private static PersistentVolume on(String node) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key("kubernetes.io/hostname")
                        .operator("In")
                        .addValues(node)
                        .build())
                .build();
        Verdict.Admitted plain = (Verdict.Admitted) Admission.create(volume("1Gi"), AdmissionWorld.EMPTY);
        PersistentVolume volume = (PersistentVolume) plain.object();
        return volume.withSpec(volume.spec()
                .withNodeAffinity(VolumeNodeAffinity.builder()
                        .required(NodeSelector.builder()
                                .addNodeSelectorTerms(term)
                                .build())
                        .build()));
    }

    private static PersistentVolume volume(String capacity) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name("data").build())
                .spec(PersistentVolumeSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .putCapacity("storage", Quantity.parse(capacity))
                        .addSources(VolumeSource.nfs("server", "/data"))
                        .build())
                .build();
    }
}
