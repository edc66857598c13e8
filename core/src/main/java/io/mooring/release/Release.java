package io.mooring.release;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Kubernetes whose behaviour Mooring knows, such as v1.35.3. The patch counts: some behaviour came and went
 * within a minor release.
 *
 * <pre>{@code
 * Release.parse("v1.35.3").compareTo(Release.parse("1.35"));     // negative: 1.35 is the newest patch of v1.35
 * Release.parse("1.12");                                         // IllegalArgumentException, with those that are known
 * }</pre>
 *
 * @param minor the second number
 * @param patch the third number; {@link #NEWEST_PATCH} for the newest of the minor release
 */
public record Release(int minor, int patch) implements Comparable<Release> {
    /** The patch of a release that is named without one. */
    public static final int NEWEST_PATCH = Integer.MAX_VALUE;

    /** The one whose answers Mooring gives unless told otherwise. */
    public static final Release DEFAULT = new Release(37, 2);

    private static final int FIRST_MINOR = 34;
    private static final int LAST_MINOR = 37;
    private static final String KNOWN =
            "known are v1." + FIRST_MINOR + " to v1." + LAST_MINOR + ", with or without a patch";
    private static final Comparator<Release> BY_TIME =
            Comparator.comparingInt(Release::minor).thenComparingInt(Release::patch);

    /** What vendors append, such as {@code +k3s1} and {@code -gke.1200}, says nothing; before a release it was another. */
    private static final Pattern TEXT =
            Pattern.compile("v?1\\.(0|[1-9][0-9]{0,3})(?:\\.(0|[1-9][0-9]{0,3})(?:[-+](?!alpha|beta|rc).+)?)?");

    /**
     * A release by its numbers.
     *
     * @throws IllegalArgumentException if Mooring does not know the minor release, or the patch is negative
     */
    public Release {
        if (!isKnown(minor) || patch < 0) {
            throw new IllegalArgumentException("Kubernetes " + text(minor, patch) + " is not known; " + KNOWN);
        }
    }

    /**
     * Reads {@code 1.35}, {@code v1.35.3} or what a vendor makes of it, such as {@code v1.35.3-gke.1200}.
     *
     * @throws IllegalArgumentException if the text is no release, or none that Mooring knows
     */
    public static Release parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no release of Kubernetes such as v1.35.3; " + KNOWN);
        }
        return new Release(minorIn(matcher), patchIn(matcher));
    }

    /** The release that the text says; empty if it says none that Mooring knows. */
    public static Optional<Release> find(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() && isKnown(minorIn(matcher))
                ? Optional.of(new Release(minorIn(matcher), patchIn(matcher)))
                : Optional.empty();
    }

    private static boolean isKnown(int minor) {
        return minor >= FIRST_MINOR && minor <= LAST_MINOR;
    }

    private static int minorIn(Matcher matcher) {
        return Integer.parseInt(matcher.group(1));
    }

    private static int patchIn(Matcher matcher) {
        String patch = matcher.group(2);
        return patch == null ? NEWEST_PATCH : Integer.parseInt(patch);
    }

    /** Whether it is this one or came later. */
    public boolean isAtLeast(Release other) {
        return compareTo(other) >= 0;
    }

    /** By time. */
    @Override
    public int compareTo(Release other) {
        return BY_TIME.compare(this, other);
    }

    /** As Kubernetes writes it: {@code v1.35.3}, or {@code v1.35} for its newest patch. */
    @Override
    public String toString() {
        return text(minor, patch);
    }

    private static String text(int minor, int patch) {
        return "v1." + minor + (patch == NEWEST_PATCH ? "" : "." + patch);
    }
}
