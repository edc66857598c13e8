package io.mooring.examples;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Cause;
import io.mooring.admission.Verdict;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.node.NodeStatus;
import io.mooring.quantity.Quantity;
import io.mooring.storage.StorageClass;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Place;
import io.mooring.yaml.Position;
import io.mooring.yaml.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster from files, and what was refused on the way. What the files leave out is added: provisioners for their
 * classes, and a node.
 *
 * @param complaints every problem of reading and every refusal, each a few lines for a person
 */
public record Loading(Cluster cluster, List<String> complaints) {

    /** Reads files and folders in the order given and creates what can be created; nothing is settled yet. */
    public static Loading of(List<Path> paths) {
        List<String> complaints = new ArrayList<>();
        List<Manifest> manifests = new ArrayList<>();
        for (Path path : paths) {
            Reading reading = Manifests.read(path);
            manifests.addAll(reading.manifests());
            reading.problems().forEach(problem -> complaints.add(problem.text()));
            complaints.addAll(furtherComplaints(path, reading));
        }
        Cluster cluster = Cluster.empty(
                ControlPlane.DEFAULT.withProvisioners(provisioners(manifests)).controllers());
        for (Manifest manifest : manifests) {
            Outcome outcome = cluster.create(manifest.tree());
            if (outcome.answer() instanceof Answer.Refused refused) {
                complaints.add(complaint(manifest, refused.message(), refused.causes()));
            }
            cluster = outcome.cluster();
        }
        return new Loading(withSomeNode(cluster), complaints);
    }

    /** What the API server would say next of the objects that could not be read, so that one look shows everything. */
    private static List<String> furtherComplaints(Path path, Reading strict) {
        List<Place> read = strict.manifests().stream().map(Manifest::place).toList();
        return Manifests.reader().lenient().read(path).manifests().stream()
                .filter(manifest -> !read.contains(manifest.place()))
                .flatMap(manifest ->
                        complaint(manifest, Admission.create(manifest.object(), AdmissionWorld.EMPTY)).stream())
                .toList();
    }

    private static Optional<String> complaint(Manifest manifest, Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? Optional.of(complaint(manifest, refused.message(), refused.causes()))
                : Optional.empty();
    }

    /** Every class's own provisioner is taken to run and to succeed; those that came with Kubernetes are gone. */
    private static Provisioner[] provisioners(List<Manifest> manifests) {
        return manifests.stream()
                .map(Manifest::object)
                .filter(StorageClass.class::isInstance)
                .map(object -> ((StorageClass) object).provisioner())
                .filter(name -> !name.startsWith("kubernetes.io/"))
                .distinct()
                .map(Provisioner::instant)
                .toArray(Provisioner[]::new);
    }

    /** Pods need a node to run on. Where the files have none, one with room for everything stands in. */
    private static Cluster withSomeNode(Cluster cluster) {
        if (cluster.list(Node.KIND).findAny().isPresent()) {
            return cluster;
        }
        Map<String, Quantity> room =
                Map.of("cpu", Quantity.parse("1k"), "memory", Quantity.parse("1Pi"), "pods", Quantity.parse("100k"));
        Node node = Node.builder()
                .metadata(ObjectMeta.builder()
                        .name("node-1")
                        .putLabels("kubernetes.io/hostname", "node-1")
                        .build())
                .status(NodeStatus.builder().capacity(room).allocatable(room).build())
                .build();
        return cluster.create(node).orThrow();
    }

    /** The whole message, then every cause with its line and column. */
    private static String complaint(Manifest manifest, String message, List<Cause> causes) {
        StringBuilder text = new StringBuilder(manifest.place() + ": refused: " + message);
        for (Cause cause : causes) {
            Optional<Position> position =
                    manifest.placeOf(cause.field().toString()).position();
            text.append("\n  ").append(position.map(it -> it + ": ").orElse("")).append(cause);
            cause.advice().ifPresent(advice -> text.append("\n    ").append(advice));
        }
        return text.toString();
    }
}
