package io.mooring.conformance;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.workload.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final Numbering numbering;
    private final List<Integer> groups = new ArrayList<>();

    /** @param numbering how names are numbered that are first seen together */
    MadeUpNames(Numbering numbering) {
        this.numbering = numbering;
    }

    /** Notes the names of objects, those that were made up; those of one beginning were made up at once. */
    void see(List<KubernetesObject> fresh) {
        Map<String, List<ObjectMeta>> byBeginning = new LinkedHashMap<>();
        for (KubernetesObject object : fresh) {
            beginning(object.metadata())
                    .filter(beginning -> !written.containsKey(object.metadata().name()))
                    .ifPresent(beginning -> byBeginning
                            .computeIfAbsent(beginning, any -> new ArrayList<>())
                            .add(object.metadata()));
        }
        byBeginning.forEach(this::see);
    }

    private void see(String beginning, List<ObjectMeta> named) {
        List<Integer> numbers = List.of(0);
        if (named.size() > 1) {
            numbers = numbering.of(groups.size(), named.size());
            groups.add(named.size());
        }
        String start = hide(beginning);
        int before = counts.getOrDefault(start, 0);
        for (int i = 0; i < named.size(); i++) {
            see(named.get(i), start, "x" + (before + 1 + numbers.get(i)));
        }
        counts.put(start, before + named.size());
    }

    private void see(ObjectMeta metadata, String start, String ending) {
        written.put(metadata.name(), start + ending);
        actual.put(start + ending, metadata.name());
        if (metadata.generateName().isEmpty()) {
            hashes.put(hashOf(metadata), ending);
        }
    }

    /** How many names there are in each group of more than one that was first seen together. */
    List<Integer> groups() {
        return List.copyOf(groups);
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
