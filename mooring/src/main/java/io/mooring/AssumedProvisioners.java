package io.mooring;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Controllers;
import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is taken for granted of the provisioners that objects name, but for those that came with Kubernetes and are gone, and of
 * whoever attaches the volumes of their drivers.
 *
 * @param plane the control plane without them
 * @param names in the order in which objects named them
 * @param drivers whose volumes the control plane has attached to nodes, in the order in which objects named them
 * @param answers of those of which something else than of the others is taken for granted
 * @param others what is taken for granted of the others
 */
record AssumedProvisioners(
        ControlPlane plane, List<String> names, List<String> drivers, Map<String, Answers> answers, Answers others) {
    private static final String IN_TREE = "kubernetes.io/";

    /** None yet. */
    static AssumedProvisioners of(ControlPlane plane, Answers others) {
        return new AssumedProvisioners(plane, List.of(), List.of(), Map.of(), others);
    }

    /** With these, too. */
    AssumedProvisioners and(Stream<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        more.filter(name -> !name.isEmpty() && !name.startsWith(IN_TREE)).forEach(all::add);
        return new AssumedProvisioners(plane, List.copyOf(all), drivers, answers, others);
    }

    /** In another Kubernetes. */
    AssumedProvisioners with(Semantics semantics) {
        return new AssumedProvisioners(plane.withSemantics(semantics), names, drivers, answers, others);
    }

    /** With these drivers' attachers, too. */
    AssumedProvisioners attaching(Stream<String> more) {
        List<String> all = Stream.concat(drivers.stream(), more).distinct().toList();
        return new AssumedProvisioners(plane, names, all, answers, others);
    }

    /** With this taken for granted of all of them. */
    AssumedProvisioners assuming(Answers answer) {
        return new AssumedProvisioners(plane, names, drivers, Map.of(), answer);
    }

    /** With this taken for granted of one, whether anybody names it yet or not. */
    AssumedProvisioners assuming(String name, Answers answer) {
        Map<String, Answers> changed = new LinkedHashMap<>(answers);
        changed.put(name, answer);
        return new AssumedProvisioners(plane, names, drivers, Map.copyOf(changed), others).and(Stream.of(name));
    }

    private Answers answer(String name) {
        return answers.getOrDefault(name, others);
    }

    /** The control plane with them. */
    Controllers controllers() {
        List<Provisioner> all = new ArrayList<>(plane.provisioners());
        names.stream().flatMap(name -> answer(name).provisioner(name).stream()).forEach(all::add);
        List<Attacher> attachers = new ArrayList<>(plane.attachers());
        drivers.stream()
                .flatMap(driver -> answer(driver).attacher(driver).stream())
                .forEach(attachers::add);
        return plane.withProvisioners(all.toArray(Provisioner[]::new))
                .withAttachers(attachers.toArray(Attacher[]::new))
                .controllers();
    }

    /** Those that answer as the others say they do. */
    AssumedProvisioners alsoIn(AssumedProvisioners after) {
        List<String> same = names.stream()
                .filter(name -> after.answer(name).equals(answer(name)))
                .toList();
        List<String> alike = drivers.stream()
                .filter(driver -> after.answer(driver).equals(answer(driver)))
                .toList();
        return new AssumedProvisioners(plane, same, alike, answers, others);
    }

    /** A sentence for each of which this is new. */
    List<String> newSince(AssumedProvisioners before) {
        return Stream.concat(
                        news(before, "provisioner ", names, before.names),
                        news(before, "attacher of ", drivers, before.drivers))
                .toList();
    }

    private Stream<String> news(AssumedProvisioners before, String what, List<String> named, List<String> namedBefore) {
        return named.stream()
                .filter(name ->
                        !namedBefore.contains(name) || !before.answer(name).equals(answer(name)))
                .map(name -> what + name + " " + answer(name).text());
    }
}
