package io.mooring.admission;

import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;

/** Updates of a volume that look like changes of what may not change, and are allowed. */
final class AllowedUpdates {
    private AllowedUpdates() {}

    static Verdict updateToStableLabel() {
        return Admission.update(
                admitted(inZone("failure-domain.beta.kubernetes.io/zone")),
                inZone("topology.kubernetes.io/zone"),
                AdmissionWorld.EMPTY);
    }

    static Verdict updateWithExpandSecret() {
        VolumeSource csi = VolumeSource.csi("d", "h");
        JsonObject secret =
                JsonObject.builder().put("name", "s").put("namespace", "n").build();
        VolumeSource withSecret = csi.withContent(csi.content().with("controllerExpandSecretRef", secret));
        return Admission.update(admitted(from(csi)), from(withSecret), AdmissionWorld.EMPTY);
    }

    private static PersistentVolume admitted(PersistentVolume volume) {
        Verdict verdict = Admission.create(volume, AdmissionWorld.EMPTY);
        return (PersistentVolume) ((Verdict.Admitted) verdict).object();
    }

    private static PersistentVolume from(VolumeSource source) {
        PersistentVolume volume = AdmissionTest.volume();
        return volume.withSpec(volume.spec().withSources(source));
    }

    private static PersistentVolume inZone(String label) {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(NodeSelectorRequirement.builder()
                        .key(label)
                        .operator("In")
                        .addValues("a")
                        .build())
                .build();
        VolumeNodeAffinity affinity = VolumeNodeAffinity.builder()
                .required(NodeSelector.builder().addNodeSelectorTerms(term).build())
                .build();
        PersistentVolume volume = AdmissionTest.volume();
        return volume.withSpec(volume.spec().withNodeAffinity(affinity));
    }
}
