package io.mooring.admission.metadata;

import static io.mooring.schema.Checks.name;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Rules;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.tree.GoText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is checked on every object's metadata. Models {@code api/validation/objectmeta.go} of apimachinery and the
 * additions of Kubernetes' {@code core/validation}.
 */
public final class MetadataRules {
    private static final int MOST_ANNOTATION_BYTES = 256 * 1024;
    private static final Set<String> STANDARD_FINALIZERS = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private static final Check<String> LABEL_KEY = name(NameRule.QUALIFIED_NAME);
    private static final Check<String> LABEL_VALUE = name(NameRule.LABEL_VALUE);
    private static final Check<String> ANNOTATION_KEY = name(NameRule.ANNOTATION_KEY);

    private static final Rules<OwnerReference> OWNER = Rules.<OwnerReference>table()
            .requiredBecause("apiVersion", "must not be empty", OwnerReference::apiVersion, MetadataRules::groupVersion)
            .requiredBecause("kind", "must not be empty", OwnerReference::kind)
            .requiredBecause("name", "must not be empty", OwnerReference::name)
            .requiredBecause("uid", "must not be empty", OwnerReference::uid)
            .rule(MetadataRules::noEventAsOwner);

    private static final Rules<ObjectMeta> COMMON = Rules.<ObjectMeta>table()
            .field("generation", ObjectMeta::generation, MetadataRules::notNegative)
            .field("labels", ObjectMeta::labels, MetadataRules::labels)
            .field("annotations", ObjectMeta::annotations, MetadataRules::annotations)
            .each("ownerReferences", ObjectMeta::ownerReferences, OWNER)
            .field("ownerReferences", ObjectMeta::ownerReferences, MetadataRules::oneController)
            .field("finalizers", ObjectMeta::finalizers, MetadataRules::finalizers)
            .field("managedFields", ObjectMeta::managedFields, ManagedFieldsRules::check);

    /** What upstream checks of a kind's metadata after all that is common to kinds. */
    public static final Rules<ObjectMeta> LEGACY_FINALIZERS =
            Rules.<ObjectMeta>table().each("finalizers", ObjectMeta::finalizers, MetadataRules::standardOrQualified);

    /** What is checked on a new object whose kind's rules are not known. */
    public static final Rules<ObjectMeta> CREATED_OF_ANY_KIND = Rules.<ObjectMeta>table()
            .ruleIf(
                    metadata -> metadata.generateName().isEmpty(),
                    Rules.<ObjectMeta>table()
                            .requiredBecause("name", "name or generateName is required", ObjectMeta::name))
            .rule(MetadataRules::pathSegments)
            .rule(COMMON);

    /** What is checked on any update, whatever the kind. */
    public static final Rules<Update<ObjectMeta>> UPDATED = Rules.<Update<ObjectMeta>>table()
            .rule(Updates.updated(MetadataRules::pathSegments))
            .rule(Updates.updated(COMMON))
            .rule(MetadataRules::noNewFinalizersWhileDeleting)
            .rule(Updates.immutable("deletionTimestamp", ObjectMeta::deletionTimestamp, MetadataRules::time))
            .rule(Updates.immutable(
                    "deletionGracePeriodSeconds", ObjectMeta::deletionGracePeriodSeconds, MetadataRules::number));

    private MetadataRules() {}

    /** What is checked on the metadata of a new object whose names are of this sort. */
    public static Rules<ObjectMeta> created(NameRule nameRule) {
        return generateName(nameRule)
                .ruleIf(
                        metadata -> metadata.generateName().isEmpty()
                                || !metadata.name().isEmpty(),
                        Rules.<ObjectMeta>table()
                                .requiredBecause(
                                        "name", "name or generateName is required", ObjectMeta::name, name(nameRule)))
                .unlessEmpty("namespace", ObjectMeta::namespace, name(NameRule.DNS_1123_LABEL))
                .rule(COMMON)
                .rule(LEGACY_FINALIZERS);
    }

    /** What is checked on the beginning of a name, from which the API server makes names of this sort. */
    public static Rules<ObjectMeta> generateName(NameRule nameRule) {
        return Rules.<ObjectMeta>table().unlessEmpty("generateName", ObjectMeta::generateName, prefix(nameRule));
    }

