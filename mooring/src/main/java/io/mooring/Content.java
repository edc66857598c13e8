package io.mooring;

import io.mooring.yaml.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a file or a stream has, or why it is not to be had. No more than a limit ever comes into memory. */
sealed interface Content {
    /** The content as a source of this name. */
    Source as(String name, BiFunction<String, byte[], Source> reading);

    /** How many bytes are there. */
    int length();

    /** All of it. Two of them are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Content {
        @Override
        public Source as(String name, BiFunction<String, byte[], Source> reading) {
            return reading.apply(name, bytes);
        }

        @Override
        public int length() {
            return bytes.length;
        }
    }

    /**
     * None of it.
     *
     * @param reason goes after {@code cannot be read}
     * @param advice what to do about it
     */
    record Fault(String reason, String advice) implements Content {
        /** A name without anything behind it. */
        static final Fault NOT_THERE =
                new Fault("there is no such file or folder", "look for its name, or leave it out");

        /** Not what was named, and not to be waited for. */
        static final Fault NO_FILE = new Fault(
                "it is a pipe, a socket or a device, which is not waited for", "name it outright to have it read");

        private static final Fault DENIED = new Fault("no permission", "make it readable, or leave it out");

        static Fault of(IOException e) {
            if (e instanceof NoSuchFileException) {
                return NOT_THERE;
            }
            if (e instanceof AccessDeniedException) {
                return DENIED;
            }
            String reason = e instanceof FileSystemException system
                    ? Optional.ofNullable(system.getReason()).orElseGet(() -> plain(e))
                    : plain(e);
            return new Fault(reason, "mend it, or leave it out");
        }

        private static String plain(IOException e) {
            return e.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(e.getMessage(), "no reason given");
        }

        private static Fault over(int most) {
            return new Fault("it has more than " + most + " bytes", "split it");
        }

        @Override
        public Source as(String name, BiFunction<String, byte[], Source> reading) {
            return source(name);
        }

        Source source(String name) {
            return Source.unreadable(name, reason, advice);
        }

        @Override
        public int length() {
            return 0;
        }
    }

    /** Of a file that was named. What a link leads to counts; a pipe or a device is read as a stream. */
    static Content ofNamed(Path file, int most) {
        return Files.isRegularFile(file) ? ofFile(file, most) : ofOpened(file, most);
    }

    /**
     * Of a regular file that was found in a folder, where nothing is followed. It may have become something else since: Java
     * has no way to open a pipe without waiting for who writes into it, so that it is asked once more just before.
     */
    static Content ofFound(Path file, int most) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Fault.NO_FILE
                : ofFile(file, most, LinkOption.NOFOLLOW_LINKS);
    }

    /** One that grows while it is read, or does not say how long it is, is cut off all the same. */
    private static Content ofFile(Path file, int most, OpenOption... options) {
        try (InputStream content = Files.newInputStream(file, options)) {
            return Files.size(file) > most ? Fault.over(most) : upTo(most, content);
        } catch (IOException e) {
            return Fault.of(e);
        }
    }

    private static Content ofOpened(Path file, int most) {
        try (InputStream content = Files.newInputStream(file)) {
            return ofStream(content, most);
        } catch (IOException e) {
            return Fault.of(e);
        }
    }

    /** Of what has no length and may have no end. That it is no text shows at its beginning. */
    static Content ofStream(InputStream stream, int most) {
        try {
            byte[] beginning = stream.readNBytes(FileHead.LENGTH);
            for (byte each : beginning) {
                if (each == 0) {
                    return new Fault(
                            "it is no text: it has a byte that is zero", "name a file or a stream of YAML or JSON");
                }
            }
            return upTo(most, new SequenceInputStream(new ByteArrayInputStream(beginning), stream));
        } catch (IOException e) {
            return Fault.of(e);
        }
    }

    private static Content upTo(int most, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        return bytes.length > most ? Fault.over(most) : new Bytes(bytes);
    }
}
