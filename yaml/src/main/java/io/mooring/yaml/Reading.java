package io.mooring.yaml;

import io.mooring.meta.KubernetesObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read, and what was wrong. Neither hides the other: a document with a problem keeps no other document from being
 * read, and an object with a problem is there too, among the {@link #flawed()}.
 *
 * @param all every object, in the order of the text, the flawed ones included
 * @param problems every problem of every source, document by document, in the order of the text
 */
public record Reading(List<Manifest> all, List<Problem> problems) {
    public Reading {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** The manifests that were read without any problem: what the API server would take for an object. */
    public List<Manifest> manifests() {
        return all.stream().filter(manifest -> !manifest.isFlawed()).toList();
    }

    /**
     * The manifests with a problem, each with as much as could be read: an unknown field, and a value that cannot be read,
     * are left out; of a key that stands twice the last one counts. An unknown object in the spec of a PersistentVolume is
     * taken for a source of a kind that Mooring does not know.
     */
    public List<Manifest> flawed() {
        return all.stream().filter(Manifest::isFlawed).toList();
    }

    /** The objects of {@link #manifests()}. */
    public List<KubernetesObject> objects() {
        return manifests().stream().map(Manifest::object).toList();
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
        return manifests();
    }

    /** The text of every problem, one below the other; empty if there is none. */
    public String problemText() {
        return problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
