package io.mooring.cli;

import io.mooring.Refusal;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explain.Outlook;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Why objects stand as they do: those that were asked about, or all that are not fine, those of which the same can be said together.
 *
 * @param unknown kinds of which all were asked for, and that were not in the dump
 */
record Reasons(World world, List<ExplanationGroup> groups, List<ObjectKind<?>> unknown) implements Answer {
    Reasons {
        unknown = List.copyOf(unknown);
        groups = List.copyOf(groups);
    }

    /** Of all that are not fine. */
    static Reasons of(World world, Selection selection) {
        selection.requireSome(world.settled());
        return new Reasons(world, Explainer.groups(world.settled().cluster(), selection::takes), List.of());
    }

    /** Of these. */
    static Reasons of(World world, Selected selected) {
        return new Reasons(
                world,
                selected.objects().stream()
                        .map(object -> ExplanationGroup.of(world.settled().why(object)))
                        .toList(),
                selected.unknown());
    }

    @Override
    public String text(Style style, Format format) {
        Stream<String> refusals = world.settled().refusals().stream().map(refusal -> text(refusal, style));
        List<String> texts = ExplanationGroup.texts(groups);
        Stream<String> reasons = IntStream.range(0, texts.size())
                .mapToObj(i -> style.verdict(groups.get(i).first().outlook(), texts.get(i)));
        Stream<String> unknown = this.unknown.stream().map(kind -> style.verdict(Outlook.NOT_KNOWN, unknown(kind)));
        String text = Stream.of(refusals, reasons, unknown)
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? style.in(Style.Colour.GREEN, nothing()) + "\n" : text;
    }

    private String nothing() {
        return world.settled().unknowns().isEmpty() ? "everything is fine" : "as far as is known, everything is fine";
    }

    static String unknown(ObjectKind<?> kind) {
        return kind.plural() + " are not known: they were not in the dump.\n";
    }

    private static String text(Refusal refusal, Style style) {
        return style.verdict(Outlook.BLOCKED, refusal.text()) + "\n";
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Why", world)
                .put("groups", ExplanationTree.array(groups, ExplanationGroup::tree))
                .put("unknown", ExplanationTree.array(unknown, kind -> new JsonString(kind.qualifiedPlural())))
                .build();
    }

    /** The text begins with them. */
    @Override
    public List<Refusal> untold() {
        return List.of();
    }

    @Override
    public ExitCode exitCode() {
        return unknown.isEmpty()
                        && groups.stream()
                                .noneMatch(each -> isBlocked(each.first().outlook()))
                ? ExitCode.FINE
                : ExitCode.BLOCKED;
    }

    /** Whether somebody has to do something, as far as is known. */
    static boolean isBlocked(Outlook outlook) {
        return switch (outlook) {
            case FINE, WAITS -> false;
            case BLOCKED, IMPOSSIBLE, NOT_KNOWN -> true;
        };
    }
}
