package io.mooring.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An exception that went to another process and back has its problems as before. */
class SerializedExceptionsTest {
    private static final String FLAWED = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: a, name: a, labels: [1]}
            spec:
              capacity: {storage: 1GB}
              unknown: 1
              accessModes: {a: 1}
              b: !!int x
            ---
            kind: [
            ---
            metadata: {}
            ---
            - *nothing
            ---
            apiVersion: apps/v1beta1
            kind: StatefulSet
            """;

    @SuppressWarnings("unchecked")
    private static <T> T again(T exception) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void oneOfManifestsHasEachProblem() throws IOException, ClassNotFoundException {
        Reading reading = Manifests.read(List.of(
                Source.yaml("flawed.yaml", FLAWED),
                Source.unreadable("absent.yaml", "it is not there", "look for it"),
                Source.largeFolder("folder", "files", 3),
                Source.chart("chart")));
        ManifestException thrown = catchThrowableOfType(ManifestException.class, reading::orThrow);

        ManifestException read = again(thrown);

        assertThat(read.problems()).hasSizeGreaterThan(9).isEqualTo(thrown.problems());
        assertThat(read).hasMessage(thrown.getMessage());
    }

    @Test
    void oneOfAQuantityHasItsProblem() throws IOException, ClassNotFoundException {
        QuantityFormatException thrown =
                catchThrowableOfType(QuantityFormatException.class, () -> Quantity.parse("1GB"));

        assertThat(again(thrown).problem()).isEqualTo(thrown.problem());
    }
}
