package io.mooring;

import io.mooring.binding.check.Checks;
import io.mooring.binding.check.Unjudged;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.plan.Upgrade;
import io.mooring.binding.plan.UpgradeReport;
import io.mooring.binding.plan.WhatIf;
import io.mooring.binding.table.Tables;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The front door: manifests in; who gets which volume, what is refused, and why a claim waits, out.
 *
 * <pre>{@code
 * Mooring shop = Mooring.load(folder).settle();
 * System.out.print(shop.tables());
 * System.out.print(shop.why("shop/data-0").text());
 * shop.refusals().forEach(refusal -> System.out.println(refusal.text()));
 * }</pre>
 *
 * <p>A value: each step gives another one, and the old one stays good. {@link #cluster} is what is behind it, with the verbs
 * of the API server; {@link #in} comes back from there.
 */
public final class Mooring {
    private final Cluster cluster;
    private final List<Refusal> refusals;
    private final List<Remark> remarks;
    private final List<String> assumptions;

    /** Empty if the control plane is the caller's. */
    private final Optional<AssumedProvisioners> assumed;

    private final ReadManifests read;

    Mooring(
            Cluster cluster,
            List<Refusal> refusals,
            List<String> assumptions,
            Optional<AssumedProvisioners> assumed,
            ReadManifests read) {
        this(cluster, refusals, List.of(), assumptions, assumed, read);
    }

    private Mooring(
            Cluster cluster,
            List<Refusal> refusals,
            List<Remark> remarks,
            List<String> assumptions,
            Optional<AssumedProvisioners> assumed,
            ReadManifests read) {
        this.cluster = cluster;
        this.refusals = List.copyOf(refusals);
        this.remarks = List.copyOf(remarks);
        this.assumptions = List.copyOf(assumptions);
        this.assumed = assumed;
        this.read = read;
    }

    static Mooring opened(Cluster cluster, Remarks remarks, List<String> assumptions, AssumedProvisioners assumed) {
        return new Mooring(
                cluster,
                remarks.refusals(),
                remarks.remarks(),
                assumptions,
                Optional.of(assumed),
                ReadManifests.OF_DUMP);
    }

    /** How manifests are read, and under which control plane; the default can be changed. */
    public static Loader loader() {
        return Loader.DEFAULT;
    }

    /** Reads files, folders and, as {@code -}, the standard input; see {@link Loader#load(Path...)}. */
    public static Mooring load(Path... paths) {
        return loader().load(paths);
    }

    /** Reads a text of YAML or JSON; see {@link Loader#read(String)}. */
    public static Mooring read(String manifests) {
        return loader().read(manifests);
    }

    /** Reads objects of another model as plain maps; see {@link Loader#readObjects}. */
    public static Mooring readObjects(Iterable<? extends Map<?, ?>> objects) {
        return loader().readObjects(objects);
    }

    /** How a dump of a cluster is opened, under which control plane, and what counts as known; the default can be changed. */
    public static Opener opener() {
        return Opener.DEFAULT;
    }

    /** Opens a cluster as it stands from files, folders and, as {@code -}, the standard input; see {@link Opener}. */
    public static Mooring open(Path... paths) {
        return opener().open(paths);
    }

    /** Opens a cluster as it stands from a text of YAML or JSON; see {@link Opener}. */
    public static Mooring open(String dump) {
        return opener().open(dump);
    }

    /** How what may be manifests or a dump is read; the default can be changed. */
    public static Intake intake() {
        return Intake.DEFAULT;
    }

    /** The command that fetches all that can be made use of; see {@link Opener#givenByCommand}. */
    public static String fetchCommand() {
        return Dump.command();
    }

    /** The cluster, as far as the manifests could be read and were not refused. */
    public Cluster cluster() {
        return cluster;
    }

    /**
     * The same with another cluster, such as one that a verb gave: {@code in(cluster().delete(claim).orThrow())}. The provisioners of its
     * classes are taken to run too, as by {@link #create}; under controllers other than these nothing more is taken for granted.
     */
    public Mooring in(Cluster other) {
        boolean isUnderOthers = other.controllers() != cluster.controllers();
        Optional<AssumedProvisioners> kept = isUnderOthers ? Optional.empty() : assumed;
        List<StorageClass> fresh = other.list(StorageClass.KIND)
                .filter(each -> !cluster.get(each.ref()).equals(Optional.of(each)))
                .toList();
        Mooring same = new Mooring(other, refusals, remarks, assumptions, kept, read.andMore());
        return fresh.isEmpty() ? same : same.assuming(fresh);
    }

    /** The same after a while, in which nobody but the controllers did anything. */
    private Mooring later(Cluster then) {
        return new Mooring(then, refusals, remarks, assumptions, assumed, read);
    }

    /**
     * The same objects under another release of Kubernetes, as after an upgrade: they stand as they are stored, and its
     * controllers start. What the release would have made of manifests, {@link Loader#withRelease} tells.
     */
    public Mooring as(Release release) {
        return as(Semantics.of(release));
    }

    /** The same under another Kubernetes, such as one with a feature gate switched. */
    public Mooring as(Semantics semantics) {
        return new Mooring(
                WhatIf.in(semantics, cluster),
                refusals,
                remarks,
                assumptions,
                assumed.map(provisioners -> provisioners.with(semantics)),
                read.andMore());
    }

    /**
     * What changes for these objects when Kubernetes goes from one release to another, newer or older; see {@link
     * #upgrade(Upgrade)}.
     */
    public UpgradeReport upgrade(Release from, Release to) {
        return upgrade(Upgrade.between(from, to));
    }

    /**
     * What changes for these objects: the differences that matter here, each with those that it touches, what breaks, and all that
     * differs. Manifests of which nothing but {@link #create}, {@link #settle} and {@link #advance} was made are created and
     * settled in both releases; anything else is taken as it stands, written again in both, and settled.
     */
    public UpgradeReport upgrade(Upgrade upgrade) {
        return read.readings()
                .map(readings -> upgrade.of(new CreatedAnew(this, readings)))
                .orElseGet(() -> upgrade.of(cluster));
    }

    /**
     * The newest release among those that the nodes' kubelets tell; empty if none tells one that is known. The API server is of the
     * same or a newer one: nothing in a cluster's objects says of which.
     */
    public Optional<Release> kubelets() {
        return cluster.list(Node.KIND)
                .flatMap(node -> cluster.tree(node.ref()).stream())
                .flatMap(tree -> text(tree, List.of("status", "nodeInfo", "kubeletVersion")).stream())
                .distinct()
                .flatMap(version -> Release.find(version).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<String> text(JsonObject tree, List<String> path) {
        Optional<JsonValue> value = Optional.of(tree);
        for (String name : path) {
            value = value.filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .flatMap(object -> object.get(name));
        }
        return value.filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .map(JsonString::value);
    }

    /** The controllers as they are, in another Kubernetes. */
    Controllers controllers(Semantics semantics) {
        return assumed.map(provisioners -> provisioners.with(semantics).controllers())
                .orElseGet(() -> cluster.controllers().with(semantics));
    }

    ReadManifests manifests() {
        return read;
    }

    /** Whether there is no object but such as stand in for what nobody wrote. */
    public boolean isEmpty() {
        return read.asWritten(cluster).all().findAny().isEmpty();
    }

    /** What could not be read, and what the API server refuses; in the order in which it was met. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /**
     * What a dump has that Mooring does not know and keeps as it is, such as the fields of another version; the same of many
     * objects is said once.
     */
    public List<Remark> remarks() {
        return remarks;
    }

    /**
     * Everything as YAML, as {@code kubectl get -o yaml} prints it, events included; what was {@linkplain #open opened} and
     * not changed is as it was.
     */
    public String write() {
        Dump dump = cluster.dump();
        return Manifests.writeList(
                dump.objects().stream().map(Dump.Stored::tree).toList(), dump.version());
    }

    /**
     * Everything as plain maps, for another model to read: what {@link #write} writes, an object each, without events. What they
     * are made of says {@link JsonObject#toMap}.
     */
    public List<Map<String, @Nullable Object>> objects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        cluster.all().forEach(object -> objects.add(object(object.ref()).orElseThrow()));
        return objects;
    }

    /** The object as a plain map, for another model to read; empty if it is not there. */
    public Optional<Map<String, @Nullable Object>> object(Ref<?> object) {
        return cluster.tree(object).map(JsonObject::toMap);
    }

    /** What was taken for granted because the manifests do not say it, a sentence each; see {@link Loader}. */
    public List<String> assumptions() {
        return assumptions;
    }

    /**
     * What is left undone in a cluster that was opened from a part, a sentence for each controller: which kinds it would
     * have to know.
     */
    public List<String> unknowns() {
        return cluster.standing().stream()
                .map(standing -> standing.controller() + " stands still: not in the dump were "
                        + standing.unknown().stream().map(ObjectKind::plural).collect(Collectors.joining(", ")))
                .toList();
    }

    /** The objects that play no part in what happens, such as ConfigMaps and an operator's own kinds; see {@link CarriedAlong}. */
    public CarriedAlong carriedAlong() {
        return CarriedAlong.of(cluster);
    }

    /**
     * With what this text of YAML or JSON says created too; what cannot be read or is refused is added to the {@link
     * #refusals()}. The provisioners of new classes are taken to run too, unless the control plane is the caller's.
     */
    public Mooring create(String manifests) {
        Reading reading = Manifests.read(manifests);
        Mooring ready =
                assuming(reading.manifests().stream().map(Manifest::object).toList());
        Creation creation = new Creation(ready.cluster).create(reading);
        List<Refusal> all = new ArrayList<>(refusals);
        all.addAll(creation.refusals());
        return new Mooring(
                creation.cluster(),
                all,
                remarks,
                ready.assumptions,
                ready.assumed,
                read.and(reading, creation.created()));
    }

    /** Under a control plane with the provisioners that these name. */
    private Mooring assuming(List<? extends KubernetesObject> objects) {
        return assumed.map(before -> under(before.and(NamedProvisioners.ofClasses(objects.stream()))
                        .attaching(NamedProvisioners.attaching(cluster, objects))))
                .orElse(this);
    }

    /**
     * With this taken for granted of every provisioner that a class, a claim or a volume names.
     *
     * @throws IllegalStateException if the control plane is the caller's
     */
    public Mooring assuming(Answers answers) {
        return under(assumptionsToChange().assuming(answers));
    }

    /**
     * With this taken for granted of one provisioner, as classes name it.
     *
     * @throws IllegalStateException if the control plane is the caller's
     */
    public Mooring assuming(String provisioner, Answers answers) {
        return under(assumptionsToChange().assuming(provisioner, answers));
    }

    private AssumedProvisioners assumptionsToChange() {
        return assumed.orElseThrow(() -> new IllegalStateException(
                "the control plane was given by the caller, and nothing is assumed of it: give it the provisioners"));
    }

    /** Who answers otherwise than before looks at everything anew. */
    private Mooring under(AssumedProvisioners after) {
        AssumedProvisioners before = assumed.orElseThrow();
        if (after.equals(before)) {
            return this;
        }
        List<String> all = new ArrayList<>(assumptions);
        all.removeAll(before.newSince(after));
        all.addAll(after.newSince(before));
        Cluster without = cluster.with(before.alsoIn(after).controllers());
        return new Mooring(without.with(after.controllers()), refusals, remarks, all, Optional.of(after), read);
    }

    /** Lets the controllers act until none of them wants to write; see {@link Cluster#settle}. */
    public Mooring settle() {
        return later(cluster.settle());
    }

    /** Lets the time pass and the controllers act that waited for it. */
    public Mooring advance(Duration time) {
        return later(cluster.advance(time).settle());
    }

    /**
     * Why an object stands as it does, and what would help.
     *
     * @param name as {@link #find} takes it: {@code data-0}, {@code default/data-0}, {@code sts/web}
     * @throws IllegalArgumentException if nothing is called so, or several objects are; the message names those that may be
     *     meant
     */
    public Explanation why(String name) {
        List<Ref<?>> there = find(name);
        List<Ref<?>> found = there.isEmpty() ? wanted(name) : there;
        if (found.size() == 1) {
            return why(found.get(0));
        }
        List<Ref<?>> meant = found.isEmpty() ? near(name) : found;
        throw new IllegalArgumentException((found.isEmpty() ? "nothing is" : "several are") + " called \"" + name + "\""
                + (meant.isEmpty()
                        ? ""
                        : "; perhaps meant: "
                                + meant.stream().map(Ref::toString).collect(Collectors.joining(", "))));
    }

    /**
     * Why the object stands as it does, and what would help.
     *
     * @throws IllegalArgumentException if there is no such object, and all of its kind are known
     */
    public Explanation why(Ref<?> object) {
        return Explainer.explain(cluster, object);
    }

    /**
     * Every object that does not stand as it is to stand, with the reason; those of which the same can be said are one
     * group.
     */
    public List<ExplanationGroup> notFine() {
        return Explainer.groups(cluster);
    }

    /**
     * Every claim that does not stand as it is to stand, by namespace and name, with the reason; those of which the same can
     * be said are one group.
     */
    public List<ExplanationGroup> waiting() {
        return Explainer.groups(cluster, PersistentVolumeClaim.KIND);
    }

    /**
     * The objects that a name means: {@code data-0}, {@code default/data-0}, {@code pvc/data-0}, {@code
     * default/pvc/data-0}, with kinds as kubectl calls them; those of kinds that Mooring does not interpret only where
     * nothing else has the name. Empty if nothing is called so.
     */
    public List<Ref<?>> find(String name) {
        return new ObjectNames(cluster).find(name);
    }

    /** The objects that a name means of those that do not exist yet, and that a set or a pod wants; {@link #why(Ref)} explains them. */
    public List<Ref<?>> wanted(String name) {
        return new ObjectNames(cluster).wanted(name);
    }

    /** The objects that may be meant by a name that nothing has: so called elsewhere, or spelt almost so. */
    public List<Ref<?>> near(String name) {
        return new ObjectNames(cluster).near(name);
    }

    /** The kind that kubectl calls so: {@code pv}, {@code storageclasses}, {@code statefulset.apps}; or one of an object here. */
    public Optional<ObjectKind<?>> kind(String name) {
        return new ObjectNames(cluster).kind(name);
    }

    /**
     * What will not work, loses data or surprises, in objects as they stand; see {@link Checks}. By namespace, kind and name.
     * Where no node was written, the nodes count as unknown.
     */
    public List<Objection> checks() {
        return Checks.of(read.asWritten(cluster)).stream()
                .map(result -> new Objection(result, read.locate(result)))
                .toList();
    }

    /** What the checks could not judge, in a cluster that was opened from a part: a line for each kind that was not there. */
    public List<Unjudged> unjudged() {
        return Checks.unjudged(cluster);
    }

    /** What {@code kubectl get pv} would print; empty if there are no volumes. */
    public String volumes() {
        List<PersistentVolume> volumes = cluster.list(PersistentVolume.KIND).toList();
        return volumes.isEmpty() ? "" : Tables.volumes(volumes).toString();
    }

    /** What {@code kubectl get pvc --all-namespaces} would print; empty if there are no claims. */
    public String claims() {
        List<PersistentVolumeClaim> claims =
                cluster.list(PersistentVolumeClaim.KIND).toList();
        return claims.isEmpty() ? "" : Tables.claims(claims).toString();
    }

    /** Volumes, claims, and why claims wait, with an empty line between. */
    public String tables() {
        return Stream.concat(Stream.of(volumes(), claims()), waiting().stream().map(ExplanationGroup::text))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
