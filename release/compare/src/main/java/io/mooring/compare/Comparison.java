package io.mooring.compare;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of an API.
 *
 * @param breaks what callers can no longer do, by type
 * @param added the public types that are new
 */
record Comparison(Set<Break> breaks, Set<String> added) {
    /** Of these jars, which were, with those, which are. */
    static Comparison of(Collection<Path> before, Collection<Path> after) {
        Map<String, JApiClass> types = types(before, after);
        Set<String> exported = Exports.of(before);
        Set<String> exportedNow = Exports.of(after);
        Set<Break> breaks = new TreeSet<>();
        Set<String> added = new TreeSet<>();
        exported.stream()
                .filter(name -> !exportedNow.contains(name))
                .forEach(name -> breaks.add(new Break(name, "package no longer exported")));
        for (JApiClass type : types.values()) {
            Face face = new Face(type, types);
            if (face.wasPublic() && exported.contains(face.packageName())) {
                breaks.addAll(face.breaks());
            } else if (type.getChangeStatus() == JApiChangeStatus.NEW
                    && face.isPublic()
                    && exportedNow.contains(face.packageName())) {
                added.add(face.name());
            }
        }
        return new Comparison(breaks, added);
    }

    /** Types that are not public are compared too: others inherit from them. */
    private static Map<String, JApiClass> types(Collection<Path> before, Collection<Path> after) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PACKAGE_PROTECTED);
        options.setNoAnnotations(true);
        // Other libraries' types, from which ours inherit nothing that changes.
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        Map<String, JApiClass> types = new TreeMap<>();
        new JarArchiveComparator(options)
                .compare(archives(before), archives(after))
                .forEach(type -> types.put(type.getFullyQualifiedName(), type));
        return types;
    }

    private static List<JApiCmpArchive> archives(Collection<Path> jars) {
        return jars.stream()
                .sorted()
                .map(jar -> new JApiCmpArchive(jar.toFile(), ""))
                .toList();
    }
}
