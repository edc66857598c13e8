package io.mooring.testkit.junit;

import io.mooring.Loader;
import io.mooring.Mooring;
import io.mooring.Refusal;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Release;
import io.mooring.yaml.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests their clusters and golden files. */
final class MooringExtension implements ParameterResolver {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        boolean isMade = type == Cluster.class || type == Mooring.class;
        return type == Golden.class || (isMade && parameter.isAnnotated(Manifest.class));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (parameter.getParameter().getType() == Golden.class) {
            return golden(test);
        }
        Manifest manifest = parameter.findAnnotation(Manifest.class).orElseThrow();
        Mooring mooring = mooring(manifest, test.getRequiredTestClass());
        if (parameter.getParameter().getType() == Mooring.class) {
            return mooring;
        }
        if (!mooring.refusals().isEmpty()) {
            throw new ParameterResolutionException(mooring.refusals().stream()
                    .map(Refusal::text)
                    .collect(Collectors.joining("\n\n", "not all of the manifests became objects:\n", "")));
        }
        return mooring.cluster();
    }

    private static Golden golden(ExtensionContext test) {
        String folder = Stream.<Optional<MooringTest>>of(
                        AnnotationSupport.findAnnotation(test.getElement(), MooringTest.class),
                        AnnotationSupport.findAnnotation(test.getRequiredTestClass(), MooringTest.class))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .golden();
        return Golden.in(Path.of(folder).resolve(test.getRequiredTestClass().getSimpleName()));
    }

    private static Mooring mooring(Manifest manifest, Class<?> test) {
        List<Source> sources = new ArrayList<>();
        for (String name : manifest.value()) {
            sources.addAll(sources(name, test));
        }
        if (!manifest.text().isEmpty()) {
            sources.add(Source.yaml("", manifest.text()));
        }
        Mooring read = loader(manifest).read(sources);
        return switch (manifest.state()) {
            case SETTLED -> read.settle();
            case CREATED -> read;
        };
    }

    private static Loader loader(Manifest manifest) {
        return manifest.release().isEmpty()
                ? Mooring.loader()
                : Mooring.loader().withRelease(Release.parse(manifest.release()));
    }

    private static List<Source> sources(String name, Class<?> test) {
        try (InputStream resource = test.getResourceAsStream(name)) {
            if (resource != null) {
                return List.of(Source.yaml(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8)));
            }
            return files(Path.of(name));
        } catch (IOException e) {
            throw new ParameterResolutionException("cannot read " + name, e);
        }
    }

    private static List<Source> files(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new ParameterResolutionException("there is neither a resource nor a file " + path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Source> sources = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.equals(path) || ENDINGS.stream().anyMatch(file.toString()::endsWith)) {
                    sources.add(Source.yaml(file.toString(), Files.readString(file)));
                }
            }
            return sources;
        }
    }
}
