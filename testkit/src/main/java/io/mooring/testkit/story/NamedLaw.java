package io.mooring.testkit.story;

/** A law with words for it. */
record NamedLaw(String words, Law law) implements Law {
    @Override
    public void check(Passage passage) {
        law.check(passage);
    }
}
