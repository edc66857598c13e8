package io.mooring.schema;

import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * A table of what is checked on an object that is carried along as a tree: {@link Rules} that go by the fields' names.
 *
 * <pre>{@code
 * TreeRules.table()
 *     .required("server")
 *     .required("path")
 *     .text("path", Checks.absolutePath())
 * }</pre>
 */
public final class TreeRules implements Check<JsonObject> {
    private final Rules<JsonObject> rules = Rules.table();

    private TreeRules() {}

    public static TreeRules table() {
        return new TreeRules();
    }

    @Override
    public void check(JsonObject tree, ErrorsAt at) {
        rules.check(tree, at);
    }

    /** The text must not be empty. */
    public TreeRules required(String field) {
        rules.required(field, tree -> Tree.text(tree, field));
        return this;
    }

    /** The text must not be empty; if it is not, it is checked. */
    public TreeRules required(String field, Check<? super String> rule) {
        rules.required(field, tree -> Tree.text(tree, field), rule);
        return this;
    }

    /** The list must not be empty. */
    public TreeRules requiredList(String field) {
        rules.required(field, tree -> Tree.values(tree, field));
        return this;
    }

    /** The object must be there; it is checked by {@code rule}. */
    public TreeRules requiredObject(String field, Check<JsonObject> rule) {
        rules.rule((tree, at) -> Tree.object(tree, field)
                .ifPresentOrElse(object -> rule.check(object, at.child(field)), at.child(field)::required));
        return this;
    }

    /** The text is checked, be it empty or not there. */
    public TreeRules text(String field, Check<? super String> rule) {
        rules.field(field, tree -> Tree.text(tree, field), rule);
        return this;
    }

    /** The text is checked unless it is empty. */
    public TreeRules textUnlessEmpty(String field, Check<? super String> rule) {
        rules.unlessEmpty(field, tree -> Tree.text(tree, field), rule);
        return this;
    }

    /** The text is checked if it is there, be it empty. */
    public TreeRules textIfThere(String field, Check<? super String> rule) {
        rules.optional(field, tree -> Tree.textIfThere(tree, field), rule);
        return this;
    }

    /** The texts of the list are checked, each at its index. */
    public TreeRules eachText(String field, Check<? super String> rule) {
        rules.each(field, tree -> Tree.texts(tree, field), rule);
        return this;
    }

    /** The number is checked if it is there. */
    public TreeRules number(String field, Check<Long> rule) {
        rules.rule((tree, at) -> Tree.number(tree, field).ifPresent(number -> rule.check(number, at.child(field))));
        return this;
    }

    /** The object is checked if it is there. */
    public TreeRules object(String field, Check<JsonObject> rule) {
        rules.optional(field, tree -> Tree.object(tree, field), rule);
        return this;
    }

    /** The objects of the list are checked, each at its index. */
    public TreeRules each(String field, Check<JsonObject> rule) {
        rules.each(field, tree -> Tree.items(tree, field), rule);
        return this;
    }

    /** A rule over several fields. */
    public TreeRules rule(Check<JsonObject> rule) {
        rules.rule(rule);
        return this;
    }

    /** A number from {@code least} to {@code most}. */
    public static Check<Long> between(long least, long most, String detail) {
        return (number, at) -> {
            if (number < least || number > most) {
                at.invalid(BadValue.of(number), detail);
            }
        };
    }

    /** A number that is not negative. */
    public static Check<Long> nonNegative() {
        return between(0, Long.MAX_VALUE, "must be greater than or equal to 0");
    }

    /** One of these texts, printed in this order. */
    public static Check<String> oneOf(List<String> supported) {
        return Checks.oneOf(text -> text, supported.toArray(String[]::new));
    }

    /** One of these texts, printed in this order; an empty one is missing. */
    public static Check<String> requiredOneOf(List<String> supported) {
        return (text, at) -> {
            if (text.isEmpty()) {
                at.required();
            } else {
                oneOf(supported).check(text, at);
            }
        };
    }
}
