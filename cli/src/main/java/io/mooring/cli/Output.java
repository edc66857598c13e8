package io.mooring.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where text goes, as UTF-8 whatever the locale. Remembers why something could not be written. */
final class Output extends PrintStream {
    private final Remembering remembering;

    private Output(Remembering remembering) {
        super(remembering, false, StandardCharsets.UTF_8);
        this.remembering = remembering;
    }

    static Output to(OutputStream stream) {
        return new Output(new Remembering(stream));
    }

    /** Why not all was written; a reader who has left is no reason. */
    Optional<String> failure() {
        flush();
        return remembering.failure.filter(reason -> !reason.contains("roken pipe"));
    }

    private static final class Remembering extends FilterOutputStream {
        private Optional<String> failure = Optional.empty();

        private Remembering(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int octet) throws IOException {
            remembering(() -> out.write(octet));
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            remembering(() -> out.write(octets, from, length));
        }

        @Override
        public void flush() throws IOException {
            remembering(out::flush);
        }

        private void remembering(Writing writing) throws IOException {
            try {
                writing.run();
            } catch (IOException problem) {
                failure = failure.or(() -> Optional.of(String.valueOf(problem.getMessage())));
                throw problem;
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
