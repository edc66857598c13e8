package io.mooring.binding.match;

import io.mooring.meta.LabelRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The free volumes of one class, volume mode and attributes class; so kept that a search may look at those with one label,
 * or at those within one node's reach, instead of at all. What it leaves out fails a rule; what it offers is still to be
 * held against every rule.
 *
 * @param unpinned the volumes that no node label narrows down; the same stock as {@code all} where none is pinned
 */
record Shelf(Stock all, Stock unpinned, LabelIndex pinned, LabelIndex labelled, KeyIndex keyed) {
    static final Shelf EMPTY = new Shelf(Stock.EMPTY, Stock.EMPTY, LabelIndex.EMPTY, LabelIndex.EMPTY, KeyIndex.EMPTY);

    /** So many stocks may be gone through at once instead of a larger one. */
    private static final int FEW = 8;

    /** Of fewer volumes it is not worth knowing which keys most of them have. */
    private static final int SMALL = 16;

    /** What every volume of a shelf has. */
    record Key(String className, String volumeMode, String attributesClassName) {
        static Key of(Candidate candidate) {
            return new Key(candidate.className(), candidate.volumeMode().value(), candidate.attributesClassName());
        }

        static Key of(Search search) {
            return new Key(search.className(), search.volumeMode().value(), search.attributesClassName());
        }
    }

    Shelf with(Candidate candidate) {
        Stock newAll = all.with(candidate);
        LabelIndex newLabelled = labelled.with(candidate.labels().entrySet(), candidate);
        KeyIndex newKeyed = keyed.with(candidate);
        if (isMilestone(newAll.size())) {
            newKeyed = newKeyed.balanced(newAll, candidate);
        }
        Optional<Set<Map.Entry<String, String>>> pins = Pins.of(candidate);
        if (pins.isPresent()) {
            return new Shelf(newAll, unpinned, pinned.with(pins.get(), candidate), newLabelled, newKeyed);
        }
        Stock newUnpinned = all == unpinned ? newAll : unpinned.with(candidate);
        return new Shelf(newAll, newUnpinned, pinned, newLabelled, newKeyed);
    }

    /** Sizes so far apart that walking the shelf at each comes to less than a step for each volume that was put in. */
    private static boolean isMilestone(int size) {
        return size >= SMALL && Integer.bitCount(size) == 1;
    }

    Shelf without(Candidate candidate) {
        Stock newAll = all.without(candidate);
        if (newAll.isEmpty()) {
            return EMPTY;
        }
        LabelIndex newLabelled = labelled.without(candidate.labels().entrySet(), candidate);
        KeyIndex newKeyed = keyed.without(candidate);
        Optional<Set<Map.Entry<String, String>>> pins = Pins.of(candidate);
        if (pins.isPresent()) {
            return new Shelf(newAll, unpinned, pinned.without(pins.get(), candidate), newLabelled, newKeyed);
        }
        Stock newUnpinned = all == unpinned ? newAll : unpinned.without(candidate);
        return new Shelf(newAll, newUnpinned, pinned, newLabelled, newKeyed);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Stocks that together hold every volume that does; one volume may be in several. */
    List<Stock> offersFor(Search search) {
        if (isEmpty()) {
            return List.of();
        }
        List<Stock> fewest = List.of(all);
        if (!search.isController() && all != unpinned) {
            fewest = withinReach(search.nodeLabels());
        }
        for (LabelRequirement requirement : search.selector().requirements()) {
            List<Stock> wanted = thatMeet(requirement);
            fewest = count(wanted) < count(fewest) ? wanted : fewest;
        }
        return fewest;
    }

    private List<Stock> withinReach(Map<String, String> nodeLabels) {
        List<Stock> stocks = new ArrayList<>();
        stocks.add(unpinned);
        for (String key : pinned.keys()) {
            String value = nodeLabels.get(key);
            if (value != null) {
                stocks.add(pinned.get(key, value));
            }
        }
        return stocks;
    }

    /** Stocks that hold every volume that meets the requirement; all, where no fewer are known to. */
    private List<Stock> thatMeet(LabelRequirement requirement) {
        String key = requirement.key();
        List<String> values = requirement.values();
        return switch (requirement.operator()) {
            case IN, EQUALS -> labelled.stocksOf(key, values);
            case EXISTS -> keyed.isUsual(key) ? others(key, values, List.of()) : List.of(keyed.get(key));
            case DOES_NOT_EXIST -> keyed.isUsual(key) ? List.of(keyed.get(key)) : List.of(all);
            case NOT_IN -> keyed.isUsual(key) ? others(key, values, List.of(keyed.get(key))) : List.of(all);
            case GREATER_THAN, LESS_THAN -> List.of(all);
        };
    }

    /** The stocks of the key's other values and these; all, where there are too many. */
    private List<Stock> others(String key, List<String> values, List<Stock> more) {
        if (labelled.valuesOf(key) > values.size() + FEW) {
            return List.of(all);
        }
        List<Stock> others = labelled.stocksOfOthers(key, values);
        others.addAll(more);
        return others;
    }

    /**
     * Stocks that together hold every volume that fails the requirement, no volume in two; none where they are not known.
     */
    List<Stock> thatFail(LabelRequirement requirement) {
        String key = requirement.key();
        return switch (requirement.operator()) {
            case NOT_IN -> labelled.stocksOf(key, requirement.values());
            case EXISTS -> keyed.isUsual(key) ? List.of(keyed.get(key)) : List.of();
            case DOES_NOT_EXIST -> keyed.isUsual(key) ? List.of() : List.of(keyed.get(key));
            case IN, EQUALS, GREATER_THAN, LESS_THAN -> List.of();
        };
    }

    private static int count(List<Stock> stocks) {
        int count = 0;
        for (Stock stock : stocks) {
            count += stock.size();
        }
        return count;
    }
}
