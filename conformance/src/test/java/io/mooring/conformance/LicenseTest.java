package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published says under which terms: LICENSE and NOTICE are in each jar, or where it is packed from. */
class LicenseTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path LICENSE_TO_PACK = Path.of("classes", "META-INF", "LICENSE");

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
                    .filter(target -> Files.exists(target.resolve(LICENSE_TO_PACK)))
                    .toList()) {
                assertJarsHaveBoth(target);
            }
        }
    }

    @Test
    void aJarOfAnEarlierBuildDoesNotCount(@TempDir Path target) throws IOException {
        Path license = Files.createDirectories(target.resolve(LICENSE_TO_PACK).getParent())
                .resolve("LICENSE");
        Files.writeString(license, "terms");
        Path jar = target.resolve("a.jar");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(jar))) {
            packed.putNextEntry(new ZipEntry("other"));
        }
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertJarsHaveBoth(target));
        Files.setLastModifiedTime(
                jar,
                FileTime.from(Files.getLastModifiedTime(license).toInstant().minusSeconds(1)));
        assertJarsHaveBoth(target);
    }

    /** Those that were packed after what is to be packed came to be there: older ones are of an earlier build. */
    private static void assertJarsHaveBoth(Path target) throws IOException {
        FileTime since = Files.getLastModifiedTime(target.resolve(LICENSE_TO_PACK));
        try (Stream<Path> files = Files.list(target)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                if (Files.getLastModifiedTime(jar).compareTo(since) >= 0) {
                    assertHasBoth(jar);
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