    /** A name of any kind must be able to stand in a URL. Upstream: {@code content.IsPathSegmentName}. */
    private static void pathSegments(ObjectMeta metadata, ErrorsAt at) {
        partOfPath(metadata.generateName(), at.child("generateName"));
        String name = metadata.name();
        if (name.equals(".") || name.equals("..")) {
            at.child("name").invalid(name, "may not be '" + name + "'");
        } else {
            partOfPath(name, at.child("name"));
        }
    }

    private static void partOfPath(String text, ErrorsAt at) {
        for (String forbidden : List.of("/", "%")) {
            if (text.contains(forbidden)) {
                at.invalid(text, "may not contain '" + forbidden + "'");
            }
        }
    }

    /** Labels, wherever they stand: a bad key or value is told at the map, not at the key. */
    public static void labels(Map<String, String> labels, ErrorsAt at) {
        labels.forEach((key, value) -> {
            LABEL_KEY.check(key, at);
            LABEL_VALUE.check(value, at);
        });
    }

    /** Annotations, wherever they stand. */
    public static void annotations(Map<String, String> annotations, ErrorsAt at) {
        annotations.keySet().forEach(key -> ANNOTATION_KEY.check(key, at));
        if (sizeInBytes(annotations) > MOST_ANNOTATION_BYTES) {
            at.tooLong(MOST_ANNOTATION_BYTES);
        }
    }

    /** Keys and values together. */
    public static long sizeInBytes(Map<String, String> entries) {
        long size = 0;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            size += utf8Length(entry.getKey()) + utf8Length(entry.getValue());
        }
        return size;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Check<String> prefix(NameRule rule) {
        return (text, at) -> rule.problemsOfPrefix(text).forEach(problem -> at.invalid(text, problem));
    }

    private static void groupVersion(String text, ErrorsAt at) {
        int slash = text.indexOf('/');
        boolean twoSlashes = slash >= 0 && text.indexOf('/', slash + 1) >= 0;
        if (twoSlashes || text.endsWith("/")) {
            at.invalid(text, "must be <group>/<version> or <version>");
        }
    }

    private static void noEventAsOwner(OwnerReference owner, ErrorsAt at) {
        if (owner.apiVersion().equals("v1") && owner.kind().equals("Event")) {
            at.invalid(BadValue.STRUCTURE, "/v1, Kind=Event is disallowed from being an owner");
        }
    }

    private static void oneController(List<OwnerReference> owners, ErrorsAt at) {
        if (owners.size() < 2) {
            return;
        }
        List<String> controllers = owners.stream()
                .filter(owner -> owner.controller().orElse(false))
                .map(owner -> owner.kind() + "/" + owner.name())
                .toList();
        controllers.stream()
                .skip(1)
                .forEach(further -> at.invalid(
                        BadValue.LIST,
                        "Only one reference can have Controller set to true. Found \"true\" in references for "
                                + controllers.get(0) + " and " + further));
    }

    private static void finalizers(List<String> finalizers, ErrorsAt at) {
        finalizers.forEach(finalizer -> LABEL_KEY.check(finalizer, at));
        if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
            at.invalid(BadValue.LIST, "finalizer orphan and foregroundDeletion cannot be both set");
        }
    }

    private static void standardOrQualified(String finalizer, ErrorsAt at) {
        if (!finalizer.contains("/") && !STANDARD_FINALIZERS.contains(finalizer)) {
            at.advising("give it a domain: \"example.com/" + finalizer + "\"")
                    .invalid(finalizer, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }

    private static void noNewFinalizersWhileDeleting(Update<ObjectMeta> change, ErrorsAt at) {
        if (!change.stored().isBeingDeleted()) {
            return;
        }
        Set<String> added = new TreeSet<>(change.updated().finalizers());
        change.stored().finalizers().forEach(added::remove);
        if (!added.isEmpty()) {
            String list = added.stream().map(GoText::quoted).collect(Collectors.joining(", ", "[]string{", "}"));
            at.child("finalizers")
                    .forbidden("no new finalizers can be added if the object is being deleted, found new finalizers "
                            + list);
        }
    }

    private static void notNegative(Long number, ErrorsAt at) {
        if (number < 0) {
            at.invalid(BadValue.of(number), "must be greater than or equal to 0");
        }
    }

    private static BadValue time(Optional<Instant> time) {
        return time.map(DateTimeFormatter.ISO_INSTANT::format)
                .map(BadValue::ofTyped)
                .orElse(BadValue.NULL);
    }

    private static BadValue number(Optional<Long> number) {
        return number.map(BadValue::of).orElse(BadValue.NULL);
    }
}
