package io.mooring.compare;

import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiHasAccessModifier;
import japicmp.model.JApiMethod;
import japicmp.model.JApiModifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.CtClass;

/** A type as its callers see it. */
final class Face {
    private static final Set<AccessModifier> SEEN = EnumSet.of(AccessModifier.PUBLIC, AccessModifier.PROTECTED);

    /** They are told where they happen. */
    private static final Set<JApiCompatibilityChangeType> INHERITED = EnumSet.of(
            JApiCompatibilityChangeType.METHOD_REMOVED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.FIELD_REMOVED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE);

    /** They matter to those who implement the type. */
    private static final Set<JApiCompatibilityChangeType> OF_IMPLEMENTORS = EnumSet.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_NOW_DEFAULT,
            JApiCompatibilityChangeType.CLASS_NOW_ABSTRACT,
            JApiCompatibilityChangeType.CLASS_NOW_NOT_EXTENDABLE,
            JApiCompatibilityChangeType.METHOD_NOW_FINAL);

    private final JApiClass type;
    private final Map<String, JApiClass> types;

    Face(JApiClass type, Map<String, JApiClass> types) {
        this.type = type;
        this.types = types;
    }

    String packageName() {
        String name = type.getFullyQualifiedName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    String name() {
        return type.getFullyQualifiedName().replace('$', '.');
    }

    boolean wasPublic() {
        return isSeen(JApiModifier::getOldModifier);
    }

    boolean isPublic() {
        return isSeen(JApiModifier::getNewModifier);
    }

    /** With all the types that it stands in. */
    private boolean isSeen(Function<JApiModifier<AccessModifier>, Optional<AccessModifier>> when) {
        String name = type.getFullyQualifiedName();
        boolean isSeen = isSeen(type, when);
        for (int at = name.lastIndexOf('$'); at > 0; at = name.lastIndexOf('$', at - 1)) {
            JApiClass outer = types.get(name.substring(0, at));
            isSeen &= outer == null || isSeen(outer, when);
        }
        return isSeen;
    }

    private static boolean isSeen(
            JApiHasAccessModifier element, Function<JApiModifier<AccessModifier>, Optional<AccessModifier>> when) {
        return when.apply(element.getAccessModifier()).filter(SEEN::contains).isPresent();
    }

    Set<Break> breaks() {
        Set<Break> breaks = new TreeSet<>();
        boolean wasSealed = isSealed(type.getOldClass());
        if (!wasSealed && isSealed(type.getNewClass())) {
            breaks.add(new Break(name(), "type now sealed"));
        }
        changes(type, !wasSealed).forEach(what -> breaks.add(new Break(name(), what)));
        hiddenParents(type.getOldClass())
                .flatMap(parent -> changes(parent, false))
                .forEach(what -> breaks.add(new Break(name(), what)));
        return breaks;
    }

    private static boolean isSealed(Optional<CtClass> type) {
        return type.map(found -> found.getClassFile2().getAttribute("PermittedSubclasses") != null)
                .orElse(false);
    }

    /** What the type inherits from, and its callers cannot name. */
    private Stream<JApiClass> hiddenParents(Optional<CtClass> of) {
        return of.stream().flatMap(Face::parents).flatMap(name -> {
            JApiClass parent = types.get(name);
            return parent == null || new Face(parent, types).wasPublic()
                    ? Stream.empty()
                    : Stream.concat(Stream.of(parent), hiddenParents(parent.getOldClass()));
        });
    }

    private static Stream<String> parents(CtClass of) {
        return Stream.concat(
                Stream.ofNullable(of.getClassFile2().getSuperclass()),
                Stream.of(of.getClassFile2().getInterfaces()));
    }

    private static Stream<String> changes(JApiClass type, boolean isImplementedByCallers) {
        Stream<String> ofMembers = Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                .filter(Face::isSeenByCallers)
                .flatMap(member ->
                        changes(parts(member), isImplementedByCallers).map(what -> signature(member) + ": " + what));
        Stream<String> ofFields = type.getFields().stream()
                .filter(Face::isSeenByCallers)
                .flatMap(field ->
                        changes(Stream.of(field), isImplementedByCallers).map(what -> field.getName() + ": " + what));
        return Stream.of(changes(parts(type), isImplementedByCallers), ofMembers, ofFields)
                .flatMap(each -> each);
    }

    private static Stream<JApiCompatibility> parts(JApiClass type) {
        List<JApiCompatibility> parts = new ArrayList<>(List.of(type, type.getSuperclass()));
        parts.addAll(type.getInterfaces());
        parts.addAll(type.getGenericTemplates());
        return parts.stream();
    }

    private static Stream<JApiCompatibility> parts(JApiBehavior member) {
        List<JApiCompatibility> parts = new ArrayList<>(List.of(member));
        parts.addAll(member.getParameters());
        parts.addAll(member.getGenericTemplates());
        if (member instanceof JApiMethod method) {
            parts.add(method.getReturnType());
        }
        return parts.stream();
    }

    private static boolean isSeenByCallers(JApiHasAccessModifier member) {
        boolean wasThere = member.getAccessModifier().getOldModifier().isPresent();
        return isSeen(member, wasThere ? JApiModifier::getOldModifier : JApiModifier::getNewModifier);
    }

    private static Stream<String> changes(Stream<JApiCompatibility> parts, boolean isImplementedByCallers) {
        return parts.flatMap(part -> part.getCompatibilityChanges().stream())
                .filter(change -> !change.isSourceCompatible() || !change.isBinaryCompatible())
                .map(JApiCompatibilityChange::getType)
                .filter(change -> !INHERITED.contains(change))
                .filter(change -> isImplementedByCallers || !OF_IMPLEMENTORS.contains(change))
                .map(change -> change.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String signature(JApiBehavior member) {
        return member.getName()
                + member.getParameters().stream()
                        .map(parameter -> parameter.getType().replaceAll("\\w+\\.", ""))
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
