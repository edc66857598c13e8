package io.mooring.binding.explain;

import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** An explanation with what helps; or, where nothing does, with what was tried. */
record WithFixes(Explanation explanation) implements FixResult.Cases<Explanation> {
    /** How many changes that do not help are told. */
    private static final int MOST_TOLD = 2;

    @Override
    public Explanation notNeeded(FixResult.NotNeeded result) {
        return explanation;
    }

    @Override
    public Explanation helped(FixResult.Helped result) {
        return explanation.withFixes(result.fixes());
    }

    /** That is said as the reason. */
    @Override
    public Explanation contradictory(FixResult.Contradictory result) {
        return explanation;
    }

    @Override
    public Explanation exhausted(FixResult.Exhausted result) {
        boolean isWaiting = explanation.outlook() == Outlook.WAITS;
        return isWaiting || result.attempts().isEmpty() ? explanation : tried(result.attempts());
    }

    private Explanation tried(List<FixResult.Attempt> attempts) {
        String such = String.join(
                "; ",
                attempts.stream().limit(MOST_TOLD).map(FixResult.Attempt::text).toList());
        String text = attempts.size() == 1
                ? "is not helped by the one change that was tried: " + such
                : "is helped by none of the " + attempts.size() + " changes that were tried"
                        + (attempts.size() > MOST_TOLD ? ", such as: " : ": ") + such;
        List<Fact> context = new ArrayList<>(explanation.context());
        context.add(Fact.of(FactCode.FIX_NONE, explanation.about(), FieldPath.ROOT, text));
        return explanation.withContext(context);
    }

    @Override
    public Explanation notSearched(FixResult.NotSearched result) {
        return explanation;
    }

    @Override
    public Explanation notTried(FixResult.NotTried result) {
        return explanation;
    }

    @Override
    public Explanation notKnown(FixResult.NotKnown result) {
        return explanation;
    }
}
