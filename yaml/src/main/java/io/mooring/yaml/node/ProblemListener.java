package io.mooring.yaml.node;

import io.mooring.tree.FieldPath;

/**
 * Is told what is wrong with a document while it is parsed. The listener knows which document of which source it is; the
 * parsers do not.
 */
public interface ProblemListener {
    /**
     * The text does not follow the syntax of its format.
     *
     * @param format {@code YAML} or {@code JSON}
     */
    void badSyntax(String format, String reason, LineColumn at);

    /**
     * The document is larger than it may be.
     *
     * @param limit its name: {@code depth}
     */
    void overLimit(String limit, long allowed, LineColumn at);

    /** A key stands twice in one map. */
    void duplicateKey(FieldPath path, LineColumn at);

    /** A key stands beside a merge key that brings it too. */
    void duplicateOfMergedKey(FieldPath path, LineColumn at);

    /** A key cannot be the name of a field. */
    void badKey(FieldPath path, String found, LineColumn at);

    /**
     * A scalar has no JSON value.
     *
     * @param reason goes after the scalar: {@code is not a time}
     */
    void badScalar(FieldPath path, String scalar, String reason, LineColumn at);

    /** The value of a merge key is neither a map nor a list of maps. */
    void badMerge(FieldPath path, LineColumn at);

    /**
     * An alias cannot be followed.
     *
     * @param reason goes after the alias: {@code has no anchor before it}
     */
    void badAlias(FieldPath path, String alias, String reason, LineColumn at);
}
