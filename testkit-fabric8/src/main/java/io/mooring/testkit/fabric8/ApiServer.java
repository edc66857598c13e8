package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.yaml.ManifestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the API server makes of requests for objects. Knows no HTTP server and no client. */
final class ApiServer {
    private static final Set<String> REVIEWS = Set.of("authentication.k8s.io", "authorization.k8s.io");
    private static final Set<String> SUBRESOURCES = Set.of("", "status", "scale", "finalize", "eviction", "binding");

    private final World world;
    private final Resources resources;
    private final AppliedFields applied = new AppliedFields();

    /** The namespace of the client, which is there as soon as namespaces are. */
    private final String home;

    ApiServer(World world, Resources resources, String home) {
        this.world = world;
        this.resources = resources;
        this.home = home;
    }

    /** Whether the request is about objects, and not about a pod's log, a review or a token. */
    static boolean serves(Requested requested) {
        return !REVIEWS.contains(requested.group()) && SUBRESOURCES.contains(requested.subresource());
    }

    ApiResponse answer(ApiRequest request) {
        try {
            Requested requested = request.requested();
            Optional<Fault> fault = world.faults().meets(asked(request));
            if (fault.isPresent()) {
                return ApiResponse.refused(fault.get().answer());
            }
            return switch (request.method()) {
                case "GET" -> get(requested);
                case "POST" -> post(request);
                case "PUT" -> put(request);
                case "PATCH" -> patch(request);
                case "DELETE" -> delete(request);
                default -> throw RefusedException.badRequest("no method of the API: " + request.method());
            };
        } catch (RefusedException refused) {
            return ApiResponse.refused(refused.refused());
        } catch (ManifestException unreadable) {
            return ApiResponse.refused(RefusedException.badRequest(String.valueOf(unreadable.getMessage()))
                    .refused());
        }
    }

    private Fault.Asked asked(ApiRequest request) {
        Requested requested = request.requested();
        if (isBinding(requested)) {
            return new Fault.Asked(Optional.empty(), Fault.Verb.UPDATE, "Pod", Faults.name(bound(request)));
        }
        boolean isStatus = requested.subresource().equals("status");
        Fault.Verb verb = switch (request.method()) {
            case "GET" -> requested.name().isEmpty() ? Fault.Verb.LIST : Fault.Verb.GET;
            case "POST" -> Fault.Verb.CREATE;
            case "DELETE" -> Fault.Verb.DELETE;
            default -> isStatus ? Fault.Verb.UPDATE_STATUS : Fault.Verb.UPDATE;
        };
        String name = request.method().equals("POST") && requested.name().isEmpty()
                ? text(request.object().at("metadata", "name"))
                : requested.name();
        String kind = resources
                .kind(requested, world.cluster())
                .map(ObjectKind::name)
                .orElseGet(() ->
                        request.method().equals("POST") ? text(request.object().get("kind")) : "");
        return new Fault.Asked(
                Optional.empty(),
                verb,
                kind,
                requested.namespace().isEmpty() ? name : requested.namespace() + "/" + name);
    }

    private Optional<Ref<?>> ref(Requested requested) {
        return resources
                .kind(requested, world.cluster())
                .map(kind -> kind.ref(requested.namespace(), requested.name()));
    }

    private Ref<?> existing(Requested requested) {
        return ref(requested)
                .filter(ref -> world.cluster().get(ref).isPresent())
                .orElseThrow(() -> missing(requested));
    }

    private static RefusedException missing(Requested requested) {
        String group = requested.group().isEmpty() ? "" : "." + requested.group();
        return RefusedException.notFound(requested.plural() + group, requested.name());
    }

    private JsonObject tree(Requested requested) {
        return world.cluster().tree(existing(requested)).orElseThrow();
    }

