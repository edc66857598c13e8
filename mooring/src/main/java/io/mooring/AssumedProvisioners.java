package io.mooring;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Controllers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is taken for granted of the provisioners that objects name, but for those that came with Kubernetes and are gone.
 *
 * @param plane the control plane without them
 * @param names in the order in which objects named them
 * @param answers of those of which something else than of the others is taken for granted
 * @param others what is taken for granted of the others
 */
record AssumedProvisioners(ControlPlane plane, List<String> names, Map<String, Answers> answers, Answers others) {
    private static final String IN_TREE = "kubernetes.io/";

    /** None yet. */
    static AssumedProvisioners of(ControlPlane plane, Answers others) {
        return new AssumedProvisioners(plane, List.of(), Map.of(), others);
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeSource;
import io.mooring.yaml.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The provisioners that are taken to run because classes name them, but for those that came with Kubernetes and are gone; and
 * the attachers of the same drivers and of those that volumes name, for nodes whose volumes are attached by the control plane.
 *
 * @param names the provisioners, in the order in which classes named them
 * @param drivers whose volumes there may be, in the order in which they were named
 * @param managedNodes the nodes whose volumes the control plane attaches
 */
record AssumedProvisioners(List<String> names, List<String> drivers, List<String> managedNodes) {
    static final AssumedProvisioners NONE = new AssumedProvisioners(List.of(), List.of(), List.of());

    private static final String IN_TREE = "kubernetes.io/";

    /** With those that the classes, volumes and nodes among these name. */
    AssumedProvisioners and(List<Manifest> manifests) {
        List<String> provisioners = objects(manifests, StorageClass.class)
                .map(StorageClass::provisioner)
                .filter(name -> !name.isEmpty() && !name.startsWith(IN_TREE))
                .toList();
        Stream<String> ofVolumes = objects(manifests, PersistentVolume.class)
                .flatMap(volume -> volume.spec().source().stream())
                .flatMap(source -> driver(source).stream());
        Stream<String> managed = objects(manifests, Node.class)
                .filter(Node::isManagedForAttach)
                .map(node -> node.metadata().name());
        return new AssumedProvisioners(
                together(names, provisioners.stream()),
                together(drivers, Stream.concat(provisioners.stream(), ofVolumes)),
                together(managedNodes, managed));
    }

    private static Optional<String> driver(VolumeSource source) {
        return source.csiDriver().filter(driver -> !driver.isEmpty());
    }

    private static <T> Stream<T> objects(List<Manifest> manifests, Class<T> type) {
        return manifests.stream().map(Manifest::object).filter(type::isInstance).map(type::cast);
    }

    private static List<String> together(List<String> before, Stream<String> more) {
        return Stream.concat(before.stream(), more).distinct().toList();
    }

    private List<String> attachers() {
        return managedNodes.isEmpty() ? List.of() : drivers;
    }

    /** With these, too. */
    AssumedProvisioners and(Stream<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        more.filter(name -> !name.isEmpty() && !name.startsWith(IN_TREE)).forEach(all::add);
        return new AssumedProvisioners(plane, List.copyOf(all), answers, others);
    }

    /** With this taken for granted of all of them. */
    AssumedProvisioners assuming(Answers answer) {
        return new AssumedProvisioners(plane, names, Map.of(), answer);
    }

    /** With this taken for granted of one, whether anybody names it yet or not. */
    AssumedProvisioners assuming(String name, Answers answer) {
        Map<String, Answers> changed = new LinkedHashMap<>(answers);
        changed.put(name, answer);
        return new AssumedProvisioners(plane, names, Map.copyOf(changed), others).and(Stream.of(name));
    }

    private Answers answer(String name) {
        return answers.getOrDefault(name, others);
    }

    /** The control plane with them. */
    Controllers controllers() {
        List<Provisioner> all = new ArrayList<>(plane.provisioners());
        names.stream().flatMap(name -> answer(name).provisioner(name).stream()).forEach(all::add);
        return plane.withProvisioners(all.toArray(Provisioner[]::new)).controllers();
    }

    /** Those that answer as the others say they do. */
    AssumedProvisioners alsoIn(AssumedProvisioners after) {
        List<String> same = names.stream()
                .filter(name -> after.answer(name).equals(answer(name)))
                .toList();
        return new AssumedProvisioners(plane, same, answers, others);
    }

    /** A sentence for each of which this is new. */
    List<String> newSince(AssumedProvisioners before) {
        return names.stream()
                .filter(name ->
                        !before.names.contains(name) || !before.answer(name).equals(answer(name)))
                .map(name -> "provisioner " + name + " " + answer(name).text())
        return ControlPlane.DEFAULT
                .withProvisioners(names.stream().map(Provisioner::instant).toArray(Provisioner[]::new))
                .withAttachers(attachers().stream().map(Attacher::instant).toArray(Attacher[]::new))
                .controllers();
    }

    /** A sentence for each that is not among the others. */
    List<String> newSince(AssumedProvisioners others) {
        return Stream.concat(
                        news("provisioner ", names, others.names),
                        news("attacher of ", attachers(), others.attachers()))
                .toList();
    }

    private static Stream<String> news(String what, List<String> names, List<String> before) {
        return names.stream()
                .filter(name -> !before.contains(name))
                .map(name -> what + name + " is taken to run and to succeed");
    }
}
