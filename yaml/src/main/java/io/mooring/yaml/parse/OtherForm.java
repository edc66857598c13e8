package io.mooring.yaml.parse;

/** A document is not of the form that {@link BlockComposer} reads. */
final class OtherForm extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("StaticAssignmentOfThrowable") // It has no stack, and nobody is told of it.
    private static final OtherForm INSTANCE = new OtherForm();

    private OtherForm() {
        super(null, null, false, false);
    }

    static void require(boolean isOfForm) throws OtherForm {
        if (!isOfForm) {
            throw INSTANCE;
        }
    }
}
