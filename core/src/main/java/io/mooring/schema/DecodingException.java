package io.mooring.schema;

import io.mooring.names.SerialForm;
import io.mooring.tree.DecodingProblem;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/** A tree that was expected to be readable and is not. */
public final class DecodingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Serialized apart. */
    private transient List<DecodingProblem> problems;

    public DecodingException(List<DecodingProblem> problems) {
        super(problems.stream().map(DecodingException::line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in document order. */
    public List<DecodingProblem> problems() {
        return problems;
    }

    private static String line(DecodingProblem problem) {
        return problem.message() + problem.advice().map(text -> "\n  " + text).orElse("");
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(SerialForm.of(problems));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        List<?> read = (List<?>) ((SerialForm) in.readObject()).value();
        problems = read.stream().map(DecodingProblem.class::cast).toList();
    }
}
