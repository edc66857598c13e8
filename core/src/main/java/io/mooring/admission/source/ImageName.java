package io.mooring.admission.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tag of a container image's name, {@code latest} if it names neither tag nor digest. Models {@code
 * parsers.ParseImageName} over distribution's {@code ParseNormalizedNamed}.
 */
public final class ImageName {
    private static final int LONGEST_PATH = 255;
    private static final String HOST_PART = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?+";
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + HOST_PART + "(?:\\." + HOST_PART + ")*+|\\[[a-fA-F0-9:]++])(?::[0-9]++)?+");
    private static final Pattern PATH_PART = Pattern.compile("[a-z0-9]++(?:(?:\\.|__?+|-++)[a-z0-9]++)*+");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}+");
    private static final Pattern DIGEST =
            Pattern.compile("sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");

    private ImageName() {}

    /** When the image is pulled if nothing is said: a tag that moves is pulled each time. */
    public static String pullPolicy(String image) {
        return tag(image).equals(Optional.of("latest")) ? "Always" : "IfNotPresent";
    }

    /** The tag; empty if there is a digest instead, or if the name cannot be read. */
    public static Optional<String> tag(String image) {
        if (IDENTIFIER.matcher(image).matches()) {
            return Optional.empty();
        }
        String[] parts = image.split("/", 2);
        boolean hasDomain = parts.length > 1 && isDomain(parts[0]);
        String domain = hasDomain ? parts[0] : "docker.io";
        String[] digested = (hasDomain ? parts[1] : image).split("@", 2);
        Optional<String> digest = second(digested);
        String[] tagged = digested[0].split(":", 2);
        Optional<String> tag = second(tagged);
        boolean isReadable = DOMAIN.matcher(domain).matches()
                && isPath(domain, tagged[0])
                && tag.map(TAG::matcher).map(Matcher::matches).orElse(true)
                && digest.map(DIGEST::matcher).map(Matcher::matches).orElse(true);
        return isReadable && digest.isEmpty() ? tag.or(() -> Optional.of("latest")) : tag.filter(it -> isReadable);
    }

    private static Optional<String> second(String[] parts) {
        return parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    }

    /** What stands before the first slash is a host if it looks like one; else it is a part of the path. */
    private static boolean isDomain(String text) {
        return text.contains(".")
                || text.contains(":")
                || text.equals("localhost")
                || !text.toLowerCase(Locale.ROOT).equals(text);
    }

    private static boolean isPath(String domain, String path) {
        boolean isOfficial = domain.equals("docker.io") && !path.contains("/");
        String whole = (isOfficial ? "library/" : "") + path;
        if (whole.length() > LONGEST_PATH) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (!PATH_PART.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }
}
