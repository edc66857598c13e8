package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Dump;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is there, as far as it was seen: by informers, in lists, and in the answers to writes, which come in any order. Of two versions
 * of an object the newer counts, and one that was seen to go does not come again. Thread-safe.
 */
final class Seen {
    private final Map<Ref<?>, JsonObject> objects = new HashMap<>();

    /** The uids of what was seen to go. */
    private final Set<String> gone = new HashSet<>();

    synchronized void saw(ObjectKind<?> kind, JsonObject tree) {
        if (!gone.contains(uid(tree))) {
            objects.merge(ref(kind, tree), tree, (before, after) -> version(after) >= version(before) ? after : before);
        }
    }

    synchronized void sawGo(ObjectKind<?> kind, JsonObject tree) {
        gone.add(uid(tree));
        objects.computeIfPresent(ref(kind, tree), (ref, there) -> uid(there).equals(uid(tree)) ? null : there);
    }

    /** A list of all objects of the kind, as they were at this version. */
    synchronized void sawAll(ObjectKind<?> kind, Collection<JsonObject> trees, String listVersion) {
        Set<Ref<?>> listed = new HashSet<>();
        for (JsonObject tree : trees) {
            listed.add(ref(kind, tree));
            saw(kind, tree);
        }
        objects.entrySet()
                .removeIf(each -> each.getKey().kind().equals(kind)
                        && !listed.contains(each.getKey())
                        && version(each.getValue()) <= version(listVersion));
    }

    /** The API server gave just this when it was asked for the object. */
    synchronized void read(Ref<?> object, JsonObject tree) {
        objects.put(object, tree);
    }

    /** The API server has no such object. */
    synchronized void missed(Ref<?> object) {
        objects.remove(object);
    }

    synchronized Optional<JsonObject> first(Predicate<JsonObject> which) {
        return objects.values().stream().filter(which).findFirst();
    }

    synchronized Dump dump() {
        return Dump.of(objects.values());
    }

    private static Ref<?> ref(ObjectKind<?> kind, JsonObject tree) {
        return kind.ref(ApiServer.text(tree.at("metadata", "namespace")), ApiServer.text(tree.at("metadata", "name")));
    }

    private static String uid(JsonObject tree) {
        return ApiServer.text(tree.at("metadata", "uid"));
    }

    private static long version(JsonObject tree) {
        return version(ApiServer.text(tree.at("metadata", "resourceVersion")));
    }

    private static long version(String text) {
        return text.chars().allMatch(Character::isDigit) && !text.isEmpty()
                ? Long.parseUnsignedLong(text)
                : Long.MAX_VALUE;
    }
}
