package io.mooring.admission;

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
final class TreeRules implements Rule<JsonObject> {
    private final Rules<JsonObject> rules = Rules.table();

    private TreeRules() {}

    static TreeRules table() {
        return new TreeRules();
    }

    @Override
    public void check(JsonObject tree, Place at) {
        rules.check(tree, at);
    }

    /** The text must not be empty. */
    TreeRules required(String field) {
        rules.required(field, tree -> Tree.text(tree, field));
        return this;
    }

    /** The text must not be empty; if it is not, it is checked. */
    TreeRules required(String field, Rule<? super String> rule) {
        rules.required(field, tree -> Tree.text(tree, field), rule);
        return this;
    }

    /** The list must not be empty. */
    TreeRules requiredList(String field) {
        rules.required(field, tree -> Tree.values(tree, field));
        return this;
    }

    /** The object must be there; it is checked by {@code rule}. */
    TreeRules requiredObject(String field, Rule<JsonObject> rule) {
        rules.rule((tree, at) -> Tree.object(tree, field)
                .ifPresentOrElse(object -> rule.check(object, at.child(field)), at.child(field)::required));
        return this;
    }

    /** The text is checked, be it empty or not there. */
    TreeRules text(String field, Rule<? super String> rule) {
        rules.field(field, tree -> Tree.text(tree, field), rule);
        return this;
    }

    /** The text is checked unless it is empty. */
    TreeRules textUnlessEmpty(String field, Rule<? super String> rule) {
        rules.unlessEmpty(field, tree -> Tree.text(tree, field), rule);
        return this;
    }

    /** The text is checked if it is there, be it empty. */
    TreeRules textIfThere(String field, Rule<? super String> rule) {
        rules.optional(field, tree -> Tree.textIfThere(tree, field), rule);
        return this;
    }

    /** The texts of the list are checked, each at its index. */
    TreeRules eachText(String field, Rule<? super String> rule) {
        rules.each(field, tree -> Tree.texts(tree, field), rule);
        return this;
    }

    /** The number is checked if it is there. */
    TreeRules number(String field, Rule<Long> rule) {
        rules.rule((tree, at) -> Tree.number(tree, field).ifPresent(number -> rule.check(number, at.child(field))));
        return this;
    }

    /** The object is checked if it is there. */
    TreeRules object(String field, Rule<JsonObject> rule) {
        rules.optional(field, tree -> Tree.object(tree, field), rule);
        return this;
    }

    /** The objects of the list are checked, each at its index. */
    TreeRules each(String field, Rule<JsonObject> rule) {
        rules.each(field, tree -> Tree.items(tree, field), rule);
        return this;
    }

    /** A rule over several fields. */
    TreeRules rule(Rule<JsonObject> rule) {
        rules.rule(rule);
        return this;
    }

    /** A number from {@code least} to {@code most}. */
    static Rule<Long> between(long least, long most, String detail) {
        return (number, at) -> {
            if (number < least || number > most) {
                at.invalid(BadValue.of(number), detail);
            }
        };
    }

    /** A number that is not negative. */
    static Rule<Long> nonNegative() {
        return between(0, Long.MAX_VALUE, "must be greater than or equal to 0");
    }

    /** One of these texts, printed in this order. */
    static Rule<String> oneOf(List<String> supported) {
        return Checks.oneOf(text -> text, supported.toArray(String[]::new));
    }

    /** One of these texts, printed in this order; an empty one is missing. */
    static Rule<String> requiredOneOf(List<String> supported) {
        return (text, at) -> {
            if (text.isEmpty()) {
                at.required();
            } else {
                oneOf(supported).check(text, at);
            }
        };
    }
}
