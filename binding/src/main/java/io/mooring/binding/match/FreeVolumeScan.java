package io.mooring.binding.match;

import io.mooring.meta.LabelRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Goes through the free volumes that pass every rule, in the order of {@link SortKey}, each once. It starts at the first
 * volume that is large enough and looks no further than it is asked to.
 */
final class FreeVolumeScan {
    /** After so many volumes that failed, it asks the indexes how far to skip, which costs as much as some volumes. */
    private static final int FAILURES_BEFORE_SKIP = 4;

    private final Search search;
    private final FreeVolumeIndex free;

    /** One cursor for each tree; the one at the first volume comes first. */
    private final PriorityQueue<VolumeTree.Cursor> cursors = new PriorityQueue<>();

    private Optional<IndexedVolume> latest = Optional.empty();
    private boolean isAtStart = true;

    FreeVolumeScan(Search search, FreeVolumeIndex free, List<VolumeTree> trees, SignatureFilter filter) {
        this.search = search;
        this.free = free;
        for (VolumeTree tree : trees) {
            tree.cursorFrom(search.smallest(), filter).ifPresent(cursors::add);
        }
    }

    /** The next volume that passes every rule; empty at the end. */
    Optional<IndexedVolume> next() {
        int failures = 0;
        for (Optional<IndexedVolume> next = advance(); next.isPresent(); next = advance()) {
            if (isLatest(next.get())) {
                continue;
            }
            if (MatchRule.firstMismatch(search, next.get()).isEmpty()) {
                latest = next;
                return next;
            }
            failures++;
            if (failures % FAILURES_BEFORE_SKIP == 0) {
                skipFrom(next.get());
            }
        }
        return Optional.empty();
    }

    /** A volume that is in several trees comes up several times in a row. */
    private boolean isLatest(IndexedVolume volume) {
        return latest.isPresent() && latest.get().name().equals(volume.name());
    }

    /** Moves past the volume that it stood at, and tells which one it stands at now. */
    private Optional<IndexedVolume> advance() {
        if (!isAtStart && !cursors.isEmpty()) {
            VolumeTree.Cursor first = cursors.remove();
            if (first.advance()) {
                cursors.add(first);
            }
        }
        isAtStart = false;
        return Optional.ofNullable(cursors.peek()).map(VolumeTree.Cursor::current);
    }

    /** If the volume fails a requirement whose failing volumes are known, moves past all that follow it and fail it too. */
    private void skipFrom(IndexedVolume failed) {
        for (LabelRequirement requirement : search.selector().requirements()) {
            List<VolumeTree> failing = free.failing(requirement);
            if (!failing.isEmpty() && !requirement.matches(failed.labels())) {
                seek(free.all().firstOutside(failing, failed));
                return;
            }
        }
    }

    /** Moves to this volume, or where it would be; to the end, if there is none. */
    private void seek(Optional<IndexedVolume> volume) {
        List<VolumeTree.Cursor> moved = new ArrayList<>(cursors);
        cursors.clear();
        isAtStart = true;
        volume.ifPresent(found ->
                moved.stream().filter(cursor -> cursor.seek(found.sortKey())).forEach(cursors::add));
    }
}
