package io.mooring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.yaml.Limits;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Problem;
import io.mooring.yaml.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a folder, each thing that cannot be read is one problem, and everything else is read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: NAME}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 1Gi}}
            """;

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void aFolderWithAClaim() throws IOException {
        folder = Files.createDirectories(temporary.resolve("shop"));
        claim("shop/good.yaml", "good");
    }

    private Path claim(String file, String name) throws IOException {
        Path path = temporary.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, CLAIM.replace("NAME", name));
    }

    private static List<String> claims(Mooring read) {
        return read.cluster()
                .list(PersistentVolumeClaim.KIND)
                .map(claim -> claim.metadata().name())
                .toList();
    }

    /** Manifests are read, those that are good too, and there is this one problem. */
    private static void assertOneProblem(Mooring read, Path where, String message, String advice) {
        assertThat(claims(read)).contains("good");
        assertThat(read.refusals()).extracting(Refusal::text).containsExactly(where + ": " + message + "\n  " + advice);
        assertThat(read.refusals()).allMatch(Refusal::hidesObjects);
    }

    private void assertOneUnreadable(Path where, String reason, String advice) {
        assertOneProblem(Mooring.load(folder), where, "cannot be read: " + reason, advice);
        assertOneProblem(Mooring.open(folder), where, "cannot be read: " + reason, advice);
        assertThat(Mooring.intake().read(List.of(folder)))
                .isInstanceOfSatisfying(
                        Input.Manifests.class,
                        it -> assertOneProblem(it.mooring(), where, "cannot be read: " + reason, advice));
    }

    private static Path pipe(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    @Test
    void aPipeInAFolderIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = pipe(folder.resolve("pipe.yaml"));
        assertOneUnreadable(
                pipe,
                "it is a pipe, a socket or a device, which is not waited for",
                "name it outright to have it read");
    }

    /** A file is opened when it is its turn, and looked at just before. */
    @Test
    void aFileThatBecomesAPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path last = claim("shop/last.yaml", "last");
        Iterator<Source> sources = new ManifestFiles(
                        List.of(folder), Limits.DEFAULT, Streams.with(InputStream.nullInputStream()))
                .iterator();
        assertThat(sources.next()).hasToString(folder.resolve("good.yaml").toString());
        Files.delete(last);
        pipe(last);

        assertThat(Manifests.reader().read(() -> sources).problemText())
                .isEqualTo(last + ": cannot be read: it is a pipe, a socket or a device, which is not waited for\n"
                        + "  name it outright to have it read");
    }

    @Test
    void aLinkOutOfTheFolderIsToldAndNotRead() throws IOException {
        claim("elsewhere/secret.yaml", "secret");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), temporary.resolve("elsewhere/secret.yaml"));
        assertOneUnreadable(link, "it is a link that leads out of the folder", "name it outright to have it read");
    }

    @Test
    void aLinkToAFolderElsewhereIsToldAndNotRead() throws IOException {
        claim("elsewhere/secret.yaml", "secret");
        Path link = Files.createSymbolicLink(folder.resolve("more"), temporary.resolve("elsewhere"));
        assertOneUnreadable(link, "it is a link that leads out of the folder", "name it outright to have it read");
        Files.delete(link);
        Path up = Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
        assertOneUnreadable(up, "it is a link that leads out of the folder", "name it outright to have it read");
    }

    @Test
    void aLinkInACircleAndALinkToNothingCannotBeRead() throws IOException {
        Path one = folder.resolve("one.yaml");
        Files.createSymbolicLink(one, Path.of("other.json"));
        Files.createSymbolicLink(folder.resolve("other.json"), Path.of("one.yaml"));
        assertThat(Mooring.load(folder).refusals())
                .extracting(Refusal::text)
                .containsExactly(
                        one + ": cannot be read: Too many levels of symbolic links or unable to access attributes of"
                                + " symbolic link\n  mend it, or leave it out",
                        folder.resolve("other.json")
                                + ": cannot be read: Too many levels of symbolic links or unable to access attributes of"
                                + " symbolic link\n  mend it, or leave it out");
        Files.delete(one);
        Files.delete(folder.resolve("other.json"));
        Path dangling = Files.createSymbolicLink(folder.resolve("nothing.yaml"), Path.of("absent"));
        assertOneUnreadable(dangling, "there is no such file or folder", "look for its name, or leave it out");
    }

    @Test
    void whatALinkLeadsToInTheFolderIsReadOnce() throws IOException {
        claim("shop/..data/mounted.yaml", "mounted");
        Files.createSymbolicLink(folder.resolve("mounted.yaml"), Path.of("..data/mounted.yaml"));
        Files.createSymbolicLink(folder.resolve("circle"), Path.of("."));
        claim("shop/more.txt", "more");
        Files.createSymbolicLink(folder.resolve("more.yaml"), Path.of("more.txt"));
        Files.createSymbolicLink(folder.resolve("again.yaml"), Path.of("more.txt"));

        Mooring read = Mooring.load(folder);

        assertThat(read.refusals()).isEmpty();
        assertThat(claims(read)).containsExactly("good", "more", "mounted");
    }

    @Test
    void whatIsNamedIsFollowed() throws IOException {
        Path file = claim("elsewhere/a.yaml", "a");
        Path toFile = Files.createSymbolicLink(temporary.resolve("link"), file);
        Path toFolder = Files.createSymbolicLink(temporary.resolve("folder"), folder);

        assertThat(claims(Mooring.load(toFile, toFolder))).containsExactly("a", "good");
    }

    @Test
    void aPipeThatIsNamedIsReadOnceForBothReadings() throws IOException, InterruptedException {
        Path pipe = pipe(temporary.resolve("pipe"));
        Process writer = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cat \"$1\" > \"$2\"",
                        "sh",
                        folder.resolve("good.yaml").toString(),
                        pipe.toString())
                .start();

        Input input = Mooring.intake().read(List.of(pipe));

        assertThat(writer.waitFor()).isZero();
        assertThat(input)
                .isInstanceOfSatisfying(
                        Input.Manifests.class,
                        it -> assertThat(claims(it.mooring())).containsExactly("good"));
    }

    @Test
    void aDeviceWithoutAnEndIsNoText() throws IOException {
        Path zero = Path.of("/dev/zero");
        Files.createSymbolicLink(folder.resolve("zero.yaml"), zero);
        assertOneUnreadable(
                folder.resolve("zero.yaml"),
                "it is a link that leads out of the folder",
                "name it outright to have it read");
        assertThat(Mooring.load(zero).refusals())
                .extracting(Refusal::text)
                .containsExactly("/dev/zero: cannot be read: it is no text: it has a byte that is zero\n"
                        + "  name a file or a stream of YAML or JSON");
        assertThat(Mooring.load(Path.of("/dev/null")).refusals()).isEmpty();
    }

    @Test
    void aStreamWithoutAnEndIsCutOff() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '#';
            }
        };
        Loader loader = Mooring.loader()
                .withLimits(Limits.builder().textLength(100_000).build())
                .withInput(endless);

        assertThat(loader.load(Path.of("-")).refusals())
                .extracting(Refusal::text)
                .containsExactly("standard input: cannot be read: it has more than 400000 bytes\n  split it");
    }

    @Test
    void aFileThatSaysThatItIsEmptyIsReadUpToTheLimit() {
        Path file = Path.of("/proc/self/status");
        Limits few = Limits.builder().textLength(5).build();

        assertThat(file).exists().isEmptyFile();
        assertThat(Mooring.loader().withLimits(few).load(file).refusals())
                .extracting(Refusal::text)
                .containsExactly(file + ": cannot be read: it has more than 20 bytes\n  split it");
    }

    @Test
    void theRootOfAllFilesIsMoreThanAFolderMayBe() {
        assertThat(Mooring.loader()
                        .withLimits(Limits.builder().folderEntries(500).build())
                        .load(Path.of("/"))
                        .refusals())
                .extracting(Refusal::text)
                .containsExactly("/: a folder with more than the 500 that Limits.folderEntries allows\n"
                        + "  name those of its files and folders that are to be read");
    }

    @Test
    void aFolderHasABudgetOfFilesAndOneOfBytes() throws IOException {
        claim("shop/more.yaml", "more");
        claim("shop/third.yaml", "third");
        Path other = claim("other.yaml", "other");

        Mooring few =
                Mooring.loader().withLimits(Limits.builder().files(2).build()).load(folder, other);
        assertThat(claims(few)).containsExactly("other");
        assertThat(few.refusals())
                .extracting(refusal -> ((Refusal.Unreadable) refusal).problem())
                .singleElement()
                .isInstanceOfSatisfying(Problem.LargeFolder.class, problem -> {
                    assertThat(problem.limit()).isEqualTo("files");
                    assertThat(problem.location().source()).isEqualTo(folder.toString());
                });

        Limits small = Limits.builder().folderBytes(CLAIM.length() + 10L).build();
        Mooring first = Mooring.loader().withLimits(small).load(folder, other);
        assertThat(claims(first)).containsExactly("good", "other");
        assertThat(first.refusals())
                .extracting(refusal -> ((Refusal.Unreadable) refusal).problem())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.LargeFolder.class,
                        problem -> assertThat(problem.limit()).isEqualTo("folderBytes"));
    }

    @Test
    void foldersWithinOneAnotherAreReadUpToADepth() throws IOException {
        claim("shop/1/2/3/deep.yaml", "deep");
        claim("shop/1/2/near.yaml", "near");
        Mooring read = Mooring.loader()
                .withLimits(Limits.builder().folderDepth(3).build())
                .load(folder);

        assertThat(claims(read)).containsExactly("good", "near");
        assertThat(read.refusals())
                .extracting(Refusal::text)
                .containsExactly(folder.resolve("1/2/3")
                        + ": a folder with more than the 3 that Limits.folderDepth allows\n"
                        + "  name those of its files and folders that are to be read");
    }

    @Test
    void aNameOfControlCharactersAndOneThatIsNoUtf8AreShownEscaped() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("bad\u001b[31m\n\u007f.yaml"), "kind: [");
        int made = new ProcessBuilder(
                        "sh",
                        "-c",
                        "cd \"$1\" && printf 'kind: [' > \"$(printf 'a\\377\\033.yaml')\"",
                        "sh",
                        folder.toString())
                .start()
                .waitFor();
        assertThat(made).isZero();

        Mooring read = Mooring.load(folder);

        assertThat(claims(read)).containsExactly("good");
        assertThat(read.refusals())
                .hasSize(2)
                .allSatisfy(refusal ->
                        assertThat(refusal.text().chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c)));
        assertThat(read.refusals()).anyMatch(refusal -> refusal.text().contains("bad\\u001b[31m\\n\\u007f.yaml:1:"));
    }

    @Test
    void whatTheSystemRefusesIsOneProblem() throws IOException {
        claim("shop/locked/inner.yaml", "inner");
        claim("shop/denied.yaml", "denied");
        claim("shop/gone.yaml", "gone");
        claim("shop/grown.yaml", "grown");
        claim("shop/torn.yaml", "torn");
        Path shop = new FaultyFiles(FileSystems.getDefault())
                .failing("locked", path -> {
                    throw new AccessDeniedException(path.toString());
                })
                .failing("denied.yaml", path -> {
                    throw new AccessDeniedException(path.toString());
                })
                .failing("gone.yaml", path -> {
                    throw new NoSuchFileException(path.toString());
                })
                .failing(
                        "grown.yaml",
                        path -> new SequenceInputStream(
                                Files.newInputStream(path),
                                new ByteArrayInputStream("#".repeat(5000).getBytes(StandardCharsets.US_ASCII))))
                .failing("torn.yaml", FaultyFiles::torn)
                .of(folder);

        Mooring read = Mooring.loader()
                .withLimits(Limits.builder().textLength(1000).build())
                .load(shop);

        assertThat(claims(read)).containsExactly("good");
        assertThat(read.refusals())
                .extracting(Refusal::text)
                .containsExactly(
                        folder.resolve("denied.yaml")
                                + ": cannot be read: no permission\n  make it readable, or leave it out",
                        folder.resolve("gone.yaml")
                                + ": cannot be read: there is no such file or folder\n  look for its name, or leave it out",
                        folder.resolve("grown.yaml") + ": cannot be read: it has more than 4000 bytes\n  split it",
                        folder.resolve("locked")
                                + ": cannot be read: no permission\n  make it readable, or leave it out",
                        folder.resolve("torn.yaml")
                                + ": cannot be read: IOException: Input/output error\n  mend it, or leave it out");
    }
}
