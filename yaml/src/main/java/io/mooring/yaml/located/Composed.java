package io.mooring.yaml.located;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.ProblemListener;

/** A document that could be parsed, before anybody was told what of it cannot be read. */
public interface Composed {
    /** The text at the end of these names; empty if there is none. */
    String text(String... names);

    /**
     * The document's value; {@code problems} is told of each part that cannot be read.
     *
     * @throws DocumentRefusal if the document is larger than it may be, or aliases repeat too much
     */
    LocatedValue value(Budget budget, ProblemListener problems);
}
