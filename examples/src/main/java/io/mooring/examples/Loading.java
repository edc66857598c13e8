package io.mooring.examples;

import io.mooring.admission.Cause;
import io.mooring.binding.cluster.Answer;
import io.mooring.binding.cluster.Cluster;
import io.mooring.binding.cluster.Outcome;
import io.mooring.binding.control.ControlPlane;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.node.NodeStatus;
import io.mooring.quantity.Quantity;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A cluster from files, and what was refused on the way.
 *
 * @param complaints every problem of reading and every refusal, each a few lines for a person
 */
record Loading(Cluster cluster, List<String> complaints) {

    /** Reads files and folders in the order given and creates what can be created; nothing is settled yet. */
    static Loading of(List<Path> paths) {
        List<String> complaints = new ArrayList<>();
        List<Manifest> manifests = new ArrayList<>();
        for (Path path : paths) {
            Reading reading = Manifests.read(path);
            reading.problems().forEach(problem -> complaints.add(problem.text()));
            manifests.addAll(reading.manifests());
        }
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (Manifest manifest : manifests) {
            Outcome outcome = cluster.create(manifest.tree());
            if (outcome.answer() instanceof Answer.Refused refused) {
                complaints.add(complaint(manifest, refused));
            }
            cluster = outcome.cluster();
        }
        return new Loading(withSomeNode(cluster), complaints);
    }

    /** Pods need a node to run on. Where the files have none, one with room for everything stands in. */
    private static Cluster withSomeNode(Cluster cluster) {
        if (cluster.list(Node.KIND).findAny().isPresent()) {
            return cluster;
        }
        Map<String, Quantity> room = Map.of(
                "cpu", Quantity.parse("1k"), "memory", Quantity.parse("1Pi"), "pods", Quantity.parse("100k"));
        Node node = Node.builder()
                .metadata(ObjectMeta.builder()
                        .name("node-1")
                        .putLabels("kubernetes.io/hostname", "node-1")
                        .build())
                .status(NodeStatus.builder().capacity(room).allocatable(room).build())
                .build();
        return cluster.create(node).orThrow();
    }

    private static String complaint(Manifest manifest, Answer.Refused refused) {
        StringBuilder text = new StringBuilder(manifest.place() + ": refused: " + refused.message());
        for (Cause cause : refused.causes()) {
            text.append("\n  ").append(manifest.placeOf(cause.field().toString())).append(": ").append(cause.field());
            cause.advice().ifPresent(advice -> text.append("\n    ").append(advice));
        }
        return text.toString();
    }
}
