package io.mooring.binding.explain;

/**
 * What kind of fact it is. Codes are stable: other tools may key on them; the words of a {@link Fact} may change.
 *
 * <p>A code is the kind of the object and what of it matters: {@code volume.capacity}.
 */
public enum FactCode {
    VOLUME_CAPACITY("volume.capacity", "The volume holds less than the claim requests."),
    VOLUME_TAKEN("volume.taken", "Another claim has the volume, or it is kept for another.");

    private final String code;
    private final String meaning;

    FactCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The stable code: {@code volume.capacity}. */
    public String code() {
        return code;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return code;
    }
}