    private ApiResponse get(Requested requested) {
        if (!requested.name().isEmpty() && Resources.isEvents(requested)) {
            return ApiResponse.ok(list(requested).stream().findFirst().orElseThrow(() -> missing(requested)));
        }
        if (!requested.name().isEmpty()) {
            JsonObject tree = tree(requested);
            return ApiResponse.ok(
                    requested.subresource().equals("scale") ? ScaleSubresource.of(tree) : versioned(tree, requested));
        }
        List<JsonValue> items = List.copyOf(list(requested));
        String kind =
                resources.kind(requested, world.cluster()).map(ObjectKind::name).orElse("");
        return ApiResponse.ok(JsonObject.builder()
                .put("kind", kind + "List")
                .put("apiVersion", kind.isEmpty() ? "v1" : requested.apiVersion())
                .put(
                        "metadata",
                        JsonObject.of(
                                "resourceVersion",
                                new JsonString(world.cluster().version())))
                .put("items", new JsonArray(items))
                .build());
    }

    /** The objects that a URL selects, as they are now. */
    List<JsonObject> list(Requested requested) {
        Predicate<JsonObject> selection = Selection.of(requested);
        Cluster cluster = world.cluster();
        List<JsonObject> all = new ArrayList<>();
        resources
                .kind(requested, cluster)
                .ifPresent(kind -> cluster.list(kind)
                        .forEach(object ->
                                all.add(versioned(cluster.tree(object.ref()).orElseThrow(), requested))));
        if (Resources.isEvents(requested)) {
            all.addAll(world.events());
        }
        all.removeIf(selection.negate());
        return all;
    }

    /** A custom resource in another of its versions; nothing but the name of the version is converted. */
    static JsonObject versioned(JsonObject tree, Requested requested) {
        return tree.with("apiVersion", new JsonString(requested.apiVersion()));
    }

    private ApiResponse post(ApiRequest request) {
        Requested requested = request.requested();
        if (isBinding(requested)) {
            return bind(request);
        }
        if (requested.subresource().equals("eviction")) {
            return accepted(request, world.cluster().delete(existing(requested)), Optional.empty());
        }
        if (!requested.name().isEmpty()) {
            throw RefusedException.badRequest("nothing is created at " + requested.plural() + "/" + requested.name());
        }
        return create(request, request.object(), Optional.empty());
    }

    /** By the pod's subresource, or as schedulers did before there was one. */
    private static boolean isBinding(Requested requested) {
        return requested.subresource().equals("binding")
                || (requested.plural().equals("bindings") && requested.group().isEmpty());
    }

    private static Ref<Pod> bound(ApiRequest request) {
        String name = request.requested().name().isEmpty()
                ? text(request.object().at("metadata", "name"))
                : request.requested().name();
        return Pod.ref(request.requested().namespace(), name);
    }

    private ApiResponse bind(ApiRequest request) {
        String node = text(request.object().at("target", "name"));
        if (node.isEmpty()) {
            throw RefusedException.badRequest("target.name: Required value");
        }
        ApiResponse pod = accepted(request, world.cluster().bind(bound(request), node), Optional.empty());
        return pod.code() < 300 ? ApiResponse.done() : pod;
    }

    private ApiResponse create(ApiRequest request, JsonObject body, Optional<String> name) {
        Requested requested = request.requested();
        JsonObject named = identified(body, requested, name);
        resources.sent(requested, text(named.get("kind")));
        boolean hasStatusApart = resources
                .resource(requested, world.cluster())
                .filter(Resources.Resource::hasStatusApart)
                .isPresent();
        StrictFields fields = StrictFields.of(hasStatusApart ? named.without("status") : named, requested);
        withHome(named);
        Outcome outcome = world.cluster().createIn(requested.namespace(), fields.tree());
        return accepted(request, outcome, Optional.of(ApiResponse.created(JsonObject.EMPTY)))
                .with(fields.warnings());
    }

