package io.mooring.binding.match;

import io.mooring.storage.PersistentVolume;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.pcollections.TreePMap;

/**
 * The plain form of what {@link FreeVolumeIndex} does: a sorted map of the free volumes for each class, volume mode and attributes class,
 * from which a search takes the first that is large enough and passes every rule. It is here to be measured: what the indexes by labels and
 * nodes, and the tree that knows what is in its branches, are worth.
 */
public final class SortedVolumes {
    private final Map<FreeVolumeIndex.Key, TreePMap<SortKey, IndexedVolume>> free;

    private SortedVolumes(Map<FreeVolumeIndex.Key, TreePMap<SortKey, IndexedVolume>> free) {
        this.free = free;
    }

    /** Of these volumes, which nobody has. */
    public static SortedVolumes of(Collection<PersistentVolume> volumes) {
        Map<FreeVolumeIndex.Key, TreePMap<SortKey, IndexedVolume>> free = new HashMap<>();
        for (PersistentVolume volume : volumes) {
            IndexedVolume indexed = IndexedVolume.of(volume);
            free.merge(
                    FreeVolumeIndex.Key.of(indexed),
                    TreePMap.singleton(indexed.sortKey(), indexed),
                    (former, added) -> former.plus(indexed.sortKey(), indexed));
        }
        return new SortedVolumes(free);
    }

    /** The first that fits. */
    public Match match(Search search) {
        TreePMap<SortKey, IndexedVolume> volumes = free.getOrDefault(FreeVolumeIndex.Key.of(search), TreePMap.empty());
        for (IndexedVolume volume : volumes.tailMap(search.smallest(), true).values()) {
            if (MatchRule.firstMismatch(search, volume).isEmpty()) {
                return Choice.ofFree(volume).match();
            }
        }
        return new Match.Unmatched();
    }
}
