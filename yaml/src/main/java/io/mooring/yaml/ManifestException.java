package io.mooring.yaml;

import io.mooring.names.SerialForm;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** Manifests were expected to have no problem and have some. The message lists all of them. */
public final class ManifestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Serialized apart. */
    private transient List<Problem> problems;

    ManifestException(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(SerialForm.of(problems));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        List<?> read = (List<?>) ((SerialForm) in.readObject()).value();
        problems = read.stream().map(Problem.class::cast).toList();
    }
}
