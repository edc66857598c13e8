package io.mooring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a file says it is, at a glance; one that is not there or cannot be read says nothing.
 *
 * @param text how it begins
 */
record FileHead(String text) {
    /** Of a beginning. */
    static final int LENGTH = 1 << 16;

    private static final Pattern API_VERSION = Pattern.compile("(?m)^[\"']?apiVersion[\"']?:");
    private static final Pattern KIND = Pattern.compile("(?m)^[\"']?kind[\"']?:");
    private static final Pattern NAME = Pattern.compile("(?m)^[\"']?name[\"']?:");
    private static final Pattern KUSTOMIZE =
            Pattern.compile("(?m)^[\"']?apiVersion[\"']?:\\s*[\"']?kustomize\\.config\\.k8s\\.io/");

    static FileHead of(Path file) {
        if (!Files.isRegularFile(file)) {
            return new FileHead("");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return new FileHead(new String(content.readNBytes(LENGTH), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return new FileHead("");
        }
    }

    boolean isManifest() {
        return has(API_VERSION) && has(KIND);
    }

    /** A chart's own file has a name, and no kind. */
    boolean isChart() {
        return has(NAME) && !has(KIND);
    }

    /** A kustomization need not say its kind. */
    boolean isKustomization() {
        return has(KUSTOMIZE) || !(text.isEmpty() || has(KIND));
    }

    private boolean has(Pattern field) {
        return field.matcher(text).find();
    }
}
