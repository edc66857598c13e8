package io.mooring;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The content of what was named: the standard input, a file, a pipe such as {@code /dev/fd/63}. */
interface Streams {
    /** What it has, if that is no more than so many bytes. */
    Content of(Path path, int most);

    /** With this for the path {@code -}. */
    static Streams with(InputStream standardInput) {
        return (path, most) -> path.equals(ManifestFiles.STANDARD_INPUT)
                ? Content.ofStream(standardInput, most)
                : Content.ofNamed(path, most);
    }

    /** The same, each read once and kept: what comes out of a pipe is there only once. */
    default Streams kept() {
        Map<Path, Content> read = new HashMap<>();
        return (path, most) -> read.computeIfAbsent(path, each -> of(each, most));
    }
}
