package io.mooring.testkit.story;

/** Stories beside an operator that loses data. */
public final class PausingStories {
    public static final Stories ALL = Stories.any().and(new PausingOperator()).and(PausingOperator.PAUSING);

    private PausingStories() {}
}
