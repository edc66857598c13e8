package io.mooring.meta;

import java.util.Optional;

/**
 * A version of an object, as a write asks for it: the write is refused unless the stored object has this version. No
 * version, and 0, ask for any. Models {@code APIObjectVersioner.ParseResourceVersion} of {@code etcd3/store}.
 *
 * @param number unsigned, as the API server counts its writes
 */
public record ResourceVersion(long number) {
    private static final ResourceVersion ANY = new ResourceVersion(0);

    /** The version of this text; empty if the text is no unsigned number of 64 bits. The empty text asks for any. */
    public static Optional<ResourceVersion> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(ANY);
        }
        if (!text.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResourceVersion(Long.parseUnsignedLong(text)));
        } catch (NumberFormatException outOfRange) {
            return Optional.empty();
        }
    }

    /**
     * Whether a write that asks for the version {@code asked} may replace an object that has {@code stored}, which is a
     * number; never if {@code asked} is none.
     */
    public static boolean isAccepted(String asked, String stored) {
        return asked.equals(stored)
                || parse(asked).filter(version -> version.accepts(stored)).isPresent();
    }

    /** Whether every version will do. */
    public boolean isAny() {
        return number == 0;
    }

    /** Whether a write that asks for this version may replace an object that has {@code stored}. */
    public boolean accepts(String stored) {
        return isAny()
                || parse(stored)
                        .filter(version -> version.isAny() || version.equals(this))
                        .isPresent();
    }

    /** The number in decimal digits. */
    @Override
    public String toString() {
        return Long.toUnsignedString(number);
    }
}
