package io.mooring.admission;

import io.mooring.tree.FieldPath;
import io.mooring.tree.GoText;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where in an object a rule stands, and how it says what is wrong there. The methods are the constructors of apimachinery's
 * {@code field.Error}, with its words; a detail is what follows them.
 */
final class Place {
    private final FieldPath path;
    private final Findings findings;
    private final Optional<String> advice;

    private Place(FieldPath path, Findings findings, Optional<String> advice) {
        this.path = path;
        this.findings = findings;
        this.advice = advice;
    }

    /** The object itself. */
    static Place root(Findings findings) {
        return new Place(FieldPath.ROOT, findings, Optional.empty());
    }

    Place child(String name) {
        return new Place(path.child(name), findings, advice);
    }

    Place child(String first, String second) {
        return child(first).child(second);
    }

    Place index(int index) {
        return new Place(path.index(index), findings, advice);
    }

    Place key(String key) {
        return new Place(path.key(key), findings, advice);
    }

    /** The same place; whatever is found there is told with this advice. */
    Place advising(String text) {
        return new Place(path, findings, Optional.of(text));
    }

    /** The value that was sent here, before defaults; null if there was none. */
    JsonValue sent() {
        return findings.sent(path);
    }

    /** Whether these checks find nothing here; what they find is told all the same. */
    boolean isFaultless(Consumer<Place> checks) {
        int before = findings.size();
        checks.accept(this);
        return findings.size() == before;
    }

    void required() {
        required("");
    }

    void required(String detail) {
        add(CauseKind.REQUIRED, Optional.empty(), detail);
    }

    void invalid(String badValue, String detail) {
        invalid(BadValue.of(badValue), detail);
    }

    void invalid(BadValue badValue, String detail) {
        add(CauseKind.INVALID, Optional.of(badValue), detail);
    }

    /** The supported values are printed in the order given; upstream sorts most of them. */
    void notSupported(BadValue badValue, List<String> supported) {
        String list = supported.stream().map(GoText::quoted).collect(Collectors.joining(", "));
        add(CauseKind.NOT_SUPPORTED, Optional.of(badValue), "supported values: " + list);
    }

    void forbidden(String detail) {
        add(CauseKind.FORBIDDEN, Optional.empty(), detail);
    }

    void duplicate(BadValue badValue) {
        add(CauseKind.DUPLICATE, Optional.of(badValue), "");
    }

    void notFound(BadValue badValue) {
        add(CauseKind.NOT_FOUND, Optional.of(badValue), "");
    }

    void tooLong(int mostBytes) {
        add(CauseKind.TOO_LONG, Optional.empty(), "may not be more than " + mostBytes + " bytes");
    }

    private void add(CauseKind kind, Optional<BadValue> badValue, String detail) {
        String value = badValue.map(bad -> ": " + bad.text()).orElse("");
        String message = kind.words() + value + (detail.isEmpty() ? "" : ": " + detail);
        findings.add(new Cause(path, kind, badValue.map(BadValue::text), message, advice));
    }
}
