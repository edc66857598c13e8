package io.mooring.binding.plan;

import io.mooring.binding.table.Breadth;
import io.mooring.binding.table.Tables;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which rows matter: each that may concern what is there is switched alone, in the release before, and where it changes nothing
 * there in the one after, in which others have turned too.
 *
 * @param before what the release before makes of the objects
 * @param after what the one after makes of them
 */
record Turns(Upgrade upgrade, UpgradeSubject subject, UpgradeTrial before, UpgradeTrial after) {
    /** The row and what it changes; empty if it changes nothing here. */
    Optional<TurnedRow> of(Behaviour row) {
        Concern concern = Concern.of(row);
        if (concern.kinds().stream().noneMatch(this::isThere)) {
            return Optional.empty();
        }
        boolean isOn = upgrade.after().has(row);
        Semantics alone = upgrade.before().with(row, isOn);
        Set<Ref<?>> touched = touched(before, subject.in(alone), concern);
        if (touched.isEmpty() && !alone.equals(upgrade.after())) {
            touched = touched(subject.in(upgrade.after().with(row, !isOn)), after, concern);
        }
        return touched.isEmpty()
                ? Optional.empty()
                : Optional.of(new TurnedRow(row, isOn, objects(touched, concern), dropped(touched, concern, isOn)));
    }

    private boolean isThere(ObjectKind<?> kind) {
        return Stream.of(before, after)
                .anyMatch(trial -> trial.cluster().list(kind).findAny().isPresent()
                        || trial.refused().stream()
                                .anyMatch(each -> each.object().kind().equals(kind)));
    }

    /** What differs between two trials, what is refused in one alone or in other words, and what is printed otherwise. */
    private static Set<Ref<?>> touched(UpgradeTrial first, UpgradeTrial second, Concern concern) {
        Set<Ref<?>> touched = new TreeSet<>();
        WorldDifference.between(first.cluster(), second.cluster()).differences().stream()
                .map(Difference::about)
                .forEach(touched::add);
        Set<UpgradeTrial.Refused> refusedByOne = new HashSet<>(first.refused());
        Set<UpgradeTrial.Refused> refusedByOther = new HashSet<>(second.refused());
        Stream.concat(
                        refusedByOne.stream().filter(each -> !refusedByOther.contains(each)),
                        refusedByOther.stream().filter(each -> !refusedByOne.contains(each)))
                .map(UpgradeTrial.Refused::object)
                .forEach(touched::add);
        concern.printed().forEach(kind -> touched.addAll(printedOtherwise(kind, first.cluster(), second.cluster())));
        return touched;
    }

    /** Those of a kind whose rows differ in a table of all that both have. */
    private static List<Ref<?>> printedOtherwise(ObjectKind<?> kind, Cluster first, Cluster second) {
        List<Ref<?>> both = first.list(kind)
                .<Ref<?>>map(object -> object.ref())
                .filter(ref -> second.get(ref).isPresent())
                .toList();
        List<List<String>> before = printed(kind, both, first);
        List<List<String>> after = printed(kind, both, second);
        return IntStream.range(0, both.size())
                .filter(place -> !before.get(place).equals(after.get(place)))
                .<Ref<?>>mapToObj(both::get)
                .toList();
    }

    private static List<List<String>> printed(ObjectKind<?> kind, List<Ref<?>> objects, Cluster cluster) {
        List<JsonObject> trees = objects.stream()
                .map(object -> cluster.tree(object).orElseThrow())
                .toList();
        return Tables.of(kind, trees, Instant.EPOCH, Breadth.WIDE, cluster.semantics())
                .rows();
    }

    /** Those that the row is about; where it is about none of them, those to which something happens. */
    private static List<Ref<?>> objects(Set<Ref<?>> touched, Concern concern) {
        List<Ref<?>> about = touched.stream()
                .filter(ref -> concern.kinds().contains(ref.kind()))
                .toList();
        return about.isEmpty() ? List.copyOf(touched) : about;
    }

    /** The fields that somebody wrote and that are not there where the row is off. */
    private List<TurnedRow.Dropped> dropped(Set<Ref<?>> touched, Concern concern, boolean isOn) {
        Cluster without = (isOn ? before : after).cluster();
        List<TurnedRow.Dropped> dropped = new ArrayList<>();
        for (Ref<?> object : touched) {
            for (String field : concern.fields()) {
                Optional<JsonValue> written = subject.written(object).flatMap(tree -> value(tree, field));
                Optional<JsonObject> kept = without.tree(object);
                if (written.isPresent()
                        && kept.isPresent()
                        && value(kept.get(), field).isEmpty()) {
                    dropped.add(new TurnedRow.Dropped(object, field, text(written.get())));
                }
            }
        }
        return dropped;
    }

    private static Optional<JsonValue> value(JsonObject tree, String field) {
        Optional<JsonValue> value = Optional.of(tree);
        for (String name : field.split("\\.", -1)) {
            value = value.filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .flatMap(object -> object.get(name));
        }
        return value;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : value.toJson();
    }
}
