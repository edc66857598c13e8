package io.mooring;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.node.NodeStatus;
import io.mooring.quantity.Quantity;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Limits;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import io.mooring.yaml.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a cluster from manifests. Immutable; each {@code withX} gives another loader.
 *
 * <p>Objects are created in the order of the text, as {@code kubectl apply} would, but namespaces first: defaults are filled
 * in, and what the API server refuses is left out and listed. Where the manifests have a Namespace, they are taken to have all
 * of them, but for those that every cluster has; where they have none, every namespace exists. A document that cannot be read does not hide the others.
 *
 * <p>Three things stand in for what manifests leave out, unless {@linkplain #withControlPlane a control plane} or nodes are
 * given; {@link Mooring#assumptions()} lists them:
 *
 * <ul>
 *   <li>the provisioner of every class that is read, now or by {@link Mooring#create}, is taken to run and to succeed, but for those that came with
 *       Kubernetes ({@code kubernetes.io/...}), which are gone;
 *   <li>so is the attacher of every driver, for nodes with the annotation {@code
 *       volumes.kubernetes.io/controller-managed-attach-detach: "true"}; other nodes have their volumes as soon as they want them;
 *   <li>where there is no node, one with room for everything.
 * </ul>
 */
public final class Loader {
    static final Loader DEFAULT = new Loader(Optional.empty(), Semantics.DEFAULT, Limits.DEFAULT, Optional.empty());

    private static final String NODE = "node-1";

    private final Optional<ControlPlane> controlPlane;
    private final Semantics semantics;
    private final Limits limits;
    private final Optional<InputStream> input;

    private Loader(
            Optional<ControlPlane> controlPlane, Semantics semantics, Limits limits, Optional<InputStream> input) {
        this.controlPlane = controlPlane;
        this.semantics = semantics;
        this.limits = limits;
        this.input = input;
    }

    /** The same under this control plane: its provisioners, resizers, kubelet and release, and no others. */
    public Loader withControlPlane(ControlPlane other) {
        return new Loader(Optional.of(other), semantics, limits, input);
    }

    /** The same under another release of Kubernetes, with as much taken for granted. */
    public Loader withRelease(Release release) {
        return withSemantics(Semantics.of(release));
    }

    /** The same under another Kubernetes, such as one with a feature gate switched, with as much taken for granted. */
    public Loader withSemantics(Semantics other) {
        return new Loader(controlPlane.map(plane -> plane.withSemantics(other)), other, limits, input);
    }

    /** The same with other limits of what reading may cost. */
    public Loader withLimits(Limits other) {
        return new Loader(controlPlane, semantics, other, input);
    }

    /** The same with this for the path {@code -}, in place of the standard input. */
    public Loader withInput(InputStream other) {
        return new Loader(controlPlane, semantics, limits, Optional.of(other));
    }

    /**
     * Reads files, folders and, as {@code -}, the standard input, in the order given. Of a folder all files that end in
     * {@code .yaml}, {@code .yml} or {@code .json} are read, and those of its folders, in the order of their paths. A file
     * that cannot be read is among the {@link Mooring#refusals()}; a folder with a Helm chart or a kustomization is too, once,
     * with the command that renders it, and only what is a manifest as it stands is read of it. In a folder, links out of it and
     * what is no regular file cannot be read; what is named itself is followed wherever it leads. Nothing that is read makes this
     * throw.
     */
    public Mooring load(Path... paths) {
        return load(List.of(paths));
    }

    /** Reads files, folders and the standard input; see {@link #load(Path...)}. */
    public Mooring load(List<Path> paths) {
        return load(paths, Streams.with(input.orElse(System.in)));
    }

    /** From what was named, as these give it. */
    Mooring load(List<Path> paths, Streams streams) {
        return read(new ManifestFiles(paths, limits, streams));
    }

    /** Reads a text of YAML or JSON. */
    public Mooring read(String manifests) {
        return read(List.of(Source.yaml("", manifests)));
    }

    /**
     * Reads objects of another model as plain maps: what a client's library writes with its own Jackson, Gson or YAML into a {@code
     * Map}. See {@link JsonObject#fromMap} for what may be in them. A refusal names an object by its place, {@code object 2}.
     *
     * <pre>{@code
     * Mooring.readObjects(List.of(mapper.convertValue(claim, Map.class), mapper.convertValue(set, Map.class)));
     * }</pre>
     *
     * @throws IllegalArgumentException if something in a map is no plain value
     */
    public Mooring readObjects(Iterable<? extends Map<?, ?>> objects) {
        List<Source> sources = new ArrayList<>();
        objects.forEach(object -> sources.add(Source.json(
                "object " + (sources.size() + 1), JsonObject.fromMap(object).toJson())));
        return read(sources);
    }

    /** Reads texts that have names. */
    public Mooring read(Iterable<Source> sources) {
        Reading reading = Manifests.reader().withLimits(limits).read(sources);
        AssumedProvisioners none =
                AssumedProvisioners.of(ControlPlane.DEFAULT.withSemantics(semantics), Answers.succeed());
        List<KubernetesObject> objects = reading.manifests().stream()
                .<KubernetesObject>map(Manifest::object)
                .toList();
        Optional<AssumedProvisioners> assumed = controlPlane.isPresent()
                ? Optional.empty()
                : Optional.of(none.and(NamedProvisioners.ofClasses(objects.stream()))
                        .attaching(NamedProvisioners.attaching(objects)));
        List<String> assumptions = new ArrayList<>();
        assumed.ifPresent(provisioners -> assumptions.addAll(provisioners.newSince(none)));
        Cluster empty = Cluster.empty(controllers(assumed));
        Creation creation = new Creation(empty).create(reading);
        ReadManifests read = ReadManifests.NONE.and(reading, creation.created());
        if (creation.cluster().list(Node.KIND).findAny().isPresent()) {
            return new Mooring(creation.cluster(), creation.refusals(), assumptions, assumed, read);
        }
        assumptions.add("there is no node: " + NODE + " with room for everything stands in");
        Cluster cluster = creation.cluster().create(node()).orThrow();
        return new Mooring(cluster, creation.refusals(), assumptions, assumed, read.withStandIn(Node.ref(NODE)));
    }

    private Controllers controllers(Optional<AssumedProvisioners> assumed) {
        return assumed.map(AssumedProvisioners::controllers)
                .orElseGet(() -> controlPlane.orElseThrow().controllers());
    }

    /** Stands in where nobody wrote one. */
    static Node node() {
        Map<String, Quantity> room =
                Map.of("cpu", Quantity.parse("1k"), "memory", Quantity.parse("1Pi"), "pods", Quantity.parse("100k"));
        return Node.builder()
                .metadata(ObjectMeta.builder()
                        .name(NODE)
                        .putLabels("kubernetes.io/hostname", NODE)
                        .build())
                .status(NodeStatus.builder().capacity(room).allocatable(room).build())
                .build();
    }
}
