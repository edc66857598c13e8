package io.mooring.schema;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The errors found so far, in order, as many as {@link FirstOfMany} keeps, and the tree that was sent, to look at what values do not keep. */
public final class Errors {
    private final Supplier<JsonObject> sent;
    private Optional<JsonObject> tree = Optional.empty();
    private final FirstOfMany<FieldError> found = new FirstOfMany<>(FieldError::text);
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

    void add(FieldError error) {
        size++;
        found.add(error);
    }

    /** How many errors there are so far. */
    int size() {
        return size;
    }

    /** Each error once, upstream checks some fields twice on an update; the first of them if there are very many. */
    public List<FieldError> list() {
        return found.list();
    }

    /** How many errors there are beyond those of the list. */
    public long leftOut() {
        return found.leftOut();
    }

    /** The value that was sent there; null if there was none. */
    JsonValue sent(FieldPath path) {
        if (tree.isEmpty()) {
            tree = Optional.of(sent.get());
        }
        return path.in(tree.get());
    }
}
