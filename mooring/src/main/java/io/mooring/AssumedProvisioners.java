package io.mooring;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Controllers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is taken for granted of the provisioners that objects name, but for those that came with Kubernetes and are gone.
 *
 * @param plane the control plane without them
 * @param names in the order in which objects named them
 * @param answers of those of which something else than of the others is taken for granted
 * @param others what is taken for granted of the others
 */
record AssumedProvisioners(ControlPlane plane, List<String> names, Map<String, Answers> answers, Answers others) {
    private static final String IN_TREE = "kubernetes.io/";

    /** None yet. */
    static AssumedProvisioners of(ControlPlane plane, Answers others) {
        return new AssumedProvisioners(plane, List.of(), Map.of(), others);
    }

    /** With these, too. */
    AssumedProvisioners and(Stream<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        more.filter(name -> !name.isEmpty() && !name.startsWith(IN_TREE)).forEach(all::add);
        return new AssumedProvisioners(plane, List.copyOf(all), answers, others);
    }

    /** With this taken for granted of all of them. */
    AssumedProvisioners assuming(Answers answer) {
        return new AssumedProvisioners(plane, names, Map.of(), answer);
    }

    /** With this taken for granted of one, whether anybody names it yet or not. */
    AssumedProvisioners assuming(String name, Answers answer) {
        Map<String, Answers> changed = new LinkedHashMap<>(answers);
        changed.put(name, answer);
        return new AssumedProvisioners(plane, names, Map.copyOf(changed), others).and(Stream.of(name));
    }

    private Answers answer(String name) {
        return answers.getOrDefault(name, others);
    }

    /** The control plane with them. */
    Controllers controllers() {
        List<Provisioner> all = new ArrayList<>(plane.provisioners());
        names.stream().flatMap(name -> answer(name).provisioner(name).stream()).forEach(all::add);
        return plane.withProvisioners(all.toArray(Provisioner[]::new)).controllers();
    }

    /** Those that answer as the others say they do. */
    AssumedProvisioners alsoIn(AssumedProvisioners after) {
        List<String> same = names.stream()
                .filter(name -> after.answer(name).equals(answer(name)))
                .toList();
        return new AssumedProvisioners(plane, same, answers, others);
    }

    /** A sentence for each of which this is new. */
    List<String> newSince(AssumedProvisioners before) {
        return names.stream()
                .filter(name ->
                        !before.names.contains(name) || !before.answer(name).equals(answer(name)))
                .map(name -> "provisioner " + name + " " + answer(name).text())
                .toList();
    }
}
