package io.mooring.testkit.assertj;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be said of an object whatever its kind.
 *
 * @param <S> the assertions on objects of that kind
 * @param <T> the object
 */
public abstract class AbstractObjectAssert<S extends AbstractObjectAssert<S, T>, T extends KubernetesObject>
        extends AbstractAssert<S, Ref<T>> {
    private final Cluster cluster;

    AbstractObjectAssert(Cluster cluster, Ref<T> object, Class<S> self) {
        super(object, self);
        this.cluster = cluster;
    }

    /** It is there, being deleted or not. */
    public S exists() {
        object();
        return myself;
    }

    /** It is not there. */
    public S doesNotExist() {
        return cluster.get(actual).isEmpty() ? myself : broken("not to exist", "it does");
    }

    /** It stands as it is to stand, and nothing will become of it that nobody asked for. */
    public S isFine() {
        object();
        return Explainer.explain(cluster, actual).outlook() == Outlook.FINE
                ? myself
                : broken("to be fine", "it is not");
    }

    /** Somebody has asked to delete it, and something holds it. */
    public S isBeingDeleted() {
        return is(object -> object.metadata().isBeingDeleted(), "to be in deletion", "nobody has asked to delete it");
    }

    /** Nobody has asked to delete it. */
    public S isNotBeingDeleted() {
        return is(object -> !object.metadata().isBeingDeleted(), "not to be in deletion", "it is");
    }

    /** This finalizer holds it. */
    public S hasFinalizer(String finalizer) {
        List<String> finalizers = object().metadata().finalizers();
        return finalizers.contains(finalizer)
                ? myself
                : broken("to have the finalizer " + finalizer, "it has " + finalizers);
    }

    /** This label has this value. */
    public S hasLabel(String label, String value) {
        return has(
                "the label " + label,
                Optional.of(value),
                Optional.ofNullable(object().metadata().labels().get(label)));
    }

    /** This annotation has this value. */
    public S hasAnnotation(String annotation, String value) {
        return has(
                "the annotation " + annotation,
                Optional.of(value),
                Optional.ofNullable(object().metadata().annotations().get(annotation)));
    }

    /** A controller has told this of it, by the event's reason. */
    public S hasEvent(String reason) {
        List<Event> events = cluster.eventsOf(object());
        return events.stream().anyMatch(event -> event.reason().equals(reason))
                ? myself
                : broken(
                        "to have an event " + reason,
                        events.isEmpty()
                                ? "it has none"
                                : "it has "
                                        + events.stream()
                                                .map(event -> event.reason() + " \"" + event.message() + "\"")
                                                .collect(Collectors.joining(", ")));
    }

    /** It satisfies this, in the caller's words: {@code is("one that ...", claim -> ...)}. */
    public S is(String what, Predicate<? super T> satisfied) {
        return is(satisfied, "to be " + what, "it is not");
    }

    /** The cluster, to go on from. */
    public ClusterAssert cluster() {
        return new ClusterAssert(cluster);
    }

    final Cluster world() {
        return cluster;
    }

    /** The object, which must be there. */
    final T object() {
        return cluster.get(actual).orElseThrow(this::absent);
    }

    final S is(Predicate<? super T> satisfied, String expected, String but) {
        return satisfied.test(object()) ? myself : broken(expected, but);
    }

    final S has(String what, Optional<?> expected, Optional<?> found) {
        return found.equals(expected)
                ? myself
                : broken(
                        "to have " + what + " " + expected.map(Object::toString).orElse("none"),
                        found.map(value -> "it has " + value).orElse("it has none"));
    }

    /** Never returns; its type lets an assertion be one expression. */
    @SuppressWarnings("DoNotCallSuggester")
    final S broken(String expected, String but) {
        throw failure("Expecting %s %s, but %s.%n%s", actual, expected, but, explained());
    }

    private AssertionError absent() {
        List<String> others = cluster.list(actual.kind())
                .map(object -> object.ref().qualifiedName())
                .toList();
        String there = others.isEmpty() ? "there is none of its kind" : "there are " + String.join(", ", others);
        String wanted = Explainer.wanted(cluster).contains(actual) ? "\n" + explained() : "";
        return failure("Expecting %s to exist, but it does not; %s.%s", actual, there, wanted);
    }

    /** A cluster that is not settled is explained as far as it is. */
    private String explained() {
        Explanation explanation = Explainer.explain(cluster, actual);
        return explanation.text()
                + (cluster.isSettled() ? "" : "The cluster is not settled: the controllers still want to act.\n");
    }
}
