package io.mooring.testkit.fabric8;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which kind is behind the plural of a URL: one that Mooring interprets, one that a definition names, or one whose objects were sent
 * there.
 */
final class Resources {
    private static final ObjectKind<OtherObject> DEFINITION =
            OtherObject.kindOf("apiextensions.k8s.io/v1", "CustomResourceDefinition");

    /** The kinds that Mooring interprets, by plural and group. */
    private static final Map<String, ObjectKind<?>> KNOWN = known();

    private final Map<String, Resource> told = new LinkedHashMap<>();

    /**
     * A kind and its place in URLs.
     *
     * @param hasStatusApart whether the status is written by a subresource alone, as far as a definition says so
     */
    record Resource(
            String group, String version, String plural, String kind, boolean isNamespaced, boolean hasStatusApart) {
        String apiVersion() {
            return group.isEmpty() ? version : group + "/" + version;
        }

        private String key() {
            return plural + "." + group;
        }
    }

    /** The kinds that Mooring interprets. */
    static Collection<ObjectKind<?>> interpreted() {
        return KNOWN.values();
    }

    private static Map<String, ObjectKind<?>> known() {
        Mooring empty = Mooring.read("");
        Map<String, ObjectKind<?>> kinds = new LinkedHashMap<>();
        for (KnownKind each : KnownKind.values()) {
            String group = ObjectKind.groupOf(each.apiVersion());
            ObjectKind<?> kind = empty.kind(group.isEmpty() ? each.plural() : each.plural() + "." + group)
                    .orElseThrow();
            kinds.put(each.plural() + "." + group, kind);
        }
        return kinds;
    }

    /** Somebody said that there is this resource. */
    void add(Resource resource) {
        told.put(resource.key(), resource);
    }

    /** An object of this kind was sent there. */
    void sent(Requested requested, String kind) {
        boolean isNamespaced = !requested.namespace().isEmpty();
        Resource resource =
                new Resource(requested.group(), requested.version(), requested.plural(), kind, isNamespaced, false);
        told.putIfAbsent(resource.key(), resource);
    }

    void clear() {
        told.clear();
    }

    /** Whether a URL means the events of the group {@code v1}. */
    static boolean isEvents(Requested requested) {
        return requested.plural().equals("events") && requested.group().isEmpty();
    }

    /** The kind that a URL means; empty if nobody told. */
    Optional<ObjectKind<?>> kind(Requested requested, Cluster world) {
        ObjectKind<?> known = KNOWN.get(requested.plural() + "." + requested.group());
        if (known != null) {
            return Optional.of(known);
        }
        if (isEvents(requested)) {
            return Optional.of(EventRecorder.KIND);
        }
        return resource(requested, world)
                .<ObjectKind<?>>map(resource -> OtherObject.kindOf(requested.apiVersion(), resource.kind()))
                .or(() -> kinds(world)
                        .filter(kind -> kind.plural().equals(requested.plural())
                                && kind.group().equals(requested.group()))
                        .findFirst());
    }

    private static Stream<ObjectKind<?>> kinds(Cluster world) {
        return world.all().<ObjectKind<?>>map(KubernetesObject::kind).distinct();
    }

    /** What was told of a custom resource, or a definition says. */
    Optional<Resource> resource(Requested requested, Cluster world) {
        return defined(world)
                .filter(each -> each.key().equals(requested.plural() + "." + requested.group()))
                .findFirst()
                .or(() -> Optional.ofNullable(told.get(requested.plural() + "." + requested.group())));
    }

    private static Stream<Resource> defined(Cluster world) {
        return world.list(DEFINITION).flatMap(definition -> of(definition.content()).stream());
    }

    private static Collection<Resource> of(JsonObject definition) {
        List<Resource> resources = new ArrayList<>();
        JsonValue versions = definition.at("spec", "versions").orElse(JsonNull.NULL);
        for (JsonValue each : versions instanceof JsonArray array ? array.items() : List.<JsonValue>of()) {
            if (each instanceof JsonObject version && !version.get("served").equals(Optional.of(JsonBool.FALSE))) {
                resources.add(new Resource(
                        text(definition.at("spec", "group")),
                        text(version.get("name")),
                        text(definition.at("spec", "names", "plural")),
                        text(definition.at("spec", "names", "kind")),
                        !text(definition.at("spec", "scope")).equals("Cluster"),
                        version.at("subresources", "status").isPresent()));
            }
        }
        return resources;
    }

    /** What there is in a group and version, as an {@code APIResourceList}; empty if nobody knows of any. */
    Optional<JsonObject> discovery(String group, String version, Cluster world) {
        Map<String, Resource> all = new LinkedHashMap<>();
        Stream.of(
                        Stream.of(KnownKind.values())
                                .map(kind -> new Resource(
                                        ObjectKind.groupOf(kind.apiVersion()),
                                        kind.apiVersion()
                                                .substring(kind.apiVersion().indexOf('/') + 1),
                                        kind.plural(),
                                        kind.kind(),
                                        kind.isNamespaced(),
                                        kind.hasStatus())),
                        told.values().stream(),
                        defined(world))
                .flatMap(each -> each)
                .filter(each -> each.group().equals(group) && each.version().equals(version))
                .forEach(each -> all.put(each.key(), each));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(JsonObject.builder()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", group.isEmpty() ? version : group + "/" + version)
                .put(
                        "resources",
                        new JsonArray(List.copyOf(
                                all.values().stream().map(Resources::discovered).toList())))
                .build());
    }

    private static JsonObject discovered(Resource resource) {
        return JsonObject.builder()
                .put("name", resource.plural())
                .put("singularName", "")
                .put("namespaced", JsonBool.of(resource.isNamespaced()))
                .put("kind", resource.kind())
                .put("verbs", JsonArray.of(new JsonString("get"), new JsonString("list")))
                .build();
    }

    private static String text(Optional<JsonValue> value) {
        return value.orElse(JsonNull.NULL) instanceof JsonString text ? text.value() : "";
    }
}
