package io.mooring.conformance;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.workload.Deployment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that the server made up, as the records write them: {@code web-x1} for the first that begins with {@code web-}.
 * The hash of a Deployment's template is numbered so too, in names and alone.
 */
final class MadeUpNames {
    private static final Pattern WRITTEN = Pattern.compile("(.*-)x(\\d+)");

    private final Map<String, String> written =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Map<String, String> actual = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    /** Notes the name of an object, if it was made up. */
    void see(KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        Optional<String> beginning = beginning(metadata);
        if (beginning.isEmpty() || written.containsKey(metadata.name())) {
            return;
        }
        String start = hide(beginning.get());
        String ending = "x" + counts.merge(start, 1, Integer::sum);
        written.put(metadata.name(), start + ending);
        actual.put(start + ending, metadata.name());
        if (metadata.generateName().isEmpty()) {
            hashes.put(hashOf(metadata), ending);
        }
    }

    /** Notes a name that is written as the records write it, as in a dump: those that come after it are counted on. */
    void seeWritten(String name) {
        Matcher matcher = WRITTEN.matcher(name);
        if (matcher.matches()) {
            counts.merge(matcher.group(1), Integer.parseInt(matcher.group(2)), Math::max);
        }
    }

    private static Optional<String> beginning(ObjectMeta metadata) {
        if (metadata.name().startsWith(metadata.generateName())
                && !metadata.generateName().isEmpty()) {
            return isNumbered(metadata) ? Optional.empty() : Optional.of(metadata.generateName());
        }
        String hash = hashOf(metadata);
        return !hash.isEmpty() && metadata.name().endsWith("-" + hash)
                ? Optional.of(metadata.name().substring(0, metadata.name().length() - hash.length()))
                : Optional.empty();
    }

    /** A StatefulSet gives its pods a beginning too, and numbers them. */
    private static boolean isNumbered(ObjectMeta metadata) {
        return metadata.controller()
                .filter(owner -> owner.kind().equals("StatefulSet"))
                .isPresent();
    }

    private static String hashOf(ObjectMeta metadata) {
        return metadata.labels().getOrDefault(Deployment.TEMPLATE_HASH_LABEL, "");
    }

    /** The text with every name that was made up as the records write it. */
    String hide(String text) {
        if (written.isEmpty()) {
            return text;
        }
        String hash = hashes.get(text);
        if (hash != null) {
            return hash;
        }
        String hidden = text;
        for (Map.Entry<String, String> name : written.entrySet()) {
            hidden = hidden.replace(name.getKey(), name.getValue());
        }
        return hidden;
    }

    /** The name that a name of the records stands for. */
    String fill(String text) {
        return actual.getOrDefault(text, text);
    }
}
