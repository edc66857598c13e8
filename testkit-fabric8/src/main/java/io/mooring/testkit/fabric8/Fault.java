package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request that goes wrong, of the operator under test or of a controller. Immutable; each method gives another fault.
 *
 * <pre>{@code
 * cluster.fail(Fault.conflict().on(Fault.Verb.UPDATE).ofKind("StatefulSet").byClients().times(2));
 * cluster.fail(Fault.serverError("etcdserver: request timed out").byController("persistentvolume-binder-controller"));
 * }</pre>
 *
 * <p>A client gets the answer. A controller looks at its item again: at once if the fault is only for some {@link #times}, else after
 * a second of the cluster's time ({@link MockCluster#advance}).
 */
public final class Fault {
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final Answer.Refused answer;
    private final Set<Verb> verbs;
    private final Optional<String> kind;
    private final Optional<String> name;
    private final Optional<Optional<String>> by;
    private final int times;

    private Fault(
            Answer.Refused answer,
            Set<Verb> verbs,
            Optional<String> kind,
            Optional<String> name,
            Optional<Optional<String>> by,
            int times) {
        this.answer = answer;
        this.verbs = verbs;
        this.kind = kind;
        this.name = name;
        this.by = by;
        this.times = times;
    }

    /** What is asked of the API server. */
    public enum Verb {
        /** An object is read. */
        GET,
        /** Objects are listed, or watched. */
        LIST,
        /** An object is created. */
        CREATE,
        /** An object is replaced or patched; a pod is bound to a node. */
        UPDATE,
        /** The status of an object is replaced or patched. */
        UPDATE_STATUS,
        /** An object, or many, are deleted. */
        DELETE
    }

    /**
     * A request, of which nothing is left open.
     *
     * @param controller the name of the controller that makes it; empty for a client
     * @param name the namespace, a slash and the name; the name alone where there is no namespace
     */
    record Asked(Optional<String> controller, Verb verb, String kind, String name) {}

    /** Somebody else was first: 409. */
    public static Fault conflict() {
        return of(
                CONFLICT,
                "Conflict",
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** The API server could not: 500. */
    public static Fault serverError(String message) {
        return of(SERVER_ERROR, "InternalError", message);
    }

    /** Any answer that is no success, to every write. */
    public static Fault of(int code, String reason, String message) {
        Answer.Refused answer = new Answer.Refused(code, reason, message, List.of());
        Set<Verb> writes = EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.UPDATE_STATUS, Verb.DELETE);
        return new Fault(answer, writes, Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
    }

    /** Only when this is asked. */
    public Fault on(Verb first, Verb... more) {
        return new Fault(answer, EnumSet.of(first, more), kind, name, by, times);
    }

    /** Only of objects of this kind: {@code PersistentVolumeClaim}. */
    public Fault ofKind(String one) {
        return new Fault(answer, verbs, Optional.of(one), name, by, times);
    }

    /** Only of the object of this name: {@code test/data}, or {@code pv-1} of a kind without namespaces. */
    public Fault named(String one) {
        return new Fault(answer, verbs, kind, Optional.of(one), by, times);
    }

    /** Only of clients: of what is tested. */
    public Fault byClients() {
        return new Fault(answer, verbs, kind, name, Optional.of(Optional.empty()), times);
    }

    /** Only of the controller of this name, such as {@code statefulset-controller}. */
    public Fault byController(String one) {
        return new Fault(answer, verbs, kind, name, Optional.of(Optional.of(one)), times);
    }

    /** Only so many times; then all is well again. */
    public Fault times(int most) {
        return new Fault(answer, verbs, kind, name, by, most);
    }

    boolean strikes(Asked asked) {
        return times > 0
                && verbs.contains(asked.verb())
                && kind.map(asked.kind()::equals).orElse(true)
                && name.map(asked.name()::equals).orElse(true)
                && by.map(asked.controller()::equals).orElse(true);
    }

    boolean isLasting() {
        return times == Integer.MAX_VALUE;
    }

    /** The same with one time less. */
    Fault struck() {
        return isLasting() ? this : times(times - 1);
    }

    Answer.Refused answer() {
        return answer;
    }
}
