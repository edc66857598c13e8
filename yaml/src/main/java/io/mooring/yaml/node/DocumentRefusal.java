package io.mooring.yaml.node;

import io.mooring.tree.FieldPath;
import java.util.function.Consumer;

/** Ends the parsing of a document as a whole. It is thrown where the reason is found, and told where the document began. */
public final class DocumentRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<ProblemListener> report;
    private final boolean mayBeYaml;

    private DocumentRefusal(Consumer<ProblemListener> report) {
        this(report, false);
    }

    private DocumentRefusal(Consumer<ProblemListener> report, boolean mayBeYaml) {
        super(null, null, false, false);
        this.report = report;
        this.mayBeYaml = mayBeYaml;
    }

    public static DocumentRefusal notYaml(String reason, LineColumn at) {
        return new DocumentRefusal(listener -> listener.badSyntax("YAML", reason, at));
    }

    /** Something stands there that JSON does not have. It may be YAML: {@code {kind: Pod}}. */
    public static DocumentRefusal notJson(String reason, LineColumn at) {
        return new DocumentRefusal(listener -> listener.badSyntax("JSON", reason, at), true);
    }

    /** The text ends too soon, and was JSON up to there. */
    public static DocumentRefusal brokenOffJson(String reason, LineColumn at) {
        return new DocumentRefusal(listener -> listener.badSyntax("JSON", reason, at));
    }

    public static DocumentRefusal overLimit(String limit, long allowed, LineColumn at) {
        return new DocumentRefusal(listener -> listener.overLimit(limit, allowed, at));
    }

    public static DocumentRefusal badAlias(FieldPath path, String alias, String reason, LineColumn at) {
        return new DocumentRefusal(listener -> listener.badAlias(path, alias, reason, at));
    }

    /** Whether another attempt is worth it, at reading the text as YAML. */
    public boolean mayBeYaml() {
        return mayBeYaml;
    }

    public void reportTo(ProblemListener listener) {
        report.accept(listener);
    }
}
