package io.mooring.admission.pod;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.nonNegative;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.int64;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is done to a container while it runs: probes and lifecycle hooks. Kubernetes: {@code core/v1 Probe} and {@code
 * Lifecycle}. Models {@code validateProbe}, {@code validateLifecycle} and {@code validateHandler}.
 */
final class Handlers {
    /** How long the pod may take to end; empty if it does not say. */
    static final CheckOption<Optional<Long>> GRACE_PERIOD_SECONDS =
            new CheckOption<>("how long the pod may take to end", Optional.empty());

    private static final Pattern HEADER_NAME = Pattern.compile("[-A-Za-z0-9]++");

    private static final Field<JsonValue> PORT =
            Field.of("port", Types.INT_OR_STRING).always().checkAlways(Handlers::port);
    private static final Field<String> HEADER = text("name").always();
    private static final Field<Long> SECONDS = int64("seconds").always();

    private static final Field<JsonObject> EXEC =
            object("exec", TreeSchema.of(texts("command").required()));
    private static final Field<JsonObject> HTTP_GET = object(
            "httpGet",
            TreeSchema.of(
                    text("path").preset("/").required(),
                    PORT,
                    text("host"),
                    text("scheme").preset("HTTP").checkAlways(oneOf("HTTP", "HTTPS")),
                    objects("httpHeaders", TreeSchema.of(HEADER, text("value").always()))
                            .check(Handlers::headers),
                    text("protocol").dropped()));
    private static final Field<JsonObject> TCP_SOCKET = object("tcpSocket", TreeSchema.of(PORT, text("host")));
    private static final Field<JsonObject> GRPC = object(
            "grpc",
            TreeSchema.of(
                    int32("port").always().checkAlways(Ports.NUMBER),
                    text("service").optional().preset(""),
                    text("mode").dropped()));
    private static final Field<JsonObject> SLEEP = object("sleep", TreeSchema.of(SECONDS, rule(Handlers::sleep)));

    private static final Field<Integer> SUCCESS_THRESHOLD =
            int32("successThreshold").preset(1).check(nonNegative());
    private static final Field<Long> TERMINATION_GRACE_PERIOD_SECONDS = int64("terminationGracePeriodSeconds")
            .optional()
            .check(between(1, Long.MAX_VALUE, "must be greater than 0"));
    private static final TreeSchema PROBE = TreeSchema.of(
            oneActionOf(List.of(EXEC, HTTP_GET, TCP_SOCKET, GRPC)),
            int32("initialDelaySeconds").check(nonNegative()),
            int32("timeoutSeconds").preset(1).check(nonNegative()),
            int32("periodSeconds").preset(10).check(nonNegative()),
            SUCCESS_THRESHOLD,
            int32("failureThreshold").preset(3).check(nonNegative()),
            TERMINATION_GRACE_PERIOD_SECONDS);

    private static final TreeSchema HOOK = TreeSchema.of(oneActionOf(List.of(EXEC, HTTP_GET, TCP_SOCKET, SLEEP)));

    private static final Field<JsonObject> LIFECYCLE = object(
            "lifecycle",
            TreeSchema.of(
                    object("postStart", HOOK),
                    object("preStop", HOOK),
                    text("stopSignal").optional()));
    private static final Field<JsonObject> LIVENESS_PROBE =
            object("livenessProbe", PROBE).check(Handlers::oneSuccess);
    private static final Field<JsonObject> READINESS_PROBE =
            object("readinessProbe", PROBE).check(Handlers::endsNothing);
    private static final Field<JsonObject> STARTUP_PROBE =
            object("startupProbe", PROBE).check(Handlers::oneSuccess);

    /** What a container may have that runs as long as its pod, and no other; in the order in which it is checked. */
    static final List<Field<JsonObject>> ALL = List.of(LIFECYCLE, LIVENESS_PROBE, READINESS_PROBE, STARTUP_PROBE);

    /** The same in the order in which they are refused of a container that is added to a running pod. */
    static final List<Field<JsonObject>> ALL_OF_EPHEMERAL =
            List.of(LIVENESS_PROBE, READINESS_PROBE, STARTUP_PROBE, LIFECYCLE);

    /** The fields of all containers, unchecked. */
    static final TreeLine FIELDS = TreeLine.lines(withoutChecks(ALL).toArray(TreeLine[]::new));

    private Handlers() {}

    /** The checks of a container that runs as long as its pod. */
    static void check(JsonObject container, ErrorsAt at) {
        ALL.forEach(field -> field.check(container, at));
    }

    private static Stream<TreeLine> withoutChecks(List<Field<JsonObject>> fields) {
        return fields.stream().map(Field::withoutChecks);
    }

    private static TreeLine oneActionOf(List<Field<JsonObject>> all) {
        TreeLine rule = rule((handler, at) -> oneAction(all, handler, at));
        return TreeLine.lines(Stream.concat(withoutChecks(all), Stream.of(rule)).toArray(TreeLine[]::new));
    }

    /** The first action is checked, any other refused. */
    private static void oneAction(List<Field<JsonObject>> actions, JsonObject handler, ErrorsAt at) {
        boolean isFirst = true;
        for (Field<JsonObject> action : actions) {
            if (action.isIn(handler) && isFirst) {
                action.check(handler, at);
                isFirst = false;
            } else if (action.isIn(handler)) {
                at.child(action).forbidden("may not specify more than 1 handler type");
            }
        }
        if (isFirst) {
            at.required("must specify a handler type");
        }
    }

    /** A probe that ends the container needs one success only. */
    private static void oneSuccess(JsonObject probe, ErrorsAt at) {
        SUCCESS_THRESHOLD
                .in(probe)
                .ifPresent(times -> between(1, 1, "must be 1").check(times, at.child(SUCCESS_THRESHOLD)));
    }

    private static void endsNothing(JsonObject probe, ErrorsAt at) {
        TERMINATION_GRACE_PERIOD_SECONDS
                .in(probe)
                .ifPresent(seconds -> at.child(TERMINATION_GRACE_PERIOD_SECONDS)
                        .invalid(BadValue.of(seconds), "must not be set for readinessProbes"));
    }

    private static void sleep(JsonObject sleep, ErrorsAt at) {
        long seconds = SECONDS.of(sleep);
        at.option(GRACE_PERIOD_SECONDS)
                .filter(most -> seconds < 0 || seconds > most)
                .ifPresent(most -> at.invalid(
                        BadValue.of(seconds),
                        "must be non-negative and less than terminationGracePeriodSeconds (" + most + ")"));
    }

    /** Upstream tells of a header's name at the list. */
    private static void headers(List<JsonObject> headers, ErrorsAt at) {
        headers.stream()
                .map(HEADER::of)
                .filter(name -> !HEADER_NAME.matcher(name).matches())
                .forEach(name -> at.invalid(
                        name,
                        "a valid HTTP header must consist of alphanumeric characters or '-' (e.g."
                                + " 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')"));
    }

    /** A number, or the name of one of the container's ports. */
    private static void port(JsonValue port, ErrorsAt at) {
        if (port instanceof JsonString name) {
            Ports.name(name.value(), at);
        } else {
            Ports.NUMBER.check(Types.INT.of(port), at);
        }
    }
}
