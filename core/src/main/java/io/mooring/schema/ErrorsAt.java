package io.mooring.schema;

import io.mooring.names.GoText;
import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where in an object a check stands, and how it says what is wrong there. The methods are the constructors of
 * apimachinery's {@code field.Error}, with its words; a detail is what follows them.
 */
public final class ErrorsAt {
    /** As which Kubernetes is answered. */
    public static final CheckOption<Semantics> SEMANTICS = new CheckOption<>("as which Kubernetes", Semantics.DEFAULT);

    private final FieldPath path;
    private final Errors errors;
    private final Supplier<Optional<String>> advice;
    private final boolean isDeclared;
    private final @Nullable Told told;

    private ErrorsAt(
            FieldPath path, Errors errors, Supplier<Optional<String>> advice, boolean isDeclared, @Nullable Told told) {
        this.path = path;
        this.errors = errors;
        this.advice = advice;
        this.isDeclared = isDeclared;
        this.told = told;
    }

    /** What checks further up say, the last first; of one option the first that is found holds. */
    private record Told(
            CheckOption<?> option, Object value, @Nullable Told before) {}

    /** The object itself. */
    static ErrorsAt root(Errors errors) {
        return new ErrorsAt(FieldPath.ROOT, errors, Optional::empty, false, null);
    }

    public ErrorsAt child(String name) {
        return at(path.child(name));
    }

    public ErrorsAt child(String first, String second) {
        return child(first).child(second);
    }

    public ErrorsAt child(Field<?> field) {
        return child(field.name());
    }

    public ErrorsAt index(int index) {
        return at(path.index(index));
    }

    public ErrorsAt key(String key) {
        return at(path.key(key));
    }

    private ErrorsAt at(FieldPath other) {
        return new ErrorsAt(other, errors, advice, isDeclared, told);
    }

    /** The same place; whatever is found there is told with this advice. */
    public ErrorsAt advising(String text) {
        return advising(() -> Optional.of(text));
    }

    /** The same place; whatever is found there is told with this advice, if there is any. It is asked for only then. */
    public ErrorsAt advising(Supplier<Optional<String>> text) {
        return new ErrorsAt(path, errors, () -> text.get().or(advice), isDeclared, told);
    }

    /** The same place; whatever is found there upstream declares in its types, see {@link Behaviour#DECLARED_CHECKS_ANSWER}. */
    public ErrorsAt declared() {
        return new ErrorsAt(path, errors, advice, true, told);
    }

    /** The same place; whatever is checked from here down is told this. */
    public <V> ErrorsAt with(CheckOption<V> option, V value) {
        return new ErrorsAt(path, errors, advice, isDeclared, new Told(option, value, told));
    }

    /** What a check further up says about it. */
    @SuppressWarnings("unchecked")
    public <V> V option(CheckOption<V> option) {
        for (Told each = told; each != null; each = each.before()) {
            if (each.option() == option) {
                return (V) each.value();
            }
        }
        return option.usual();
    }

    /** Whether the Kubernetes that answers is so. */
    public boolean has(Behaviour behaviour) {
        return option(SEMANTICS).has(behaviour);
    }

    /** An amount in the words of the Kubernetes that answers. */
    public String text(Quantity amount) {
        return option(SEMANTICS).text(amount);
    }

    /** The value that was sent here, before defaults; null if there was none. */
    public JsonValue sent() {
        return errors.sent(path);
    }

    /** Whether these checks find nothing here; what they find is told all the same. */
    public boolean isFaultless(Consumer<ErrorsAt> checks) {
        int before = errors.size();
        checks.accept(this);
        return errors.size() == before;
    }

    public void required() {
        required("");
    }

    public void required(String detail) {
        add(FieldError.Kind.REQUIRED, Optional.empty(), detail);
    }

    public void invalid(String badValue, String detail) {
        invalid(BadValue.of(badValue), detail);
    }

    public void invalid(BadValue badValue, String detail) {
        add(FieldError.Kind.INVALID, Optional.of(badValue), detail);
    }

    /** What stands here is wrong as such, and is not printed. Upstream: {@code field.OmitValueType}. */
    public void invalidAsSuch(String detail) {
        add(FieldError.Kind.INVALID, Optional.empty(), detail);
    }

    /** The supported values are printed in the order given; upstream sorts most of them. */
    public void notSupported(BadValue badValue, List<String> supported) {
        String list = supported.stream().map(GoText::quoted).collect(Collectors.joining(", "));
        add(FieldError.Kind.NOT_SUPPORTED, Optional.of(badValue), "supported values: " + list);
    }

    public void forbidden(String detail) {
        add(FieldError.Kind.FORBIDDEN, Optional.empty(), detail);
    }

    public void duplicate(BadValue badValue) {
        add(FieldError.Kind.DUPLICATE, Optional.of(badValue), "");
    }

    public void notFound(BadValue badValue) {
        add(FieldError.Kind.NOT_FOUND, Optional.of(badValue), "");
    }

    public void tooLong(int mostBytes) {
        add(FieldError.Kind.TOO_LONG, Optional.empty(), "may not be more than " + mostBytes + " bytes");
    }

    /** As what upstream declares in its types counts it. */
    public void tooManyCharacters(int most) {
        add(FieldError.Kind.TOO_LONG, Optional.empty(), "may not be more than " + most + " characters");
    }

    public void tooMany(int actual, int most) {
        add(FieldError.Kind.TOO_MANY, Optional.of(BadValue.of(actual)), "must have at most " + most + " items");
    }

    private void add(FieldError.Kind kind, Optional<BadValue> badValue, String detail) {
        Fingerprint fingerprint = fingerprint(kind, badValue, detail);
        if (isDeclared && has(Behaviour.DECLARED_CHECKS_ANSWER)) {
            errors.addLast(fingerprint, () -> error(kind, badValue, detail));
        } else {
            errors.add(fingerprint, () -> error(kind, badValue, detail));
        }
    }

    private FieldError error(FieldError.Kind kind, Optional<BadValue> badValue, String detail) {
        String value = badValue.map(bad -> ": " + bad.text()).orElse("");
        String message = kind.words() + value + (detail.isEmpty() ? "" : ": " + detail);
        return new FieldError(path, kind, badValue.map(BadValue::text), message, advice.get());
    }

    private Fingerprint fingerprint(FieldError.Kind kind, Optional<BadValue> badValue, String detail) {
        Fingerprint all = Fingerprint.NONE.and(kind.ordinal()).andWords(detail);
        for (FieldPath.Segment segment : path.segments()) {
            all = all.and(segment.hashCode());
        }
        return badValue.isPresent() ? all.and(badValue.get().text()) : all;
    }
}
