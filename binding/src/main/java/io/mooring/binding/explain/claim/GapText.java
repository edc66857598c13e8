package io.mooring.binding.explain.claim;

import io.mooring.binding.finding.ClaimGap;

/**
 * What is not known of a claim: the rest of a sentence that begins with the claim's name.
 *
 * @param start that nothing is known of the kind
 */
record GapText(String start) implements ClaimGap.Cases<String> {
    @Override
    public String itsVolume(ClaimGap.ItsVolume gap) {
        return "is bound to " + gap.volume().name() + ", as far as is known: " + start + ".";
    }

    @Override
    public String namedVolume(ClaimGap.NamedVolume gap) {
        return cannotBeJudged("whether " + gap.volume().name() + ", which it names, is there and free");
    }

    @Override
    public String volumes(ClaimGap.Volumes gap) {
        return cannotBeJudged("whether a volume fits");
    }

    @Override
    public String itsClass(ClaimGap.ItsClass gap) {
        return cannotBeJudged(
                "whether class \"" + gap.storageClass().name() + "\" waits for a pod, and who makes its volumes,");
    }

    @Override
    public String defaultClass(ClaimGap.DefaultClass gap) {
        return cannotBeJudged("whether there is a default class");
    }

    @Override
    public String consumers(ClaimGap.Consumers gap) {
        return cannotBeJudged(
                "whether a pod uses it, for which class \"" + gap.storageClass().name() + "\" waits,");
    }

    private String cannotBeJudged(String question) {
        return "cannot be judged: " + start + ", and " + question + " is not known.";
    }
}
