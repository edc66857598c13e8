package io.mooring.admission.pod;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.texts;

import io.mooring.admission.source.ImageName;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.Schema;
import io.mooring.schema.SchemaBuilder;
import io.mooring.schema.TreeLine;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.ResourceRequirements;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The containers of a pod. Kubernetes: {@code core/v1 Container} and {@code EphemeralContainer}. Models {@code
 * validateContainers}, {@code validateInitContainers}, {@code validateEphemeralContainers} and {@code
 * SetDefaults_Container}.
 */
final class Containers {
    private static final String NOT_EPHEMERAL = "cannot be set for an Ephemeral Container";

    private static final Field<String> NAME = text("name").always().required().check(name(NameRule.DNS_1123_LABEL));
    private static final Field<String> IMAGE = text("image").required();
    private static final Field<String> IMAGE_PULL_POLICY =
            text("imagePullPolicy").required().check(oneOf("Always", "IfNotPresent", "Never"));
    static final Field<ResourceRequirements> RESOURCES =
            Field.of("resources", Resources.REQUIREMENTS).always();
    private static final Field<List<JsonObject>> RESIZE_POLICY = objects(
            "resizePolicy",
            TreeSchema.of(text("resourceName").always(), text("restartPolicy").always()));
    private static final Field<String> TARGET_CONTAINER_NAME = text("targetContainerName");

    /** A container that runs first, or as long as its pod: what all containers have in common is checked. */
    static final Schema<Container> CONTAINER = declared().schema();

    /** A container that is added to a running pod to look around. */
    static final Schema<Container> EPHEMERAL =
            declared().carried(TARGET_CONTAINER_NAME).schema();

    private Containers() {}

    private static SchemaBuilder<Container, Container.Builder> declared() {
        return Schema.of(Container::builder, Container.Builder::build)
                .rest(Container::rest, Container.Builder::rest)
                .of(NAME, Container::name, Container.Builder::name)
                .of(IMAGE, Container::image, Container.Builder::image)
                .carried(
                        text("terminationMessagePolicy")
                                .preset("File")
                                .required()
                                .check(oneOf("File", "FallbackToLogsOnError")),
                        text("terminationMessagePath").preset("/dev/termination-log"),
                        Ports.PORTS,
                        Environment.ENV,
                        Environment.ENV_FROM)
                .of(RESOURCES.withoutChecks(), Container::resources, Container.Builder::resources)
                .of(Mounts.MOUNTS, Container::volumeMounts, Container.Builder::volumeMounts)
                .of(Mounts.DEVICES, Container::volumeDevices, Container.Builder::volumeDevices)
                .rule(Mounts::check)
                .fill(Containers::withPullPolicy)
                .carried(IMAGE_PULL_POLICY)
                .rule((container, at) -> RESOURCES.checkValue(container.resources(), at))
                .carried(SecurityContexts.OF_CONTAINER, Restarts.FIELDS, Handlers.FIELDS, plainFields());
    }

    private static TreeLine plainFields() {
        return TreeLine.lines(
                texts("command"),
                texts("args"),
                text("workingDir"),
                RESIZE_POLICY,
                bool("stdin"),
                bool("stdinOnce"),
                bool("tty"));
    }

    private static Container withPullPolicy(Container container) {
        return IMAGE_PULL_POLICY.isIn(container.rest())
                ? container
                : container.withRest(IMAGE_PULL_POLICY.set(container.rest(), ImageName.pullPolicy(container.image())));
    }

    /** Containers that run as long as their pod. */
    static void checkRegular(List<Container> containers, ErrorsAt at) {
        if (containers.isEmpty()) {
            at.required();
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            checkStarted(container, at.index(i));
            uniqueName(container, names, at.index(i));
            Handlers.check(container.rest(), at.index(i));
        }
        Ports.uniqueHostPorts(containers, at);
    }

