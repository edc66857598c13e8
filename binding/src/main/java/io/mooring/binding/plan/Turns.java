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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which rows matter. They turn one after the other, those that turn off in reverse order and then those that turn on, so that a
 * row that builds on an earlier one is tried where that one is on. One matters if its turn changes something. Where many turn and
 * nothing changes, none of them is tried: of {@code n} rows of which {@code k} matter that takes about {@code k log(n / k)}
 * settlings beside the two of the releases, none where nothing changes, and at most {@code n - 1}.
 *
 * @param before what the release before makes of the objects
 * @param after what the one after makes of them
 */
record Turns(Upgrade upgrade, UpgradeSubject subject, UpgradeTrial before, UpgradeTrial after) {
    /** The rows that matter, in their order, and what each changes. */
    List<TurnedRow> rows() {
        List<Behaviour> turning = inTurn().filter(this::mayMatter).toList();
        return rows(turning, 0, turning.size(), before, after)
                .sorted(Comparator.comparing(TurnedRow::row))
                .toList();
    }

    private Stream<Behaviour> inTurn() {
        List<Behaviour> turning = new ArrayList<>(upgrade.turning());
        List<Behaviour> on = turning.stream().filter(upgrade.after()::has).toList();
        turning.removeAll(on);
        Collections.reverse(turning);
        return Stream.concat(turning.stream(), on.stream());
    }

    private boolean mayMatter(Behaviour row) {
        return Concern.of(row).kinds().stream().anyMatch(this::isThere);
    }

    /**
     * Those that matter of the rows from one place to another.
     *
     * @param first with those before them turned
     * @param last with them turned too
     */
    private Stream<TurnedRow> rows(List<Behaviour> turning, int from, int to, UpgradeTrial first, UpgradeTrial last) {
        Set<Ref<?>> touched = touched(first, last, turning.subList(from, to));
        if (touched.isEmpty()) {
            return Stream.empty();
        }
        if (to - from == 1) {
            return Stream.of(turned(turning.get(from), touched));
        }
        int middle = (from + to) >>> 1;
        UpgradeTrial half = subject.in(turned(turning.subList(0, middle)));
        return Stream.concat(rows(turning, from, middle, first, half), rows(turning, middle, to, half, last));
    }

    private Semantics turned(List<Behaviour> rows) {
        Semantics turned = upgrade.before();
        for (Behaviour row : rows) {
            turned = turned.with(row, upgrade.after().has(row));
        }
        return turned;
    }

    private TurnedRow turned(Behaviour row, Set<Ref<?>> touched) {
        Concern concern = Concern.of(row);
        boolean isOn = upgrade.after().has(row);
        return new TurnedRow(row, isOn, objects(touched, concern), dropped(touched, concern, isOn));
    }

    private boolean isThere(ObjectKind<?> kind) {
        return Stream.of(before, after)
                .anyMatch(trial -> trial.cluster().list(kind).findAny().isPresent()
                        || trial.refused().stream()
                                .anyMatch(each -> each.object().kind().equals(kind)));
    }

    /** What differs between two trials, what is refused in one alone or in other words, and what is printed otherwise. */
    private static Set<Ref<?>> touched(UpgradeTrial first, UpgradeTrial second, List<Behaviour> rows) {
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
        rows.stream()
                .flatMap(row -> Concern.of(row).printed().stream())
                .distinct()
                .forEach(kind -> touched.addAll(printedOtherwise(kind, first.cluster(), second.cluster())));
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
        List<Ref<?>> about =
                touched.stream().filter(ref -> concern.names(ref.kind())).toList();
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
