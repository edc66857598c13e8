package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.testkit.story.Stories;
import io.mooring.yaml.Manifests;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is published says under which terms: LICENSE and NOTICE are in each jar, or where it is packed from. */
class LicenseTest {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    void everyModuleHasLicenseAndNotice() throws IOException, URISyntaxException, ClassNotFoundException {
        for (Class<?> type : new Class<?>[] {
            Quantity.class,
            Cluster.class,
            Manifests.class,
            Mooring.class,
            Stories.class,
            Class.forName("io.mooring.cli.Main")
        }) {
            assertHasBoth(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
    }

    /** They are packed before this module is tested, unless only classes were asked for. */
    @Test
    void everyJarThatWasPackedHasLicenseAndNotice() throws IOException {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path target : modules.map(module -> module.resolve("target"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.list(target)) {
                    for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                            .toList()) {
                        assertHasBoth(jar);
                    }
                }
            }
        }
    }

    private static void assertHasBoth(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            assertHasBothIn(place);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            assertHasBothIn(jar.getPath("/"));
        }
    }

    private static void assertHasBothIn(Path root) throws IOException {
        assertThat(root.resolve("META-INF/LICENSE")).hasSameBinaryContentAs(REPOSITORY.resolve("LICENSE"));
        assertThat(Files.readString(root.resolve("META-INF/NOTICE")))
                .contains(Files.readString(REPOSITORY.resolve("NOTICE")).strip());
    }
}
