package io.mooring.schema;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The errors found so far, in order, as many as {@link FirstOfMany} keeps, and the tree that was sent, to look at what values do not keep. */
public final class Errors {
    private final Supplier<JsonObject> sent;
    private Optional<JsonObject> tree = Optional.empty();
    private final FirstOfMany<FieldError> found = new FirstOfMany<>(FieldError::text);
    private final FirstOfMany<FieldError> last = new FirstOfMany<>(FieldError::text);
    private int size;

    /**
     * No errors yet.
     *
     * @param sent the tree that was sent; asked for at most once
     */
    public Errors(Supplier<JsonObject> sent) {
        this.sent = sent;
    }

    /** Whether the check finds anything wrong with the value. */
    public static <T> boolean finds(Check<T> check, T value) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        check.check(value, errors.root());
        return errors.size > 0;
    }

    /** The object itself, for checks to begin at. */
    public ErrorsAt root() {
        return ErrorsAt.root(this);
    }

    /** @param error made only if it is told */
    void add(Fingerprint fingerprint, Supplier<FieldError> error) {
        size++;
        found.add(fingerprint, error);
    }

    /** Adds an error that is told after those that are not added so. */
    void addLast(Fingerprint fingerprint, Supplier<FieldError> error) {
        size++;
        last.add(fingerprint, error);
    }

    /** How many errors there are so far. */
    int size() {
        return size;
    }

    /** Whether there is no error so far. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Each error once, upstream checks some fields twice on an update; the first of them if there are very many. */
    public List<FieldError> list() {
        Set<FieldError> all = new LinkedHashSet<>(found.list());
        all.addAll(last.list());
        return List.copyOf(all);
    }

    /** How many errors there are beyond those of the list. */
    public long leftOut() {
        return found.leftOut() + last.leftOut();
    }

    /** The value that was sent there; null if there was none. */
    JsonValue sent(FieldPath path) {
        if (tree.isEmpty()) {
            tree = Optional.of(sent.get());
        }
        return path.in(tree.get());
    }
}
