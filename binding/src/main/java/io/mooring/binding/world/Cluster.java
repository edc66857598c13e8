package io.mooring.binding.world;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.binding.match.VolumePool;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cluster as a value: its objects, its events, its time, and what its controllers have before them. Every call gives a
 * new cluster that shares all but the change with the old one, which stays as it was.
 *
 * <p>The verbs ({@link #create}, {@link #update}, {@link #patch}, {@link #delete}) answer as the API server does and move
 * no controller; {@link #settle} lets the controllers act until none wants to write. Names, uids, versions and times are
 * counted, so that the same calls give the same cluster, byte for byte. Two clusters are compared by {@link
 * #changesSince}, {@link #signature} or {@link #toString}; {@code equals} tells only whether they are one.
 *
 * <p>Lists are ordered by namespace, then name. Everything that is looked up costs by the size of the answer, and every
 * change by what it touches, whatever the size of the cluster.
 */
public final class Cluster implements AdmissionWorld {
    private final Controllers controllers;
    private final ObjectStore store;
    private final WorkQueue queue;
    private final EventLog events;
    private final Numbering numbering;

    Cluster(Controllers controllers, ObjectStore store, WorkQueue queue, EventLog events, Numbering numbering) {
        this.controllers = controllers;
        this.store = store;
        this.queue = queue;
        this.events = events;
        this.numbering = numbering;
    }

    /** A cluster without objects, kept by these controllers. It has no node either: pods wait until one is created. */
    public static Cluster empty(Controllers controllers) {
        return new Cluster(
                controllers,
                ObjectStore.EMPTY,
                WorkQueue.of(controllers.all().size()),
                EventLog.EMPTY,
                Numbering.START);
    }

    /** Creates the object that the tree says; without a namespace in {@code default}, if its kind has namespaces. */
    public Outcome create(JsonObject tree) {
        return Verbs.create(this, tree).unparked();
    }

    /** Creates the object. */
    public Outcome create(KubernetesObject object) {
        return create(object.kind().write(object));
    }

    /** Replaces the object of the same name; its stored status stays. */
    public Outcome update(JsonObject tree) {
        return Verbs.update(this, tree).unparked();
    }

    /** Replaces the object of the same name; its stored status stays. */
    public Outcome update(KubernetesObject object) {
        return update(object.kind().write(object));
    }

    /** Replaces the status of the object of the same name, unchecked; the rest stays. */
    public Outcome updateStatus(KubernetesObject object) {
        return SystemWrites.updateStatus(this, object, Optional.empty()).unparked();
    }

    /** Changes the object by a merge patch (RFC 7386). */
    public Outcome patch(Ref<?> key, JsonObject patch) {
        return Verbs.patch(this, key, patch).unparked();
    }

    /** Deletes the object, as its kind does by default. */
    public Outcome delete(Ref<?> key) {
        return delete(key, Deletion.DEFAULT);
    }

    /** Deletes the object: at once, or, while finalizers or a running pod hold it, from now on. */
    public Outcome delete(Ref<?> key, Deletion options) {
        return Deleting.delete(this, key, options).unparked();
    }

    /** What admission says to the creation of this object, which must have a namespace and a name; nothing is done. */
    public Verdict verdictOn(KubernetesObject object) {
        return Admission.createAsRead(object, this);
    }

    /**
     * Lets the controllers act until none of them wants to write. Time does not pass but for the writes.
     *
     * @throws IllegalStateException if a controller of the caller's own finds no end
     */
    public Cluster settle() {
        return Settling.settle(this);
    }

    /**
     * Lets the time pass; whoever waited for it acts in the next {@link #settle}.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public Cluster advance(Duration time) {
        Numbering later = numbering.advance(time);
        return new Cluster(controllers, store, queue.due(later.now()), events, later);
    }

    /** When the first controller wants to look again that waits for time to pass. */
    public Optional<Instant> nextDue() {
        return queue.firstDue();
    }

    /** True if {@link #settle} changes nothing. */
    public boolean isSettled() {
        return queue.firstReady().isEmpty() && queue.resynced().isEmpty();
    }

    /**
     * The worlds that one step of the settling may lead to, where upstream leaves open which key a controller looks at
     * first and what it chooses; the one that {@link #settle} goes to is the first. Empty if the world is settled.
     */
    public List<Cluster> successors() {
        return Branching.successors(this);
    }

    /**
     * What matters of this world for its future: every object without the numbers that only tell the order of writes, and
     * what the controllers have before them. Two worlds with equal texts settle alike but for numbers and events.
     */
    public String signature() {
        return Signature.of(this);
    }

    /** The time: an epoch, and a second for every write. */
    @Override
    public Instant now() {
        return numbering.now();
    }

    /** All events, in the order they were first told. */
    public List<Event> events() {
        return events.since(0);
    }

    /**
     * The events that were first told after this many others, in the order they were; one that was only told again is not
     * among them.
     *
     * @throws IllegalArgumentException if the count is negative, or there are not that many events
     */
    public List<Event> eventsSince(int count) {
        return events.since(count);
    }

    /**
     * What became of the objects since {@code earlier}: each that is new, differs or is gone, by kind, namespace and name;
     * steps in between do not show. Looks at the namespaces only in which something changed.
     */
    public List<Change> changesSince(Cluster earlier) {
        return store.changesSince(earlier.store);
    }

    /** How many objects there are. */
    public int size() {
        return store.size();
    }

    /** Every object, by kind, namespace and name. */
    public Stream<KubernetesObject> objects() {
        return store.kinds().stream()
                .flatMap(kind ->
                        store.namespaces(kind).stream().flatMap(namespace -> store.list(kind, namespace).stream()));
    }

    /** The object of this kind, namespace and name; the empty namespace for kinds without. */
    public Optional<KubernetesObject> get(Ref<?> key) {
        return store.get(key);
    }

    /** The object of this kind, namespace and name; the empty namespace for kinds without. */
    public <T extends KubernetesObject> Optional<T> get(ObjectKind<T> kind, String namespace, String name) {
        return store.get(new Ref<?>(kind.name(), namespace, name)).map(kind.type()::cast);
    }

    @Override
    public <T extends KubernetesObject> Optional<T> find(ObjectKind<T> kind, String namespace, String name) {
        return get(kind, namespace, name);
    }

    /** The objects of a kind in a namespace; the empty namespace for kinds without. */
    @Override
    public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
        return Typed.of(kind.type(), store.list(kind.name(), namespace));
    }

    @Override
    public Map<String, Quantity> usageOf(ResourceQuota quota) {
        return store.quotas().of(quota).map(QuotaTally::used).orElseGet(() -> AdmissionWorld.super.usageOf(quota));
    }

    /** The objects of a kind in all namespaces. */
    public <T extends KubernetesObject> Stream<T> list(ObjectKind<T> kind) {
        return store.namespaces(kind.name()).stream()
                .flatMap(namespace -> store.list(kind.name(), namespace).stream())
                .map(kind.type()::cast);
    }

    public Optional<PersistentVolume> volume(String name) {
        return get(PersistentVolume.KIND, "", name);
    }

    public Optional<PersistentVolumeClaim> claim(String namespace, String name) {
        return get(PersistentVolumeClaim.KIND, namespace, name);
    }

    public Optional<StorageClass> storageClass(String name) {
        return get(StorageClass.KIND, "", name);
    }

    public Optional<Pod> pod(String namespace, String name) {
        return get(Pod.KIND, namespace, name);
    }

    public Optional<StatefulSet> statefulSet(String namespace, String name) {
        return get(StatefulSet.KIND, namespace, name);
    }

    public Optional<Node> node(String name) {
        return get(Node.KIND, "", name);
    }

    /** All volumes, kept so that a claim is matched without walking them. */
    public VolumePool volumes() {
        return store.volumes();
    }

    /** The object with this uid. */
    public Optional<KubernetesObject> byUid(String uid) {
        return store.found(Index.UID, uid).findFirst();
    }

    /** The objects that name this uid as an owner. */
    public Stream<KubernetesObject> dependents(String ownerUid) {
        return store.found(Index.OWNER, ownerUid);
    }

    /** How many objects name this uid as an owner. */
    public int dependentCount(String ownerUid) {
        return store.find(Index.OWNER, ownerUid).size();
    }

    /** The claims whose {@code volumeName} this is. */
    public Stream<PersistentVolumeClaim> claimsOf(String volumeName) {
        return store.found(Index.CLAIMS_BY_VOLUME, volumeName).map(PersistentVolumeClaim.class::cast);
    }

    /** The volumes whose {@code claimRef} names this claim, with whatever uid. */
    public Stream<PersistentVolume> volumesFor(String namespace, String claimName) {
        return store.found(Index.VOLUMES_BY_CLAIM, Index.entry(namespace, claimName))
                .map(PersistentVolume.class::cast);
    }

    /** The claims without a {@code volumeName} that ask for this class; the empty name asks for none. */
    public Stream<PersistentVolumeClaim> waitingClaims(String className) {
        return store.found(Index.WAITING_CLAIMS_BY_CLASS, className).map(PersistentVolumeClaim.class::cast);
    }

    /**
     * The claims without a {@code volumeName} that this volume is large enough for, of their class, volume mode and access
     * modes, by their keys. A claim that says nothing of a class asks for none. Those that demand more cost nothing.
     */
    public Stream<PersistentVolumeClaim> waitingClaimsFor(PersistentVolume volume) {
        return store.waiting().metBy(volume).map(key ->
                (PersistentVolumeClaim) store.get(key).orElseThrow());
    }

    /** The claims without a {@code volumeName} that say nothing of a class. */
    public Stream<PersistentVolumeClaim> waitingClaimsWithoutClass() {
        return waitingClaims(Index.NO_CLASS);
    }

    /** The pods that use this claim, their ephemeral volumes included, whatever their phase. */
    public Stream<Pod> podsUsing(String namespace, String claimName) {
        return store.found(Index.PODS_BY_CLAIM, Index.entry(namespace, claimName))
                .map(Pod.class::cast);
    }

    /** The pods on this node, whatever their phase. */
    public Stream<Pod> podsOn(String nodeName) {
        return store.found(Index.PODS_BY_NODE, nodeName).map(Pod.class::cast);
    }

    /** The pods that are on no node. */
    public Stream<Pod> podsWithoutNode() {
        return podsOn("");
    }

    /**
     * The pods that the scheduler placed nowhere for a reason that some volume, class or node to come may lift; not those
     * that wait for their claims to be bound.
     */
    public Stream<Pod> rejectedPods() {
        return store.found(Index.REJECTED_PODS, "").map(Pod.class::cast);
    }

    /** The pods and the revisions that nobody controls and that are named as this set's are. */
    public Stream<KubernetesObject> orphansOf(StatefulSet set) {
        return store.found(
                Index.ORPHANS_BY_SET,
                Index.entry(set.metadata().namespace(), set.metadata().name()));
    }

    /** The pods of this set, counted. */
    public SetMembers members(StatefulSet set) {
        return store.pods().members(set.metadata().uid());
    }

    /**
     * The nodes, those with the most room first: by the hundredths of cores and of memory that one more plain pod would
     * leave, added up, then by the fewest pods, then by name.
     */
    public Stream<Node> nodesByRoom() {
        return store.pods().nodes().bestFirst();
    }

    /** What the pods on this node ask for; those that are over do not count. */
    public PodRequests requests(String nodeName) {
        return store.pods().requests(nodeName);
    }

    /** The claims whose volumes are on their way to this attributes class. */
    public Stream<PersistentVolumeClaim> claimsAwaitingAttributes(String attributesClassName) {
        return store.found(Index.CLAIMS_BY_AWAITED_ATTRIBUTES, attributesClassName)
                .map(PersistentVolumeClaim.class::cast);
    }

    /** The classes that are marked as the default, by name. */
    public Stream<StorageClass> defaultClasses() {
        return store.found(Index.DEFAULT_CLASSES, "").map(StorageClass.class::cast);
    }

    /** Every object and every event as text; equal for clusters that were made by the same calls. */
    @Override
    public String toString() {
        return Stream.concat(
                        objects().map(object -> object.kind().write(object).toJson()),
                        events().stream().map(Event::toString))
                .collect(Collectors.joining("\n"));
    }

    Controllers controllers() {
        return controllers;
    }

    WorkQueue queue() {
        return queue;
    }

    Numbering numbering() {
        return numbering;
    }

    Cluster with(WorkQueue changed) {
        return changed == queue ? this : new Cluster(controllers, store, changed, events, numbering);
    }

    Cluster with(Numbering changed) {
        return new Cluster(controllers, store, queue, events, changed);
    }

    Cluster told(Write.Emit emit, String source) {
        return new Cluster(controllers, store, queue, events.tell(emit, source, numbering.now()), numbering);
    }

    /** With an object put in, replaced or taken out, and everybody told who wants to know. */
    Cluster changed(Change change) {
        ObjectStore changedStore = change.after().map(store::with).orElseGet(() -> store.without(change.ref()));
        Cluster world = new Cluster(controllers, changedStore, queue, events, numbering);
        return world.with(Waking.by(change, world));
    }
}
