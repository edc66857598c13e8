package io.mooring.admission.metadata;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Checks.nonNegative;
import static io.mooring.schema.Checks.unlessEmpty;

import io.mooring.meta.ObjectMeta;
import io.mooring.names.NameRule;
import io.mooring.release.Behaviour;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Types;
import java.util.List;

/**
 * ObjectMeta, in the order of {@code ValidateObjectMetaAccessor} of apimachinery's {@code api/validation} and of {@code
 * ValidateObjectMeta} of {@code core/validation}. What differs between kinds is which names they take.
 */
public final class Metadata {
    /** Metadata of which only what all kinds have in common is checked, such as that of an object that is stored. */
    public static final Schema<ObjectMeta> COMMON = schema((metadata, at) -> {}, (metadata, at) -> {});

    private static final Check<String> NAMESPACE = unlessEmpty(name(NameRule.DNS_1123_LABEL));

    /** The metadata of a new object of a kind whose names need only fit into a URL. */
    public static final Schema<ObjectMeta> OF_ANY_KIND = schema(Metadata::anyNames, (metadata, at) -> {});

    /** The metadata of a new object of a custom kind. Models {@code ValidateObjectMetaAccessor} alone. */
    public static final Schema<ObjectMeta> OF_CUSTOM_KINDS =
            schema(names(NameRule.DNS_1123_SUBDOMAIN), (metadata, at) -> {});

    private Metadata() {}

    /** The metadata of a new object of a kind whose names are of this sort. */
    public static Schema<ObjectMeta> named(NameRule rule) {
        return schema(names(rule), Metadata::legacyFinalizers);
    }

    /** The same of a kind whose names are subdomains, which upstream declares in its type. */
    public static Schema<ObjectMeta> withDeclaredName() {
        return schema(names(NameRule.DNS_1123_SUBDOMAIN, Metadata::declaredName), Metadata::legacyFinalizers);
    }

    private static void declaredName(String name, ErrorsAt at) {
        boolean isTold = at.has(Behaviour.DECLARED_CHECKS_ANSWER);
        name(isTold ? NameRule.LONG_NAME : NameRule.DNS_1123_SUBDOMAIN)
                .declared()
                .check(name, at);
    }

    private static Check<ObjectMeta> names(NameRule rule) {
        return names(rule, name(rule));
    }

    private static Check<ObjectMeta> names(NameRule rule, Check<String> ofWhole) {
        Check<String> name = unlessEmpty(ofWhole);
        return (metadata, at) -> {
            generateName(rule, metadata, at);
            ownName(name, metadata, at);
            NAMESPACE.check(metadata.namespace(), at.child("namespace"));
        };
    }

    private static Schema<ObjectMeta> schema(Check<ObjectMeta> names, Check<ObjectMeta> last) {
        return Schema.of(ObjectMeta::builder, ObjectMeta.Builder::build)
                .field("name", Types.STRING, ObjectMeta::name, ObjectMeta.Builder::name)
                .field("generateName", Types.STRING, ObjectMeta::generateName, ObjectMeta.Builder::generateName)
                .field("namespace", Types.STRING, ObjectMeta::namespace, ObjectMeta.Builder::namespace)
                .rule(names)
                .field("selfLink", Types.STRING, ObjectMeta::selfLink, ObjectMeta.Builder::selfLink)
                .field("uid", Types.STRING, ObjectMeta::uid, ObjectMeta.Builder::uid)
                .field(
                        "resourceVersion",
                        Types.STRING,
                        ObjectMeta::resourceVersion,
                        ObjectMeta.Builder::resourceVersion)
                .field("generation", Types.LONG, ObjectMeta::generation, ObjectMeta.Builder::generation)
                .check(nonNegative())
                .zeroAsAbsent(
                        "creationTimestamp",
                        Types.TIME,
                        ObjectMeta::creationTimestamp,
                        ObjectMeta.Builder::creationTimestamp)
                .optional(
                        "deletionTimestamp",
                        Types.TIME,
                        ObjectMeta::deletionTimestamp,
                        ObjectMeta.Builder::deletionTimestamp)
                .optional(
                        "deletionGracePeriodSeconds",
                        Types.LONG,
                        ObjectMeta::deletionGracePeriodSeconds,
                        ObjectMeta.Builder::deletionGracePeriodSeconds)
                .map("labels", Types.STRING, ObjectMeta::labels, ObjectMeta.Builder::labels)
                .check(Labels::check)
                .map("annotations", Types.STRING, ObjectMeta::annotations, ObjectMeta.Builder::annotations)
                .check(Annotations::check)
                .list("ownerReferences", Owners.OWNER, ObjectMeta::ownerReferences, ObjectMeta.Builder::ownerReferences)
                .check(Owners::oneController)
                .list("finalizers", Types.STRING, ObjectMeta::finalizers, ObjectMeta.Builder::finalizers)
                .check(Finalizers::check)
                .list(
                        "managedFields",
                        ManagedFields.ENTRY,
                        ObjectMeta::managedFields,
                        ObjectMeta.Builder::managedFields)
                .unchecked()
                .check(ManagedFields::check)
                .rule(last)
                .schema();
    }

    private static void ownName(Check<String> rule, ObjectMeta metadata, ErrorsAt at) {
        if (metadata.generateName().isEmpty() && metadata.name().isEmpty()) {
            nameRequired(at);
        } else {
            rule.check(metadata.name(), at.child("name"));
        }
    }

    /** The beginning of a name, from which the API server makes names of this sort. */
    public static void generateName(NameRule rule, ObjectMeta metadata, ErrorsAt at) {
        String prefix = metadata.generateName();
        if (!prefix.isEmpty()) {
            rule.problemsOfPrefix(prefix)
                    .forEach(problem -> at.child("generateName").invalid(prefix, problem));
        }
    }

    private static void anyNames(ObjectMeta metadata, ErrorsAt at) {
        if (metadata.generateName().isEmpty() && metadata.name().isEmpty()) {
            nameRequired(at);
        }
        pathSegments(metadata, at);
        NAMESPACE.check(metadata.namespace(), at.child("namespace"));
    }

    private static void nameRequired(ErrorsAt at) {
        at.child("name").required("name or generateName is required");
    }

    /** A name of any kind must be able to stand in a URL. Upstream: {@code content.IsPathSegmentName}. */
    static void pathSegments(ObjectMeta metadata, ErrorsAt at) {
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

    /** The finalizers that a spec has, as a namespace's. Models {@code validateFinalizerName}. */
    public static void finalizerNames(List<String> finalizers, ErrorsAt at) {
        Finalizers.ofSpec(finalizers, at);
    }

    /** What upstream checks of a kind's metadata after all that is common to kinds, on updates too. */
    public static void legacyFinalizers(ObjectMeta metadata, ErrorsAt at) {
        Finalizers.standardOrQualified(metadata.finalizers(), at.child("finalizers"));
    }
}
