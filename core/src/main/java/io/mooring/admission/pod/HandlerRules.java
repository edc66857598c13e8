package io.mooring.admission.pod;

import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What is checked on probes and lifecycle hooks. Models {@code validateProbe}, {@code validateLifecycle} and {@code
 * validateHandler}.
 *
 * @param gracePeriodSeconds how long the pod may take to end; empty if it does not say
 */
record HandlerRules(OptionalLong gracePeriodSeconds) {
    private static final int LONGEST_PORT_NAME = 15;
    private static final Pattern PORT_NAME = Pattern.compile("[-a-z0-9]++");
    private static final Pattern HEADER_NAME = Pattern.compile("[-A-Za-z0-9]++");

    private static final TreeRules TIMES = TreeRules.table()
            .number("initialDelaySeconds", TreeRules.nonNegative())
            .number("timeoutSeconds", TreeRules.nonNegative())
            .number("periodSeconds", TreeRules.nonNegative())
            .number("successThreshold", TreeRules.nonNegative())
            .number("failureThreshold", TreeRules.nonNegative())
            .number("terminationGracePeriodSeconds", TreeRules.between(1, Long.MAX_VALUE, "must be greater than 0"));

    /** The hooks and probes of a container that runs as long as its pod. */
    void check(JsonObject container, ErrorsAt at) {
        checkIfThere("lifecycle", this::lifecycle, container, at);
        checkIfThere("livenessProbe", this::decidingProbe, container, at);
        checkIfThere("readinessProbe", this::readinessProbe, container, at);
        checkIfThere("startupProbe", this::decidingProbe, container, at);
    }

    private static void checkIfThere(String field, Check<JsonObject> rule, JsonObject container, ErrorsAt at) {
        Tree.object(container, field).ifPresent(object -> rule.check(object, at.child(field)));
    }

    private void lifecycle(JsonObject lifecycle, ErrorsAt at) {
        TreeRules.table()
                .object("postStart", this::handler)
                .object("preStop", this::handler)
                .check(lifecycle, at);
    }

    /** A probe that ends the container needs one success only. */
    private void decidingProbe(JsonObject probe, ErrorsAt at) {
        probe(probe, at);
        TreeRules.table()
                .number("successThreshold", TreeRules.between(1, 1, "must be 1"))
                .check(probe, at);
    }

    private void readinessProbe(JsonObject probe, ErrorsAt at) {
        probe(probe, at);
        Tree.number(probe, "terminationGracePeriodSeconds")
                .ifPresent(seconds -> at.child("terminationGracePeriodSeconds")
                        .invalid(BadValue.of(seconds), "must not be set for readinessProbes"));
    }

    private void probe(JsonObject probe, ErrorsAt at) {
        handler(probe, at);
        TIMES.check(probe, at);
    }

    private void handler(JsonObject handler, ErrorsAt at) {
        boolean isFirst = true;
        for (Map.Entry<String, Check<JsonObject>> rule : actions().entrySet()) {
            Optional<JsonObject> action = Tree.object(handler, rule.getKey());
            ErrorsAt place = at.child(rule.getKey());
            if (action.isPresent() && !isFirst) {
                place.forbidden("may not specify more than 1 handler type");
            } else if (action.isPresent()) {
                rule.getValue().check(action.get(), place);
                isFirst = false;
            }
        }
        if (isFirst) {
            at.required("must specify a handler type");
        }
    }

    private Map<String, Check<JsonObject>> actions() {
        Map<String, Check<JsonObject>> actions = new LinkedHashMap<>();
        actions.put("exec", TreeRules.table().requiredList("command"));
        actions.put(
                "httpGet",
                TreeRules.table()
                        .required("path")
                        .rule(HandlerRules::port)
                        .text("scheme", TreeRules.oneOf(List.of("HTTP", "HTTPS")))
                        .rule(HandlerRules::headers));
        actions.put("tcpSocket", HandlerRules::port);
        actions.put("grpc", HandlerRules::port);
        actions.put("sleep", this::sleep);
        return actions;
    }

    private void sleep(JsonObject sleep, ErrorsAt at) {
        long seconds = Tree.number(sleep, "seconds").orElse(0);
        if (gracePeriodSeconds.isPresent() && (seconds < 0 || seconds > gracePeriodSeconds.getAsLong())) {
            at.invalid(
                    BadValue.of(seconds),
                    "must be non-negative and less than terminationGracePeriodSeconds ("
                            + gracePeriodSeconds.getAsLong() + ")");
        }
    }

    private static void headers(JsonObject get, ErrorsAt at) {
        for (JsonObject header : Tree.items(get, "httpHeaders")) {
            String name = Tree.text(header, "name");
            if (!HEADER_NAME.matcher(name).matches()) {
                at.child("httpHeaders")
                        .invalid(
                                name,
                                "a valid HTTP header must consist of alphanumeric characters or '-' (e.g."
                                        + " 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')");
            }
        }
    }

    private static void port(JsonObject action, ErrorsAt at) {
        if (action.get("port").orElse(JsonNumber.of(0)) instanceof JsonString name) {
            portName(name.value(), at.child("port"));
        } else {
            portNumber(Tree.number(action, "port").orElse(0), at.child("port"));
        }
    }

    /** 1 to 65535. */
    static void portNumber(long number, ErrorsAt at) {
        TreeRules.between(1, 65535, "must be between 1 and 65535, inclusive").check(number, at);
    }

    /** Small letters, digits and hyphens. */
    static void portName(String name, ErrorsAt at) {
        if (name.length() > LONGEST_PORT_NAME) {
            at.invalid(name, "must be no more than " + LONGEST_PORT_NAME + " characters");
        }
        if (!PORT_NAME.matcher(name).matches()) {
            at.invalid(name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (name.chars().noneMatch(each -> each >= 'a' && each <= 'z')) {
            at.invalid(name, "must contain at least one letter (a-z)");
        }
        if (name.contains("--")) {
            at.invalid(name, "must not contain consecutive hyphens");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            at.invalid(name, "must not begin or end with a hyphen");
        }
    }
}
