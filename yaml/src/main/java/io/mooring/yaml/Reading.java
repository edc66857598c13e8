package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What reading gave.
 *
 * @param manifests the objects in the order of the text: of a strict reading those without any problem, of a lenient one
 *     all, each with as much as could be read
 * @param problems all problems of all documents, in the order of the text
 */
public record Reading(List<Manifest> manifests, List<Problem> problems) {
    public Reading {
        manifests = List.copyOf(manifests);
        problems = List.copyOf(problems);
    }

    /** True if there is no problem. */
    public boolean isClean() {
        return problems.isEmpty();
    }

    /**
     * The manifests of a clean reading.
     *
     * @throws ManifestException if there is any problem; the message lists all
     */
    public List<Manifest> orThrow() {
        if (!isClean()) {
            throw new ManifestException(problems);
        }
        return manifests;
    }

    /** The objects of {@link #manifests()}. */
    public List<KubernetesObject> objects() {
        return manifests.stream().map(Manifest::object).toList();
    }

    /** Every problem's text, one after the other; empty if there is none. */
    public String problemText() {
        return problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
