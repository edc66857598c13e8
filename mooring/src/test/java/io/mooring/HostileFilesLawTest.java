package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mooring.storage.PersistentVolumeClaim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** No folder makes a reading throw, and no file in it keeps another from being read. */
class HostileFilesLawTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: NAME}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    /** What may be in a folder, and how many problems it is. */
    enum Sort {
        GOOD(0),
        OTHER_ENDING(0),
        DENIED(1),
        GONE(1),
        TORN(1),
        NO_YAML(1),
        NO_UTF8(1),
        EMPTY(0),
        TEMPLATE(1),
        LINK_OUT(1),
        LINK_TO_FOLDER_OUTSIDE(1),
        LINK_TO_NOTHING(1),
        LINK_TO_ITSELF(1),
        LINK_TO_HERE(0),
        LOCKED_FOLDER(1),
        FOLDER_CALLED_LIKE_A_FILE(0);

        private final int problems;

        Sort(int problems) {
            this.problems = problems;
        }
    }

    record Thing(Sort sort, int folder) {}

    @Provide
    Arbitrary<List<Thing>> things() {
        return Combinators.combine(
                        Arbitraries.of(Sort.values()), Arbitraries.integers().between(0, 2))
                .as(Thing::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Property(tries = 150)
    void eachFaultIsOneProblemAndHidesNothing(@ForAll("things") List<Thing> things) throws IOException {
        Path temporary = Files.createTempDirectory("folder");
        try {
            FaultyFiles files = new FaultyFiles(FileSystems.getDefault());
            Path folder = temporary.resolve("folder");
            Files.createDirectories(folder.resolve("one/two"));
            Files.createDirectories(temporary.resolve("outside"));
            Files.writeString(temporary.resolve("outside/secret.yaml"), CLAIM.replace("NAME", "secret"));
            List<String> good = new ArrayList<>();
            int problems = 0;
            for (int i = 0; i < things.size(); i++) {
                Thing thing = things.get(i);
                Path in = folder.resolve(List.of("", "one", "one/two").get(thing.folder()));
                put(thing.sort(), "n" + i, in, temporary, files);
                problems += thing.sort().problems;
                if (thing.sort() == Sort.GOOD) {
                    good.add("n" + i);
                }
                Statistics.collect(thing.sort());
            }
            Path asked = files.of(folder);

            Mooring loaded = Mooring.load(asked);

            assertThat(loaded.cluster()
                            .list(PersistentVolumeClaim.KIND)
                            .map(claim -> claim.metadata().name()))
                    .containsExactlyInAnyOrderElementsOf(good);
            assertThat(loaded.refusals()).hasSize(problems).allMatch(Refusal::hidesObjects);
            assertThat(Mooring.open(asked).refusals().stream()
                            .map(refusal -> refusal.location().source())
                            .distinct())
                    .hasSize(problems);
            assertThatCode(() -> Mooring.intake().read(List.of(asked))).doesNotThrowAnyException();
        } finally {
            delete(temporary);
        }
    }

    private static void put(Sort sort, String name, Path in, Path temporary, FaultyFiles files) throws IOException {
        Path file = in.resolve(name + ".yaml");
        String claim = CLAIM.replace("NAME", name);
        switch (sort) {
            case GOOD -> Files.writeString(file, claim);
            case OTHER_ENDING -> Files.writeString(in.resolve(name + ".txt"), claim);
            case DENIED -> {
                Files.writeString(file, claim);
                files.failing(name + ".yaml", path -> {
                    throw new AccessDeniedException(path.toString());
                });
            }
            case GONE -> {
                Files.writeString(file, claim);
                files.failing(name + ".yaml", path -> {
                    throw new NoSuchFileException(path.toString());
                });
            }
            case TORN -> {
                Files.writeString(file, claim);
                files.failing(name + ".yaml", FaultyFiles::torn);
            }
            case NO_YAML -> Files.writeString(file, "kind: [");
            case NO_UTF8 -> Files.write(file, "kind: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
            case EMPTY -> Files.writeString(file, "# nothing\n");
            case TEMPLATE -> Files.writeString(file, "kind: {{ .Values.kind }}\n");
            case LINK_OUT -> Files.createSymbolicLink(file, temporary.resolve("outside/secret.yaml"));
            case LINK_TO_FOLDER_OUTSIDE -> Files.createSymbolicLink(in.resolve(name), temporary.resolve("outside"));
            case LINK_TO_NOTHING -> Files.createSymbolicLink(file, Path.of("absent"));
            case LINK_TO_ITSELF -> Files.createSymbolicLink(file, file.getFileName());
            case LINK_TO_HERE -> Files.createSymbolicLink(in.resolve(name), Path.of("."));
            case LOCKED_FOLDER -> {
                Files.createDirectory(in.resolve(name));
                Files.writeString(in.resolve(name).resolve("inner.yaml"), claim);
                files.failing(name, path -> {
                    throw new AccessDeniedException(path.toString());
                });
            }
            case FOLDER_CALLED_LIKE_A_FILE -> Files.createDirectory(file);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