    /** With the kind and version that the URL says. */
    private JsonObject identified(JsonObject body, Requested requested, Optional<String> name) {
        JsonObject versioned = body.withDefault("apiVersion", new JsonString(requested.apiVersion()));
        JsonObject kind = resources
                .kind(requested, world.cluster())
                .map(known -> versioned.withDefault("kind", new JsonString(known.name())))
                .orElse(versioned);
        return name.map(given -> {
                    JsonObject metadata = object(kind.get("metadata")).withDefault("name", new JsonString(given));
                    return kind.with("metadata", metadata);
                })
                .orElse(kind);
    }

    /** With the first Namespace the client's own is there too, as the mock server's users expect. */
    private void withHome(JsonObject created) {
        boolean isFirst = text(created.get("kind")).equals("Namespace")
                && text(created.get("apiVersion")).equals("v1")
                && !world.cluster().knowsNamespaces()
                && !text(created.at("metadata", "name")).equals(home);
        if (isFirst) {
            world.become(world.mooring()
                    .create("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + home + "\"}}")
                    .cluster());
        }
    }

    private ApiResponse put(ApiRequest request) {
        return replace(request, existing(request.requested()), request.object());
    }

    private ApiResponse patch(ApiRequest request) {
        Requested requested = request.requested();
        PatchType type = PatchType.of(request.contentType());
        if (type == PatchType.APPLY) {
            return apply(request);
        }
        Ref<?> object = existing(requested);
        JsonObject stored =
                requested.subresource().equals("scale") ? ScaleSubresource.of(tree(requested)) : tree(requested);
        boolean isKnown = object.kind().known().isPresent();
        if (type == PatchType.STRATEGIC && !isKnown && object.kind().isCustom()) {
            throw RefusedException.unsupported(
                    "the body of the request was in an unknown format - accepted media types include:"
                            + " application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
        }
        return type.apply(request.tree(), stored) instanceof JsonObject patched
                ? replace(request, object, patched)
                : ApiResponse.refused(
                        RefusedException.badRequest("a patch leaves an object").refused());
    }

    private ApiResponse apply(ApiRequest request) {
        Requested requested = request.requested();
        JsonObject configuration = identified(request.object(), requested, Optional.of(requested.name()));
        String manager = requested.parameter("fieldManager");
        if (manager.isEmpty()) {
            throw RefusedException.badRequest("fieldManager is required for apply patch");
        }
        resources.sent(requested, text(configuration.get("kind")));
        Ref<?> object = ref(requested).orElseThrow(() -> missing(requested));
        Optional<JsonObject> stored = world.cluster().tree(object);
        ApiResponse response;
        if (stored.isEmpty()) {
            response = create(request, configuration, Optional.of(requested.name()));
        } else {
            JsonObject merged = applied.apply(object, manager, configuration, stored.get(), requested.isTrue("force"));
            response = replace(request, object, merged);
        }
        if (response.code() < 300) {
            applied.took(object, manager, configuration);
        }
        return response;
    }

    /** The object, or what the subresource is about, replaced by what this says. */
    private ApiResponse replace(ApiRequest request, Ref<?> object, JsonObject said) {
        Requested requested = request.requested();
        Cluster cluster = world.cluster();
        if (requested.subresource().equals("scale")) {
            Outcome scaled = cluster.patch(object, ScaleSubresource.patch(said));
            ApiResponse response = accepted(request, scaled, Optional.empty());
            return response.code() < 300 ? ApiResponse.ok(ScaleSubresource.of(response.body())) : response;
        }
        if (requested.subresource().equals("finalize")) {
            return accepted(
                    request,
                    cluster.finalizeNamespace(Namespace.ref(object.name()), texts(said.at("spec", "finalizers"))),
                    Optional.empty());
        }
        JsonObject whole = identified(said, requested, Optional.empty());
        JsonObject stored = cluster.tree(object).orElseThrow();
        JsonObject same = whole.with("apiVersion", stored.get("apiVersion").orElseThrow());
        StrictFields fields = StrictFields.of(same, requested);
        Outcome outcome = requested.subresource().equals("status")
                ? cluster.updateStatus(object, fields.tree())
                : cluster.update(object, withStatus(fields.tree(), stored, requested));
        return accepted(request, outcome, Optional.empty()).with(fields.warnings());
    }

    /** The status of a custom resource stays, if its definition has a subresource for it. */
    private JsonObject withStatus(JsonObject said, JsonObject stored, Requested requested) {
        boolean isApart = resources
                .resource(requested, world.cluster())
                .filter(Resources.Resource::hasStatusApart)
                .isPresent();
        if (!isApart) {
            return said;
        }
        return stored.get("status").map(status -> said.with("status", status)).orElseGet(() -> said.without("status"));
    }

    private ApiResponse delete(ApiRequest request) {
        Requested requested = request.requested();
        JsonObject options = request.body().isBlank() ? JsonObject.EMPTY : request.object();
        if (!requested.name().isEmpty()) {
            return delete(request, existing(requested), options);
        }
        List<JsonValue> gone = new ArrayList<>();
        ObjectKind<?> kind = resources.kind(requested, world.cluster()).orElseThrow(() -> missing(requested));
        for (JsonObject tree : list(requested)) {
            Ref<?> each = kind.ref(text(tree.at("metadata", "namespace")), text(tree.at("metadata", "name")));
            gone.add(delete(request, each, options).body());
        }
        return ApiResponse.ok(JsonObject.builder()
                .put("kind", kind.name() + "List")
                .put("apiVersion", requested.apiVersion())
                .put("metadata", JsonObject.EMPTY)
                .put("items", new JsonArray(gone))
                .build());
    }

    private ApiResponse delete(ApiRequest request, Ref<?> object, JsonObject options) {
        Outcome outcome = world.cluster().delete(object, DeleteOptions.of(options, request.requested()));
        boolean isGone = outcome.cluster().get(object).isEmpty();
        Optional<ApiResponse> gone = isGone
                ? outcome.answer()
                        .accepted()
                        .map(last -> ApiResponse.deleted(
                                object.name(),
                                object.kind().plural(),
                                last.metadata().uid()))
                : Optional.empty();
        ApiResponse response = accepted(request, outcome, Optional.empty());
        if (world.cluster().get(object).isEmpty()) {
            applied.forget(object);
        }
        return gone.filter(status -> response.code() < 300).orElse(response);
    }

    /** The answer to a call; if it was done, and not only tried, the world goes on from there. */
    private ApiResponse accepted(ApiRequest request, Outcome outcome, Optional<ApiResponse> as) {
        return outcome.answer().accept(new Answer.Cases<>() {
            @Override
            public ApiResponse accepted(Answer.Accepted answer) {
                JsonObject tree = versioned(written(answer.object(), outcome.cluster()), request.requested());
                if (!request.requested().parameter("dryRun").equals("All")) {
                    world.become(outcome.cluster());
                }
                int code = as.map(ApiResponse::code).orElse(200);
                return new ApiResponse(code, tree, answer.warnings());
            }

            @Override
            public ApiResponse refused(Answer.Refused answer) {
                return ApiResponse.refused(answer);
            }
        });
    }

    /** The object as the call left it; as it last was, if the call removed it. */
    private JsonObject written(KubernetesObject object, Cluster after) {
        return after.tree(object.ref())
                .or(() -> world.cluster().tree(object.ref()))
                .orElse(JsonObject.EMPTY);
    }

    private static List<String> texts(Optional<JsonValue> list) {
        return list.orElse(JsonNull.NULL) instanceof JsonArray array
                ? array.items().stream().map(item -> text(Optional.of(item))).toList()
                : List.of();
    }

    static String text(Optional<JsonValue> value) {
        return value.orElse(JsonNull.NULL) instanceof JsonString text ? text.value() : "";
    }

    static JsonObject object(Optional<JsonValue> value) {
        return value.orElse(JsonNull.NULL) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
}
