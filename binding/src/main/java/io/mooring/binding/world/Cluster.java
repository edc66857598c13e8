package io.mooring.binding.world;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.binding.finding.Finding;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.meta.Times;
import io.mooring.names.Confidential;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as a value: its objects, its events, its time, and its controllers' work queues. Every call gives a
 * new cluster that shares all but the change with the old one, which stays as it was.
 *
 * <pre>{@code
 * Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
 * cluster = cluster.create(volume).orThrow().create(claim).orThrow().settle();
 * cluster.get(PersistentVolumeClaim.ref("default", "data")).orElseThrow().status().phase();   // Bound
 * }</pre>
 *
 * <p>The verbs ({@link #create}, {@link #update}, {@link #patch}, {@link #delete}) answer as the API server does and move
 * no controller; {@link #settle} lets the controllers act until none wants to write. Names, uids, versions and times are
 * counted, so that the same calls give the same cluster, byte for byte. Two clusters are compared by {@link
 * #changesSince}, {@link #fingerprint} or {@link #text}; {@code equals} tells only whether they are one.
 *
 * <p>Lists are ordered by namespace, then name. What is asked often about many objects is kept as a {@link View}, which
 * the controller that asks it brings along.
 */
public final class Cluster implements Lister, AdmissionWorld {
    private final Controllers controllers;
    private final ObjectStore store;
    private final Views views;
    private final Findings findings;
    private final WorkQueues queues;
    private final EventLog events;

    /** The events by the uid of what they are about, once somebody asked. */
    private volatile @Nullable Map<String, List<Event>> eventsByUid;

    private final Numbering numbering;
    private final Origin origin;

    private Cluster(
            Controllers controllers,
            ObjectStore store,
            Views views,
            Findings findings,
            WorkQueues queues,
            EventLog events,
            Numbering numbering,
            Origin origin) {
        this.controllers = controllers;
        this.store = store;
        this.views = views;
        this.findings = findings;
        this.queues = queues;
        this.events = events;
        this.numbering = numbering;
        this.origin = origin;
    }

    /** A cluster without objects, kept by these controllers. It has no node either: pods wait until one is created. */
    public static Cluster empty(Controllers controllers) {
        return new Cluster(
                controllers,
                ObjectStore.EMPTY,
                Views.of(controllers.views()),
                Findings.NONE,
                WorkQueues.of(controllers.all().size()),
                EventLog.EMPTY,
                Numbering.START,
                Origin.BUILT);
    }

    /**
     * A cluster of objects as an API server stores them, kept by these controllers. Nothing is admitted, filled in or
     * numbered anew; uids, versions, times and statuses stand, and numbers and time go on behind the newest in the dump.
     * Events in it are the cluster's events. Of two that are one object the newer counts.
     *
     * <p>Every controller looks at every object once, as one that starts. What it had in memory in the cluster that the dump
     * is of, such as why the scheduler rejected a pod, is not in the dump, and is found out anew.
     *
     * <p>Kinds that the dump does not know ({@link Dump#known}) are no empty kinds: {@link #isKnown} tells, and who would
     * have to know them to decide does not decide.
     */
    public static Cluster open(Controllers controllers, Dump dump) {
        return Opening.of(dump).cluster(controllers);
    }

    static Cluster opened(ObjectStore store, EventLog events, Numbering numbering, Origin origin) {
        return new Cluster(
                Controllers.NONE,
                store,
                Views.of(List.of()),
                Findings.NONE,
                WorkQueues.of(0),
                events,
                numbering,
                origin);
    }

    /** Creates the object that the tree says; without a namespace in {@code default}, if its kind has namespaces. */
    public Outcome create(JsonObject tree) {
        return ApiVerbs.create(this, tree).unparked();
    }

    /**
     * Creates the object that the tree says where the request goes to: one that names another namespace is refused.
     *
     * @param namespace empty for a kind without namespaces, and for custom resources whose definition says so
     */
    public Outcome createIn(String namespace, JsonObject tree) {
        return ApiVerbs.createIn(this, namespace, tree).unparked();
    }

    /** Creates the object. */
    public Outcome create(KubernetesObject object) {
        return create(Objects.write(object));
    }

    /** Replaces the object of the same name; its stored status stays. */
    public Outcome update(JsonObject tree) {
        return ApiVerbs.update(this, tree).unparked();
    }

    /** Replaces the object of the same name; its stored status stays. */
    public Outcome update(KubernetesObject object) {
        return update(Objects.write(object));
    }

    /** Replaces this object by what the tree says, which is refused if it says another; the stored status stays. */
    public Outcome update(Ref<?> object, JsonObject tree) {
        return ApiVerbs.update(this, object, tree).unparked();
    }

    /**
     * Replaces status and metadata of this object by what the tree says, as its subresource {@code status} does; the rest of the
     * tree is left aside.
     */
    public Outcome updateStatus(Ref<?> object, JsonObject tree) {
        return ApiVerbs.updateStatus(this, object, tree).unparked();
    }

    /** Replaces the status of the object of the same name, unchecked; the rest stays. */
    public Outcome updateStatus(KubernetesObject object) {
        return ControllerWrites.updateStatus(this, object, Optional.empty()).unparked();
    }

    /** Changes the object by a merge patch (RFC 7386). */
    public Outcome patch(Ref<?> object, JsonObject patch) {
        return ApiVerbs.patch(this, object, patch).unparked();
    }

    /**
     * Changes the status of the object by a merge patch, as its subresource {@code status} does. What the patch says of the
     * metadata changes too, but for a pod's owners and for kinds that are carried along; everything else stays.
     */
    public Outcome patchStatus(Ref<?> object, JsonObject patch) {
        return ApiVerbs.patchStatus(this, object, patch).unparked();
    }

    /**
     * Replaces the finalizers of the namespace's spec, as the subresource for it does. Whoever takes the last away
     * before the content is gone lets the namespace go and the content stay.
     */
    public Outcome finalizeNamespace(Ref<Namespace> namespace, List<String> finalizers) {
        return ApiVerbs.finalizeNamespace(this, namespace, finalizers).unparked();
    }

    /**
     * Gives the pod its node, as the subresource {@code binding} does for a scheduler. One that has a node already, or is being
     * deleted, is a conflict; whether the node is there, and has room, is not asked.
     */
    public Outcome bind(Ref<Pod> pod, String node) {
        return ControllerWrites.bind(this, pod, node).unparked();
    }

    /** Deletes the object, as its kind does by default. */
    public Outcome delete(Ref<?> object) {
        return delete(object, Deletion.DEFAULT);
    }

    /** Deletes the object: at once, or, while finalizers or a running pod hold it, from now on. */
    public Outcome delete(Ref<?> object, Deletion options) {
        return ApiDeletion.delete(this, object, options).unparked();
    }

    /** What admission says to the creation of this object, which must have a namespace and a name; nothing is done. */
    public Verdict verdictOn(KubernetesObject object) {
        return Admission.createAsRead(object, this);
    }

    /**
     * The next names that the API would make up for objects of this {@code generateName}, so that a controller can tell
     * of what it creates; none that is taken.
     *
     * @param count up to 500
     */
    public List<String> nextNames(KubernetesObject object, int count) {
        ObjectMeta metadata = object.metadata();
        return Stream.iterate(numbering.nextName(), Numbering::nextName)
                .limit(Numbering.MOST_AHEAD)
                .map(each -> each.nameFrom(metadata.generateName()))
                .filter(name ->
                        get(object.kind().ref(metadata.namespace(), name)).isEmpty())
                .limit(count)
                .toList();
    }

    /**
     * Lets the controllers act until none of them wants to write. Time does not pass but for the writes. This cluster stays
     * as it is, whatever comes.
     *
     * @throws IllegalStateException if it comes to no end, as the caller's own controllers may bring about: they go round in a
     *     circle, or one makes more than its {@link Controller#budget}; the message names them and tells the last ten writes.
     *     Also if a controller throws, or answers null; the message names it and the item
     */
    public Cluster settle() {
        return Settling.settle(this);
    }

    /**
     * Settles, and tells each change as it is made: what a watch would see, where {@link #changesSince} gives what became of the
     * objects. Changes replayed in their order on the objects of this cluster give those of the settled one, which is the same
     * as without anybody watching.
     *
     * <pre>{@code
     * List<Change<?>> seen = new ArrayList<>();
     * Cluster settled = cluster.create(claim).orThrow().settle(seen::add);     // Pending, then Bound
     * }</pre>
     *
     * @throws IllegalStateException as {@link #settle()}
     */
    public Cluster settle(Consumer<? super Change<?>> watcher) {
        return settle(Course.TO_THE_END, watcher);
    }

    /**
     * Follows this course until it stops, and tells each change as it is made.
     *
     * @throws IllegalStateException as {@link #settle()}
     */
    public Cluster settle(Course course, Consumer<? super Change<?>> watcher) {
        return Settling.settle(this, course, watcher);
    }

    /**
     * One write further, or one item looked at, in the order in which {@link #settle()} goes; empty if the cluster is settled.
     */
    public Optional<Cluster> step() {
        return Settling.step(this);
    }

    /** What the next {@link #step} writes; empty if it writes nothing, because a controller looks at an item or none has work. */
    public Optional<NextWrite> nextWrite() {
        return nextWrites().stream().findFirst();
    }

    /**
     * What that controller has still to write about that item, the next first; empty if the next {@link #step} writes nothing. In
     * between, other controllers may act.
     */
    public List<NextWrite> nextWrites() {
        return Settling.nextWrites(this);
    }

    /**
     * The same after the next write has failed: it and the controller's other writes about its item are dropped, and the item is
     * looked at again. For what upstream meets as a conflict or a server that does not answer.
     *
     * @param retry after how much time the item is looked at again; none is at once
     * @throws IllegalStateException if nothing is to be written
     */
    public Cluster withoutNextWrite(Duration retry) {
        return Settling.withoutNextWrite(this, retry);
    }

    /**
     * Lets the time pass; whoever waited for it acts in the next {@link #settle}.
     *
     * @throws IllegalArgumentException if the time is negative or would end later than {@link Times#END}
     */
    public Cluster advance(Duration time) {
        Numbering later = numbering.advance(time);
        return with(queues.due(later.now())).with(later);
    }

    /** When the first item is due that waits for time to pass. */
    public Optional<Instant> nextDue() {
        return queues.firstDue();
    }

    /** How long until the first item is due that waits for time to pass; no time if it is due already. */
    public Optional<Duration> untilNextDue() {
        return nextDue().map(due -> due.isBefore(now()) ? Duration.ZERO : Duration.between(now(), due));
    }

    /** True if {@link #settle} changes nothing. */
    public boolean isSettled() {
        return queues.areIdle();
    }

    /**
     * The clusters that one step of the settling may lead to, where upstream leaves open which item a controller reconciles
     * first and what it chooses; the one that {@link #settle} goes to is the first. Empty if the cluster is settled.
     */
    public List<Cluster> successors() {
        return Successors.of(this);
    }

    /**
     * Follows the settling to where it matters which way it goes on, and gives the ways; none if the cluster is settled then.
     * Of ways that differ only in the order of steps that commute it gives one: the ends are those to which
     * {@link #successors} lead.
     *
     * @throws IllegalStateException if controllers go round in a circle before
     */
    public Fork fork() {
        return Settling.fork(this);
    }

    /**
     * What matters of this cluster for its future: every object without the numbers that only tell the order of writes,
     * what was found out, and what the controllers have to do. Two clusters with equal texts settle alike but for
     * numbers and events.
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /**
     * The same cluster, as the one in which a search begins: what follows is told apart by what differs from it, so that
     * a {@link #digest} costs by what changed since and not by how many objects there are.
     */
    public Cluster asStart() {
        Views trailing = views.with(Trail.VIEW, Trail.from(this));
        return new Cluster(controllers, store, trailing, findings, queues, events, numbering, origin);
    }

    /**
     * Tells apart the clusters that follow from one {@linkplain #asStart() start}, as {@link #fingerprint} does, in 16
     * bytes. Those of different starts are not to be compared. Without a start it costs by all objects.
     */
    public Digest digest() {
        return view(Trail.VIEW).digest(Work.of(this));
    }

    /** Who keeps it. */
    public Controllers controllers() {
        return controllers;
    }

    /**
     * The same objects, kept by these controllers. One of a name that was there before goes on with what it had before it;
     * a new one looks at every object, as a controller that starts does.
     */
    public Cluster with(Controllers keepers) {
        Controllers others = keepers.knowing(origin.known());
        Views counted = Views.counted(others.views(), this);
        WorkQueues moved = queues.moved(controllers, others);
        Cluster cluster = new Cluster(others, store, counted, findings, moved, events, numbering, origin);
        return cluster.with(Waking.ofNew(controllers, cluster));
    }

    /** The resourceVersion that the newest write got; a list of objects has it too. */
    public String version() {
        return numbering.version();
    }

    /** The time: an epoch, and a second for every write. */
    @Override
    public Instant now() {
        return numbering.now();
    }

    @Override
    public Semantics semantics() {
        return controllers.semantics();
    }

    /** All events, in the order in which they were first recorded. */
    public List<Event> events() {
        return events.since(0);
    }

    /** Those about this very object, in the same order. */
    public List<Event> eventsOf(KubernetesObject object) {
        Map<String, List<Event>> known = eventsByUid;
        if (known == null) {
            known = events().stream().collect(Collectors.groupingBy(Event::uid));
            eventsByUid = known;
        }
        return known.getOrDefault(object.metadata().uid(), List.of());
    }

    /**
     * The events that were first recorded after this many others, in that order; one that was only counted again is not
     * among them.
     *
     * @throws IllegalArgumentException if the count is negative, or there are not that many events
     */
    public List<Event> eventsSince(int count) {
        return events.since(count);
    }

    /** All events as objects of {@code v1}, with a name, and without uid and {@code resourceVersion}; in the same order. */
    public List<JsonObject> eventTrees() {
        return events.stored().stream().map(StoredEvent::tree).toList();
    }

    /**
     * The events that were recorded since {@code earlier}, or counted again, as {@link #eventTrees} has them.
     */
    public List<JsonObject> eventTreesSince(Cluster earlier) {
        return events.changedSince(earlier.events).stream()
                .map(StoredEvent::tree)
                .toList();
    }

    /**
     * What became of the objects since {@code earlier}: each that is new, differs or is gone, by kind, namespace and name;
     * steps in between do not show. Looks at the namespaces only in which something changed.
     */
    public List<Change<?>> changesSince(Cluster earlier) {
        return store.changesSince(earlier.store);
    }

    /**
     * Whether every object of this kind is known. Of a cluster that was built they all are; one that was {@linkplain #open
     * opened} knows those kinds that its dump was asked for.
     */
    public boolean isKnown(ObjectKind<?> kind) {
        return origin.known().contains(kind);
    }

    /** Whether every object of every kind is known: it was built, or opened from a dump of everything. */
    public boolean isWhole() {
        return origin.known() == Kinds.ALL;
    }

    /** Whether it was {@linkplain #open opened}: who runs in it and is none of its controllers is not known. */
    public boolean isOpened() {
        return origin != Origin.BUILT;
    }

    /** The controllers that do nothing, since the cluster was opened without kinds that they need; in their order. */
    public List<Standing> standing() {
        return controllers.all().stream()
                .filter(controllers::isStanding)
                .map(controller -> new Standing(controller.name(), controllers.unknownTo(controller)))
                .toList();
    }

    /**
     * A controller that does nothing.
     *
     * @param controller its name
     * @param unknown the kinds that it would have to know
     */
    public record Standing(String controller, List<ObjectKind<?>> unknown) {
        public Standing {
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * The object as the API server would give it: what Mooring does not know of an object that was {@linkplain #open opened}
     * is in it as it was.
     */
    public Optional<JsonObject> tree(Ref<?> object) {
        return get(object).map(origin::tree);
    }

    /**
     * What {@code kubectl get} would give of everything, events included: the other side of {@link #open}. Without what the
     * controllers have to do and what they have found out.
     */
    public Dump dump() {
        List<Dump.Stored> objects = new ArrayList<>();
        all().forEach(object -> objects.add(new Dump.Stored(object, origin.tree(object))));
        eventTrees().forEach(tree -> objects.add(Dump.Stored.read(tree)));
        Dump dump = Dump.NONE.and(objects).atVersion(numbering.version());
        return origin.known() == Kinds.ALL
                ? dump.ofEverything()
                : dump.given(origin.known().named());
    }

    /** How many objects there are. */
    public int size() {
        return store.size();
    }

    @Override
    public Stream<? extends KubernetesObject> all() {
        return store.all();
    }

    @Override
    public <T extends KubernetesObject> Optional<T> get(Ref<T> ref) {
        return store.get(ref);
    }

    @Override
    public <T extends KubernetesObject> Optional<T> find(ObjectKind<T> kind, String namespace, String name) {
        return get(kind.ref(namespace, name));
    }

    @Override
    public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
        return store.list(kind, namespace);
    }

    @Override
    public <T extends KubernetesObject> Stream<T> list(ObjectKind<T> kind) {
        return store.list(kind);
    }

    /** The volume of this name. */
    public Optional<PersistentVolume> volume(String name) {
        return get(PersistentVolume.ref(name));
    }

    /** The claim of this name. */
    public Optional<PersistentVolumeClaim> claim(String namespace, String name) {
        return get(PersistentVolumeClaim.ref(namespace, name));
    }

    /** The storage class of this name. */
    public Optional<StorageClass> storageClass(String name) {
        return get(StorageClass.ref(name));
    }

    /** The pod of this name. */
    public Optional<Pod> pod(String namespace, String name) {
        return get(Pod.ref(namespace, name));
    }

    /** The set of this name. */
    public Optional<StatefulSet> statefulSet(String namespace, String name) {
        return get(StatefulSet.ref(namespace, name));
    }

    /** The node of this name. */
    public Optional<Node> node(String name) {
        return get(Node.ref(name));
    }

    /** The namespaces in which there are or were objects of this kind; the empty one where they have none. */
    public List<String> namespacesSeen(ObjectKind<?> kind) {
        return store.namespacesSeen(kind);
    }

    /** Every object in this namespace, by kind and name. */
    public Stream<? extends KubernetesObject> allIn(String namespace) {
        return store.allIn(namespace);
    }

    /** True as soon as a namespace is, or was, an object of this cluster, unless it was opened without them. */
    @Override
    public boolean knowsNamespaces() {
        return isKnown(Namespace.KIND) && !store.namespacesSeen(Namespace.KIND).isEmpty();
    }

    @Override
    public boolean hasObjectsIn(String namespace) {
        return !namespace.isEmpty() && store.hasObjectsIn(namespace);
    }

    /** The value of a view; where none of the controllers brought it, it is counted anew, at the cost of all objects. */
    public <V> V view(View<V> view) {
        Optional<V> kept = views.get(view);
        return kept.isPresent() ? kept.get() : view.count(this);
    }

    /** What a controller found out about the object and keeps in mind ({@link Write.Note}). */
    public Optional<Finding> finding(Ref<?> object) {
        return findings.of(object);
    }

    @Override
    public Optional<Map<String, Quantity>> usageOf(Ref<?> quota) {
        return views.find(QuotaUsage.class).flatMap(usage -> usage.of(quota));
    }

    /** What a view may be, to spare admission the counting of claims whenever one is created under a quota. */
    public interface QuotaUsage {
        /** What the claims of the quota's namespace use of it, by resource; empty if it is not kept for this quota. */
        Optional<Map<String, Quantity>> of(Ref<?> quota);
    }

    /** In a few words: how many objects there are, and whether all is quiet; {@link #text} has everything. */
    @Override
    public String toString() {
        String objects = size() == 1 ? "1 object" : size() + " objects";
        return objects + (isSettled() ? ", settled" : ", not settled");
    }

    /** Every object and every event as text; equal for clusters that were made by the same calls. */
    public String text() {
        return Stream.concat(
                        all().map(object ->
                                Confidential.masked(Objects.write(object)).toJson()),
                        events().stream().map(Event::toString))
                .collect(Collectors.joining("\n"));
    }

    /** Whether the namespace takes nothing new, events included. */
    boolean isTerminating(String namespace) {
        return !namespace.isEmpty()
                && get(Namespace.ref(namespace))
                        .filter(Namespace::isTerminating)
                        .isPresent();
    }

    /** Every object of these kinds as if it had just come, by kind, namespace and name. */
    Stream<Change<?>> creations(Kinds kinds) {
        Stream<? extends KubernetesObject> objects = kinds == Kinds.ALL
                ? all()
                : kinds.named().stream().sorted().distinct().flatMap(this::list);
        return objects.map(Change::creation);
    }

    WorkQueues queues() {
        return queues;
    }

    Numbering numbering() {
        return numbering;
    }

    Stream<Finding> findings() {
        return findings.all();
    }

    Cluster with(WorkQueues changed) {
        return changed == queues
                ? this
                : new Cluster(controllers, store, views, findings, changed, events, numbering, origin);
    }

    Cluster with(Numbering changed) {
        return new Cluster(controllers, store, views, findings, queues, events, changed, origin);
    }

    /** With an event that this controller emits, if the API takes it. */
    Cluster with(Write.Emit emit, String source) {
        if (isTerminating(emit.regarding().ref().namespace())) {
            return this;
        }
        EventLog longer = events.with(emit, source, numbering.now());
        return new Cluster(controllers, store, views, findings, queues, longer, numbering, origin);
    }

    /** With what a controller found out about an object. */
    Cluster with(Finding finding) {
        Optional<Finding> before = findings.of(finding.about());
        Views changed = views.after(before, Optional.of(finding));
        return new Cluster(controllers, store, changed, findings.with(finding), queues, events, numbering, origin);
    }

    /** After a change of an object: the views are up to date, and the controllers that it matters to have it in their queues. */
    Cluster after(Change<?> change) {
        ObjectStore changedStore = store.after(change);
        Views changedViews = views.after(change, changedStore);
        Cluster changed =
                new Cluster(controllers, changedStore, changedViews, findings, queues, events, numbering, origin);
        Cluster kept = isOver(change) ? changed.withoutFinding(change.ref()) : changed;
        return kept.with(Waking.by(change, kept));
    }

    /** Whether what was found out about the object says nothing any more. */
    private boolean isOver(Change<?> change) {
        boolean outlives =
                findings.of(change.ref()).filter(Finding::outlivesItsObject).isPresent();
        return change.isRemoval() ? !outlives : change.isCreation() && outlives;
    }

    /** Without what was found out about an object. */
    Cluster withoutFinding(Ref<?> object) {
        Optional<Finding> before = findings.of(object);
        if (before.isEmpty()) {
            return this;
        }
        Views changed = views.after(before, Optional.empty());
        return new Cluster(controllers, store, changed, findings.without(object), queues, events, numbering, origin);
    }
}
