package io.mooring.binding.match;

import io.mooring.meta.LabelRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Free volumes that differ only in size, name, labels and the nodes that reach them; so kept that a search may look at
 * those with one label, or at those within one node's reach, instead of at all. What it leaves out fails a rule; what it
 * offers is still to be held against every rule.
 *
 * @param unpinned the volumes that no node label narrows down; the same stock as {@code all} where none is pinned
 */
record Drawer(Stock all, Stock unpinned, LabelIndex pinned, LabelIndex labelled) {
    static final Drawer EMPTY = new Drawer(Stock.EMPTY, Stock.EMPTY, LabelIndex.EMPTY, LabelIndex.EMPTY);

    Drawer with(Candidate candidate) {
        Stock newAll = all.with(candidate);
        LabelIndex newLabelled = labelled.with(candidate.labels().entrySet(), candidate);
        Optional<Set<Map.Entry<String, String>>> pins = Pins.of(candidate);
        if (pins.isPresent()) {
            return new Drawer(newAll, unpinned, pinned.with(pins.get(), candidate), newLabelled);
        }
        return new Drawer(newAll, all == unpinned ? newAll : unpinned.with(candidate), pinned, newLabelled);
    }

    Drawer without(Candidate candidate) {
        Stock newAll = all.without(candidate);
        if (newAll.isEmpty()) {
            return EMPTY;
        }
        LabelIndex newLabelled = labelled.without(candidate.labels().entrySet(), candidate);
        Optional<Set<Map.Entry<String, String>>> pins = Pins.of(candidate);
        if (pins.isPresent()) {
            return new Drawer(newAll, unpinned, pinned.without(pins.get(), candidate), newLabelled);
        }
        return new Drawer(newAll, all == unpinned ? newAll : unpinned.without(candidate), pinned, newLabelled);
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
        for (LabelRequirement requirement : search.choicesOfLabels()) {
            List<Stock> wanted = wanted(requirement);
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

    private List<Stock> wanted(LabelRequirement requirement) {
        return requirement.values().stream()
                .distinct()
                .map(value -> labelled.get(requirement.key(), value))
                .toList();
    }

    private static int count(List<Stock> stocks) {
        int count = 0;
        for (Stock stock : stocks) {
            count += stock.size();
        }
        return count;
    }
}
