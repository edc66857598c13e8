package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.yaml.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests and dumps are told apart by their objects' uids. */
class IntakeTest {
    private static final String WRITTEN = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;
    private static final String STORED =
            WRITTEN.replace("namespace: shop", "namespace: shop, uid: 6d3f6ad2-0001-4a6f-8f39-3d0a0c7e1111");

    @TempDir
    Path folder;

    @Test
    void withoutUidsTheyAreManifestsAndAreCreated() throws IOException {
        Input input = Mooring.intake().read(List.of(file("claim.yaml", WRITTEN)));

        assertThat(input).isInstanceOf(Input.Manifests.class);
        assertThat(claim(((Input.Manifests) input).mooring()).metadata().finalizers())
                .containsExactly("kubernetes.io/pvc-protection");
    }

    @Test
    void whatBeginsLikeJsonAndIsNoneIsYaml() throws IOException {
        String flow = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop},"
                + " spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}";
        Input input = Mooring.intake().read(List.of(file("claim.yaml", flow)));

        assertThat(input).isInstanceOfSatisfying(Input.Manifests.class, read -> {
            assertThat(read.mooring().refusals()).isEmpty();
            assertThat(claim(read.mooring()).metadata().name()).isEqualTo("data");
        });
    }

    @Test
    void withUidsTheyAreADumpAndStandAsTheyAre() throws IOException {
        Input input = Mooring.intake().read(List.of(file("claim.yaml", STORED)));

        assertThat(input).isInstanceOf(Input.Dump.class);
        assertThat(claim(((Input.Dump) input).mooring()).metadata().finalizers())
                .isEmpty();
    }

    @Test
    void someWithUidsAndSomeWithoutAreAMixture() throws IOException {
        Input input = Mooring.intake().read(List.of(file("a.yaml", STORED), file("b.yaml", WRITTEN)));

        assertThat(input).isInstanceOfSatisfying(Input.Mixture.class, mixture -> {
            assertThat(mixture.stored()).extracting(Location::source).containsExactly(path("a.yaml"));
            assertThat(mixture.written()).extracting(Location::source).containsExactly(path("b.yaml"));
        });
    }

    @Test
    void whatIsSaidToBeManifestsIsCreatedUidsOrNot() throws IOException {
        List<Path> both = List.of(file("a.yaml", STORED));

        assertThat(claim(Mooring.intake().load(both)).metadata().finalizers()).isNotEmpty();
        assertThat(claim(Mooring.intake().open(both)).metadata().finalizers()).isEmpty();
    }

    @Test
    void theStandardInputIsReadOnceForBoth() {
        for (String text : List.of(WRITTEN, STORED)) {
            Input input = Mooring.intake()
                    .withInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .read(List.of(Path.of("-")));
            Mooring mooring = switch (input.getClass().getSimpleName()) {
                case "Manifests" -> ((Input.Manifests) input).mooring();
                default -> ((Input.Dump) input).mooring();
            };
            assertThat(claim(mooring).metadata().name()).isEqualTo("data");
        }
    }

    @Test
    void noObjectIsNothingAndWhatCannotBeReadIsARefusal() throws IOException {
        assertThat(Mooring.intake().read(List.of(file("empty.yaml", "# nothing\n"))))
                .isInstanceOf(Input.Nothing.class);
        assertThat(Mooring.intake().read(List.of(file("broken.yaml", "kind: ["))))
                .isInstanceOfSatisfying(
                        Input.Manifests.class,
                        input -> assertThat(input.mooring().refusals()).hasSize(1));
    }

    @Test
    void anotherReleaseIsAskedWithAsMuchTakenForGranted() throws IOException {
        Release older = Release.parse("1.34");
        List<Path> claim = List.of(file("claim.yaml", WRITTEN + "---\n" + """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: manual}
                provisioner: csi.example.com
                """));
        Mooring loaded = ((Input.Manifests) Mooring.intake().withRelease(older).read(claim)).mooring();

        assertThat(loaded.cluster().semantics()).isEqualTo(Semantics.of(older)).isNotEqualTo(Semantics.DEFAULT);
        assertThat(loaded.assumptions()).anyMatch(text -> text.contains("csi.example.com"));
    }

    private static PersistentVolumeClaim claim(Mooring mooring) {
        return mooring.cluster().claim("shop", "data").orElseThrow();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