    /** Containers that run before the others; one that is always started again runs as long as its pod. */
    static void checkInit(List<Container> containers, List<Container> regular, ErrorsAt at) {
        Set<String> names = namesOf(regular.stream());
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            checkStarted(container, at.index(i));
            nameUnlike(names, container, at.index(i));
            if (!container.name().isEmpty()) {
                names.add(container.name());
            }
            Ports.uniqueHostPorts(List.of(container), at);
            if (Restarts.POLICY.of(container.rest()).equals("Always")) {
                Handlers.check(container.rest(), at.index(i));
            } else {
                String why = "may not be set for init containers without restartPolicy=Always";
                forbid(Handlers.ALL, container.rest(), why, at.index(i));
            }
        }
    }

    private static void checkStarted(Container container, ErrorsAt at) {
        CONTAINER.check(container, at);
        Restarts.check(container.rest(), at);
    }

    /** Containers that are added to a running pod. */
    static void checkEphemeral(List<Container> containers, Stream<Container> others, ErrorsAt at) {
        if (containers.isEmpty()) {
            return;
        }
        Set<String> targets = namesOf(others);
        Set<String> names = new HashSet<>(targets);
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            ErrorsAt place = at.index(i);
            EPHEMERAL.check(container, place);
            checkImage(container, place);
            uniqueName(container, names, place);
            String target = TARGET_CONTAINER_NAME.of(container.rest());
            if (!target.isEmpty() && !targets.contains(target)) {
                place.child(TARGET_CONTAINER_NAME).notFound(BadValue.of(target));
            }
            onlyWhatIsEphemeral(container, place);
        }
    }

    private static void onlyWhatIsEphemeral(Container container, ErrorsAt at) {
        forbid(List.of(Ports.PORTS), container.rest(), NOT_EPHEMERAL, at);
        if (!container.resources().equals(Resources.REQUIREMENTS.zero())) {
            at.child(RESOURCES).forbidden(NOT_EPHEMERAL);
        }
        forbid(List.of(RESIZE_POLICY, Restarts.POLICY, Restarts.RULES), container.rest(), NOT_EPHEMERAL, at);
        forbid(Handlers.ALL_OF_EPHEMERAL, container.rest(), NOT_EPHEMERAL, at);
        ErrorsAt mounts = at.child(Mounts.MOUNTS);
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            JsonObject mount = container.volumeMounts().get(i).rest();
            forbid(List.of(Mounts.SUB_PATH, Mounts.SUB_PATH_EXPR), mount, NOT_EPHEMERAL, mounts.index(i));
        }
    }

    private static void forbid(List<? extends Field<?>> fields, JsonObject owner, String why, ErrorsAt at) {
        fields.stream()
                .filter(field -> field.isIn(owner))
                .forEach(field -> at.child(field).forbidden(why));
    }

    /** Upstream looks at images of pods more closely than at those of templates. */
    static void checkImage(Container container, ErrorsAt at) {
        String image = container.image();
        if (!image.isEmpty() && (isSpace(image.charAt(0)) || isSpace(image.charAt(image.length() - 1)))) {
            at.child(IMAGE).invalid(image, "must not have leading or trailing whitespace");
        }
    }

    /** Go's {@code unicode.IsSpace}. */
    private static boolean isSpace(char each) {
        return ('\t' <= each && each <= '\r') || each == '\u0085' || Character.isSpaceChar(each);
    }

    private static void uniqueName(Container container, Set<String> others, ErrorsAt at) {
        nameUnlike(others, container, at);
        others.add(container.name());
    }

    private static void nameUnlike(Set<String> others, Container container, ErrorsAt at) {
        if (others.contains(container.name())) {
            at.child(NAME).duplicate(BadValue.of(container.name()));
        }
    }

    private static Set<String> namesOf(Stream<Container> containers) {
        Set<String> names = new HashSet<>();
        containers.forEach(container -> names.add(container.name()));
        return names;
    }
}
