package io.mooring.compare;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The packages that everybody can use: those that a module exports to all, and all of what is no module. */
final class Exports {
    private Exports() {}

    static Set<String> of(Collection<Path> jars) {
        Set<String> packages = new TreeSet<>();
        for (Path jar : jars) {
            ModuleFinder.of(jar).findAll().forEach(found -> packages.addAll(of(found.descriptor())));
        }
        return packages;
    }

    private static Set<String> of(ModuleDescriptor module) {
        if (module.isAutomatic()) {
            return module.packages();
        }
        Set<String> packages = new TreeSet<>();
        module.exports().stream()
                .filter(exported -> !exported.isQualified())
                .forEach(exported -> packages.add(exported.source()));
        return packages;
    }
}
