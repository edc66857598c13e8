package io.mooring.cli;

import io.mooring.Refusal;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.explain.ExplanationTree;
import io.mooring.binding.explain.Outlook;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why objects stand as they do: those that were asked about, or all that are not fine, those of which the same can be said together. */
record Reasons(World world, List<ExplanationGroup> groups) implements Answer {
    Reasons {
        groups = List.copyOf(groups);
    }

    /** Of all that are not fine. */
    static Reasons of(World world, Selection selection) {
        return new Reasons(world, Explainer.groups(world.settled().cluster(), selection::takes));
    }

    /** Of these. */
    static Reasons of(World world, List<Ref<?>> objects) {
        return new Reasons(
                world,
                objects.stream()
                        .map(object -> new ExplanationGroup(world.settled().why(object), List.of()))
                        .toList());
    }

    @Override
    public String text(Style style, Format format) {
        Stream<String> refusals = world.settled().refusals().stream().map(refusal -> text(refusal, style));
        List<String> texts = ExplanationGroup.texts(groups);
        Stream<String> reasons = IntStream.range(0, texts.size())
                .mapToObj(i -> style.verdict(groups.get(i).first().outlook(), texts.get(i)));
        String text = Stream.concat(refusals, reasons).collect(Collectors.joining("\n"));
        return text.isEmpty() ? style.in(Style.Colour.GREEN, "everything is fine") + "\n" : text;
    }

    private static String text(Refusal refusal, Style style) {
        return style.verdict(Outlook.BLOCKED, refusal.text()) + "\n";
    }

    @Override
    public JsonObject tree() {
        return AnswerTree.of("Why", world)
                .put("groups", ExplanationTree.array(groups, ExplanationGroup::tree))
                .build();
    }

    @Override
    public ExitCode exitCode() {
        boolean isFine = world.settled().refusals().isEmpty()
                && groups.stream().noneMatch(each -> isBlocked(each.first().outlook()));
        return isFine ? ExitCode.FINE : ExitCode.BLOCKED;
    }

    /** Whether somebody has to do something, as far as is known. */
    static boolean isBlocked(Outlook outlook) {
        return switch (outlook) {
            case FINE, WAITS -> false;
            case BLOCKED, IMPOSSIBLE, NOT_KNOWN -> true;
        };
    }
}
