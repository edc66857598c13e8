package io.mooring.yaml.node;

import io.mooring.tree.FieldPath;
import java.util.function.BiConsumer;

/** Ends the parsing of a document as a whole. It is thrown where the reason is found, and told where the document began. */
public final class DocumentRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BiConsumer<ProblemListener, LineColumn> report;
    private final transient LineColumn at;
    private final boolean mayBeYaml;

    private DocumentRefusal(BiConsumer<ProblemListener, LineColumn> report, LineColumn at) {
        this(report, at, false);
    }

    private DocumentRefusal(BiConsumer<ProblemListener, LineColumn> report, LineColumn at, boolean mayBeYaml) {
        super(null, null, false, false);
        this.report = report;
        this.at = at;
        this.mayBeYaml = mayBeYaml;
    }

    public static DocumentRefusal notYaml(String reason, LineColumn at) {
        return new DocumentRefusal((listener, place) -> listener.badSyntax("YAML", reason, place), at);
    }

    /** Something stands there that JSON does not have. It may be YAML: {@code {kind: Pod}}. */
    public static DocumentRefusal notJson(String reason, LineColumn at) {
        return new DocumentRefusal((listener, place) -> listener.badSyntax("JSON", reason, place), at, true);
    }

    /** The text ends too soon, and was JSON up to there. */
    public static DocumentRefusal brokenOffJson(String reason, LineColumn at) {
        return new DocumentRefusal((listener, place) -> listener.badSyntax("JSON", reason, place), at);
    }

    public static DocumentRefusal overLimit(String limit, long allowed, LineColumn at) {
        return new DocumentRefusal((listener, place) -> listener.overLimit(limit, allowed, place), at);
    }

    public static DocumentRefusal badAlias(FieldPath path, String alias, String reason, LineColumn at) {
        return new DocumentRefusal((listener, place) -> listener.badAlias(path, alias, reason, place), at);
    }

    /** Whether another attempt is worth it, at reading the text as YAML. */
    public boolean mayBeYaml() {
        return mayBeYaml;
    }

    /** The same, there if nobody knew where. */
    public DocumentRefusal orAt(LineColumn place) {
        return at.isUnknown() ? new DocumentRefusal(report, place, mayBeYaml) : this;
    }

    public void reportTo(ProblemListener listener) {
        report.accept(listener, at);
    }
}
