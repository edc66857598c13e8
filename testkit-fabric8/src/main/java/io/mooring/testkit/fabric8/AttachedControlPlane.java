package io.mooring.testkit.fabric8;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.mooring.Mooring;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Dump;
import io.mooring.binding.world.Event;
import io.mooring.meta.ObjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' controllers beside an API server that has none: fabric8's mock server, kube-api-test, a bare kube-apiserver. Informers
 * tell what is there, and each write goes out by the client.
 *
 * <pre>{@code
 * ControlPlane controllers = ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com"));
 * try (AttachedControlPlane plane = AttachedControlPlane.attach(client, controllers)) {
 *     operator.reconcile(database);
 *     plane.awaitSettled(Duration.ofSeconds(10));
 * }
 * }</pre>
 *
 * <p>After each write the controllers look at everything anew, as after a restart; so it is for the tens of objects that a test has.
 * A write that is a conflict is made again from what is there then. One that is refused otherwise is left out until something
 * changes, and {@link #refusals} tells of it. Nodes are the caller's: where there is none, pods wait.
 *
 * <p>Events are written too. One that comes with a write ({@code SuccessfulCreate}) is counted each time; one that tells that
 * something stands still ({@code FailedScheduling}) is written once, however often it is found again.
 *
 * <p>Beside fabric8's mock server, wait by {@link #awaitSettled} and ask then, rather than by {@code waitUntilCondition}: where a watch
 * ends while that server has an event for it, the server (seen with 7.9) answers nobody for ten seconds.
 *
 * <p>Not covered: an owner that is deleted in the foreground or leaves orphans, and owners of kinds that
 * Mooring does not interpret, are left to others.
 */
public final class AttachedControlPlane implements AutoCloseable {
    private static final int MOST_CONFLICTS = 20;
    private static final int MOST_WRITES = 10_000;

    private final Controllers controllers;
    private final Set<ObjectKind<?>> kinds;
    private final ApiClient api;
    private final List<SharedIndexInformer<GenericKubernetesResource>> informers = new ArrayList<>();
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "mooring-control-plane");
        thread.setDaemon(true);
        return thread;
    });

    private final Seen seen = new Seen();
    private final EventRecorder events;
    private volatile List<String> refusals = List.of();
    private volatile @Nullable RuntimeException failure;

    private AttachedControlPlane(KubernetesClient client, ControlPlane plane) {
        this.controllers = plane.controllers();
        this.kinds = new LinkedHashSet<>(Resources.interpreted());
        kinds.addAll(Dump.NONE.givenByCommand().known().named());
        controllers.all().forEach(controller -> kinds.addAll(controller.needs().named()));
        this.api = new ApiClient(client);
        this.events = new EventRecorder(api, seen);
    }

    /** The default control plane, without provisioners. */
    public static AttachedControlPlane attach(KubernetesClient client) {
        return attach(client, ControlPlane.DEFAULT);
    }

    /** This control plane, from now on. */
    public static AttachedControlPlane attach(KubernetesClient client, ControlPlane plane) {
        AttachedControlPlane attached = new AttachedControlPlane(client, plane);
        for (ObjectKind<?> kind : attached.kinds) {
            if (attached.api.isServed(kind)) {
                attached.informers.add(attached.api.inform(kind, attached.new Listener(kind)));
            }
        }
        attached.wake();
        return attached;
    }

    /** Tells the worker what an informer saw. */
    private final class Listener implements ResourceEventHandler<GenericKubernetesResource> {
        private final ObjectKind<?> kind;

        Listener(ObjectKind<?> kind) {
            this.kind = kind;
        }

        @Override
        public void onAdd(GenericKubernetesResource object) {
            saw(object);
        }

        @Override
        public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource object) {
            saw(object);
        }

        @Override
        public void onDelete(GenericKubernetesResource object, boolean isStateUnknown) {
            seen.sawGo(kind, ApiClient.tree(kind, object));
            wake();
        }

        private void saw(GenericKubernetesResource object) {
            seen.saw(kind, ApiClient.tree(kind, object));
            wake();
        }
    }

    private synchronized void wake() {
        if (isWoken.compareAndSet(false, true) && !worker.isShutdown()) {
            worker.execute(() -> {
                isWoken.set(false);
                work();
            });
        }
    }

    private void work() {
        try {
            workUntilSettled();
        } catch (RuntimeException thrown) {
            failure = thrown;
        }
    }

    /** One write after the other, each from what is there then. */
    private void workUntilSettled() {
        Map<String, Integer> conflicts = new HashMap<>();
        Set<String> leftOut = new HashSet<>();
        List<String> told = new ArrayList<>();
        for (int writes = 0; writes < MOST_WRITES; writes++) {
            NextChange next = new NextChange(leftOut);
            opened().settle(next, next::see);
            next.found().forEach(event -> emit(event, events::found, told));
            if (next.change().isEmpty()) {
                refusals = List.copyOf(told);
                return;
            }
            Change<?> change = next.change().get();
            try {
                api.write(change)
                        .ifPresentOrElse(tree -> seen.saw(change.kind(), tree), () -> seen.missed(change.ref()));
                next.following().forEach(event -> emit(event, events::happened, told));
            } catch (KubernetesClientException refused) {
                if (!ApiClient.isConflict(refused)
                        || conflicts.merge(next.author(), 1, Integer::sum) > MOST_CONFLICTS) {
                    leftOut.add(next.author());
                    told.add(next.author() + ": " + refused.getMessage());
                }
                api.read(change.ref())
                        .ifPresentOrElse(tree -> seen.read(change.ref(), tree), () -> seen.missed(change.ref()));
            }
        }
        throw new IllegalStateException("the controllers come to no end: they have made " + MOST_WRITES + " writes");
    }

    /** As upstream, nothing waits for an event: one that is refused is not sent again. */
    private static void emit(Event event, Consumer<Event> how, List<String> told) {
        try {
            how.accept(event);
        } catch (KubernetesClientException refused) {
            told.add(event.source() + " at " + event.regarding() + ": event " + event.reason() + ": "
                    + refused.getMessage());
        }
    }

    private Cluster opened() {
        Cluster opened = Cluster.open(controllers, seen.dump().given(kinds));
        Duration behind = Duration.between(opened.now(), Instant.now());
        return behind.isNegative() ? opened : opened.advance(behind);
    }

    /** The cluster as it was seen last, before the controllers' next write: a value, which stays as it is. */
    public Cluster world() {
        return opened();
    }

    /** What the API server refused, when the controllers were last through; the names of controller and item before each. */
    public List<String> refusals() {
        return refusals;
    }

    /**
     * Reads everything anew, and waits until no controller wants to write.
     *
     * @throws AssertionError if that takes longer; the message explains what does not stand as it is to stand
     * @throws IllegalStateException if the controllers have failed
     */
    public void awaitSettled(Duration atMost) {
        try {
            worker.submit(() -> {
                        readAll();
                        workUntilSettled();
                    })
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("not settled after " + atMost + "\n\n" + explain(), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the control plane has failed: " + failed.getCause(), failed.getCause());
        }
        throwFailure();
    }

    private void readAll() {
        for (ObjectKind<?> kind : kinds) {
            ApiClient.Listed listed = api.list(kind);
            seen.sawAll(kind, listed.trees(), listed.version());
        }
    }

    /** What does not stand as it is to stand, and why, for people; empty if all does. */
    public String explain() {
        Cluster settled = opened().settle();
        return String.join(
                "\n", ExplanationGroup.texts(Mooring.read("").in(settled).notFine()));
    }

    private void throwFailure() {
        if (failure != null) {
            throw new IllegalStateException("the control plane has failed: " + failure, failure);
        }
    }

    /**
     * Stops the controllers and the informers; the client stays open.
     *
     * @throws IllegalStateException if the controllers have failed
     */
    @Override
    public void close() {
        RuntimeException failed = failure;
        synchronized (this) {
            worker.shutdownNow();
        }
        informers.forEach(SharedIndexInformer::stop);
        // What is interrupted now has not failed.
        failure = failed;
        throwFailure();
    }
}
