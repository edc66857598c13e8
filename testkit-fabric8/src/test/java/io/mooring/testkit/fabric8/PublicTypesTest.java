package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users see of this module is what the docs list. */
class PublicTypesTest {
    private static final String LIST = "is held to this list by its own test: ";

    @Test
    void areThoseOfTheDocs() throws IOException, URISyntaxException, ClassNotFoundException {
        String docs = Files.readString(Path.of("../docs/public-api.md"));
        String list = docs.substring(docs.indexOf(LIST) + LIST.length(), docs.lastIndexOf('.'));

        assertThat(publicTypes()).isEqualTo(list);
    }

    private static String publicTypes() throws IOException, URISyntaxException, ClassNotFoundException {
        URL home = MockCluster.class.getProtectionDomain().getCodeSource().getLocation();
        Path place = Path.of(home.toURI());
        if (Files.isDirectory(place)) {
            return publicTypes(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return publicTypes(jar.getPath("/"));
        }
    }

    private static String publicTypes(Path root) throws IOException, ClassNotFoundException {
        List<String> names;
        try (Stream<Path> files = Files.list(root.resolve("io/mooring/testkit/fabric8"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .collect(Collectors.toList());
        }
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            Class<?> type = Class.forName("io.mooring.testkit.fabric8." + name);
            boolean isPublic = Modifier.isPublic(type.getModifiers());
            all.append(isPublic ? (all.isEmpty() ? "" : ", ") + name : "");
        }
        return all.toString();
    }
}
