package io.mooring.testkit.fabric8;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the URL of a request means: {@code /apis/apps/v1/namespaces/test/statefulsets/web/status}.
 *
 * @param namespace empty for all of them, and for what has none
 * @param name empty for all of them
 * @param subresource empty for the object itself
 */
record Requested(
        String group,
        String version,
        String namespace,
        String plural,
        String name,
        String subresource,
        Map<String, String> query) {
    private static final String NAMESPACES = "namespaces";
    private static final List<String> OF_NAMESPACES = List.of("status", "finalize");
    private static final int CORE = 2;
    private static final int GROUPED = 3;

    /** Empty for a URL that is about no objects, such as {@code /version} and {@code /apis/apps/v1}. */
    static Optional<Requested> parse(String url) {
        int mark = url.indexOf('?');
        List<String> path = Arrays.stream((mark < 0 ? url : url.substring(0, mark)).split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(Requested::decoded)
                .toList();
        Map<String, String> query = mark < 0 ? Map.of() : query(url.substring(mark + 1));
        boolean isCore = !path.isEmpty() && path.get(0).equals("api");
        boolean isGrouped = !path.isEmpty() && path.get(0).equals("apis");
        int start = isCore ? CORE : GROUPED;
        if (!(isCore || isGrouped) || path.size() <= start) {
            return Optional.empty();
        }
        String group = isCore ? "" : path.get(1);
        return Optional.of(of(group, path.get(start - 1), path.subList(start, path.size()), query));
    }

    private static Requested of(String group, String version, List<String> path, Map<String, String> query) {
        boolean isInNamespace =
                path.get(0).equals(NAMESPACES) && path.size() > 2 && !OF_NAMESPACES.contains(path.get(2));
        List<String> rest = new ArrayList<>(isInNamespace ? path.subList(2, path.size()) : path);
        String subresource = rest.size() > 2 ? String.join("/", rest.subList(2, rest.size())) : "";
        return new Requested(
                group,
                version,
                isInNamespace ? path.get(1) : "",
                rest.get(0),
                rest.size() > 1 ? rest.get(1) : "",
                subresource,
                query);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            query.put(
                    decoded(equals < 0 ? part : part.substring(0, equals)),
                    equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    String parameter(String key) {
        return query.getOrDefault(key, "");
    }

    boolean isTrue(String key) {
        return List.of("true", "1").contains(parameter(key));
    }

    boolean isWatch() {
        return isTrue("watch");
    }
}
