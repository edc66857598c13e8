package io.mooring;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.yaml.Limits;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Problem;
import io.mooring.yaml.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * Opens a cluster that somebody has, from what {@code kubectl get -o yaml} or {@code -o json} printed of it. Immutable; each
 * {@code withX} and {@code givenX} gives another opener.
 *
 * <p>The objects stand as they are stored: nothing is admitted, filled in or numbered anew. What Mooring does not know of them
 * is kept, written again, and listed among the {@link Mooring#remarks()}.
 *
 * <p>A kind of which the dump has nothing is unknown, and not empty, unless it is said to be {@linkplain #given given}: kubectl
 * prints nothing of a kind of which there is nothing. Only an empty list of one kind ({@code PersistentVolumeList}) says so itself.
 *
 * <p>What runs in that cluster and not here is not assumed: no provisioner and no resizer answers, and no kubelet starts or ends
 * a pod, until the caller says who does: {@link Mooring#assuming(Answers)}, {@link #withControlPlane}.
 */
public final class Opener {
    /** The controllers of kube-controller-manager and the scheduler, and nobody else. */
    static final ControlPlane PLANE = ControlPlane.DEFAULT.withKubelet(Kubelet.OFF);

    static final Opener DEFAULT =
            new Opener(PLANE, Limits.OF_DUMPS, Optional.empty(), UnaryOperator.identity(), objects -> {});

    private final ControlPlane controlPlane;
    private final Limits limits;
    private final Optional<InputStream> input;
    private final UnaryOperator<Dump> given;
    private final IntConsumer progress;

    private Opener(
            ControlPlane controlPlane,
            Limits limits,
            Optional<InputStream> input,
            UnaryOperator<Dump> given,
            IntConsumer progress) {
        this.controlPlane = controlPlane;
        this.limits = limits;
        this.input = input;
        this.given = given;
        this.progress = progress;
    }

    /** The same under this control plane: its provisioners, resizers, kubelet and release. */
    public Opener withControlPlane(ControlPlane other) {
        return new Opener(other, limits, input, given, progress);
    }

    /** The same under another release of Kubernetes. */
    public Opener withRelease(Release release) {
        return withSemantics(Semantics.of(release));
    }

    /** The same under another Kubernetes, such as one with a feature gate switched. */
    public Opener withSemantics(Semantics other) {
        return withControlPlane(controlPlane.withSemantics(other));
    }

    /** The same with other limits of what reading may cost. */
    public Opener withLimits(Limits other) {
        return new Opener(controlPlane, other, input, given, progress);
    }

    /** The same with this for the path {@code -}, in place of the standard input. */
    public Opener withInput(InputStream other) {
        return new Opener(controlPlane, limits, Optional.of(other), given, progress);
    }

    /** The same with this told, after each object that was read, how many there are so far; see {@link TerminalProgress}. */
    public Opener withProgress(IntConsumer other) {
        return new Opener(controlPlane, limits, input, given, other);
    }

    /**
     * These kinds were asked for, whether there are objects of them or not; as kubectl takes their names: {@code
     * given("pv,pvc,sc")}.
     *
     * @throws IllegalArgumentException if a name is none of those in {@link Mooring#fetchCommand()}, in one form or another
     */
    public Opener given(String... kinds) {
        Dump.NONE.givenNamed(kinds);
        return with(dump -> dump.givenNamed(kinds));
    }

    /** All kinds were asked for that {@link Mooring#fetchCommand()} asks for. */
    public Opener givenByCommand() {
        return with(Dump::givenByCommand);
    }

    /** All kinds were asked for: what is not there does not exist. */
    public Opener givenEverything() {
        return with(Dump::ofEverything);
    }

    private Opener with(UnaryOperator<Dump> more) {
        return new Opener(controlPlane, limits, input, dump -> more.apply(given.apply(dump)), progress);
    }

    /** Reads files, folders and, as {@code -}, the standard input, as {@link Loader#load(Path...)} does. */
    public Mooring open(Path... paths) {
        return open(List.of(paths));
    }

    /** Reads files, folders and the standard input; see {@link #open(Path...)}. */
    public Mooring open(List<Path> paths) {
        return open(new ManifestFiles(paths, limits, Streams.with(input.orElse(System.in))));
    }

    /** Reads a text of YAML or JSON. */
    public Mooring open(String dump) {
        return open(List.of(Source.yaml("", dump)));
    }

    /** Reads texts that have names. */
    public Mooring open(Iterable<Source> sources) {
        DumpedObjects read = new DumpedObjects(progress);
        return open(read, Manifests.reader().withLimits(limits).readDump(sources, read));
    }

    /** Of what was read already. */
    Mooring open(DumpedObjects read, List<Problem> problems) {
        Cluster cluster = Cluster.open(controlPlane.controllers(), given.apply(read.dump()));
        AssumedProvisioners none = AssumedProvisioners.of(controlPlane, Answers.nothing());
        AssumedProvisioners assumed =
                none.and(NamedProvisioners.of(cluster)).attaching(NamedProvisioners.attaching(cluster, List.of()));
        Remarks remarks = read.remarks(problems);
        return Mooring.opened(cluster, remarks, assumed.newSince(none), assumed);
    }
}
