package io.mooring.binding.control.attach;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.on;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.reservedFor;
import static io.mooring.binding.story.Given.volume;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Settled;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A volume {@code v} of the claim {@code c}, the managed nodes {@code node-1} and {@code node-2}, and what is done to them. */
record AttachedClusters(Settled settled) {
    static final String DRIVER = "csi.example.com";
    static final Ref<PersistentVolume> VOLUME = Given.volumeKey("v");

    /** With an attacher that does everything at once. */
    static AttachedClusters start() {
        return start(Attacher.instant(DRIVER));
    }

    static AttachedClusters start(Attacher attacher) {
        return start(attacher, volume("v", "1Gi", "manual"));
    }

    static AttachedClusters start(Attacher attacher, PersistentVolume volume) {
        return new AttachedClusters(Settled.in(
                ControlPlane.DEFAULT.withAttachers(attacher),
                managed(node("node-1", "8")),
                managed(node("node-2", "8")),
                reservedFor("c", volume),
                claim("c", "1Gi", "manual")));
    }

    /** A volume that several nodes may have. */
    static PersistentVolume shared(PersistentVolume volume) {
        return volume.withSpec(volume.spec().withAccessModes(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY));
    }

    AttachedClusters withPod(String name, String node) {
        return new AttachedClusters(settled.and(on(node, pod(name, "c"))));
    }

    AttachedClusters without(Ref<?> object) {
        return new AttachedClusters(settled.delete(object));
    }

    AttachedClusters withoutPod(String name) {
        return without(Given.podKey(name));
    }

    /** As somebody does whose node does not answer. */
    AttachedClusters withoutPodByForce(String name) {
        return new AttachedClusters(new Settled(settled.cluster()
                .delete(Given.podKey(name), Deletion.DEFAULT.withGracePeriod(0))
                .orThrow()
                .settle()));
    }

    AttachedClusters after(Duration time) {
        return new AttachedClusters(new Settled(settled.cluster().advance(time).settle()));
    }

    /** What the node lifecycle controller or the kubelet says in the condition Ready. */
    AttachedClusters withReady(String node, String status) {
        Node found = nodeOf(settled, node);
        Node changed = found.withStatus(found.status()
                .withConditions(
                        NodeCondition.builder().type("Ready").status(status).build()));
        return new AttachedClusters(
                new Settled(settled.cluster().updateStatus(changed).orThrow().settle()));
    }

    AttachedClusters changed(String node, UnaryOperator<Node> change) {
        return new AttachedClusters(new Settled(settled.cluster()
                .update(change.apply(nodeOf(settled, node)))
                .orThrow()
                .settle()));
    }

    static Node outOfService(Node node) {
        JsonObject taint = JsonObject.of("key", new JsonString("node.kubernetes.io/out-of-service"))
                .with("effect", new JsonString("NoExecute"));
        return node.withSpec(node.spec().withRest(JsonObject.of("taints", JsonArray.of(taint))));
    }

    private static Node nodeOf(Settled settled, String name) {
        return settled.cluster().node(name).orElseThrow();
    }

    boolean isReady(String pod) {
        return settled.cluster().pod(Given.NAMESPACE, pod).filter(Pod::isReady).isPresent();
    }

    List<String> told(String pod) {
        return settled.told(Given.podKey(pod));
    }

    /** The nodes that have the volume. */
    List<String> holders() {
        return settled.cluster()
                .list(VolumeAttachment.KIND)
                .filter(VolumeAttachment::isAttached)
                .map(attachment -> attachment.spec().nodeName())
                .sorted()
                .toList();
    }

    /** The nodes whose status lists the volume as attached. */
    List<String> listing() {
        return settled.cluster()
                .list(Node.KIND)
                .filter(node -> node.status().volumesAttached().stream()
                        .anyMatch(attached -> attached.name().equals("kubernetes.io/csi/csi.example.com^v")))
                .map(node -> node.metadata().name())
                .toList();
    }
}
