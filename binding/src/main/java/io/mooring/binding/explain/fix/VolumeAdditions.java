package io.mooring.binding.explain.fix;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/** New volumes for a claim: as small as it may be, of a driver that nobody has. */
record VolumeAdditions(Cluster cluster, PersistentVolumeClaim claim) {

    /** One that the claim finds; kept for the claim where others wait for one too. None if no volume can have its labels. */
    List<Proposal> some() {
        VolumeDemand demand = VolumeDemand.of(claim);
        if (demand.contradiction().isPresent() || claim.spec().accessModes().isEmpty()) {
            return List.of();
        }
        Optional<Node> node = node();
        String name = freeName();
        JsonObject example = demand.example(name);
        JsonObject reached =
                node.map(it -> VolumeDemand.reachedFrom(it, example)).orElse(example);
        String purpose = "add a volume " + demand.text()
                + node.map(it -> ", on node " + it.metadata().name()).orElse("");
        return List.of(isContested(name, reached) ? reserved(demand, reached, purpose) : addition(reached, purpose));
    }

    private Proposal reserved(VolumeDemand demand, JsonObject example, String purpose) {
        return addition(
                demand.reserved(example),
                purpose + ", with a claimRef to " + claim.ref().qualifiedName() + " (others wait for one too)");
    }

    private boolean isContested(String name, JsonObject example) {
        return cluster.create(example)
                .cluster()
                .get(PersistentVolume.ref(name))
                .filter(volume ->
                        new VolumeEdits(cluster, claim).others(volume).findAny().isPresent())
                .isPresent();
    }

    /** The one that the claim names. */
    Proposal named(Ref<PersistentVolume> volume) {
        VolumeDemand demand = VolumeDemand.of(claim);
        return addition(demand.example(volume.name()), "add a volume named " + volume.name() + " " + demand.text());
    }

    /** The one that the claim had. */
    Proposal again(Ref<PersistentVolume> volume, String warning) {
        Proposal named = named(volume);
        return new Proposal(named.edits(), named.cost(), List.of(warning));
    }

    private static Proposal addition(JsonObject volume, String purpose) {
        return Proposal.of(new Edit.Create(volume, purpose), Fix.Cost.ADDITION);
    }

    /** Where a pod that waits for the claim lacks volumes and nothing else, if volumes of its class are made by hand on nodes. */
    private Optional<Node> node() {
        boolean isLocal = StorageClasses.of(cluster, claim)
                .filter(StorageClass::waitsForFirstConsumer)
                .filter(found -> found.provisioner().equals(StorageClass.NO_PROVISIONER))
                .isPresent();
        return VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> isLocal)
                .map(pod -> PodFindings.of(cluster, pod))
                .filter(PodFinding.FitsNowhere.class::isInstance)
                .flatMap(finding -> ((PodFinding.FitsNowhere) finding).rejected().stream())
                .filter(rejected ->
                        rejected.rejections().stream().allMatch(NodeRejection.NoVolumeToBind.class::isInstance))
                .flatMap(rejected -> rejected.nodes().stream())
                .flatMap(node -> cluster.get(node).stream())
                .filter(node -> node.metadata().labels().containsKey(VolumeDemand.HOSTNAME))
                .findFirst();
    }

    private String freeName() {
        int number = 1;
        while (cluster.volume("new-volume-" + number).isPresent()) {
            number++;
        }
        return "new-volume-" + number;
    }
}
