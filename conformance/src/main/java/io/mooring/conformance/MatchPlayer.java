package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.binding.match.Match;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeBindingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A claim, volumes, and a {@code path}: {@code controller} with {@code delayBinding}, or {@code scheduler} with
 * {@code nodeLabels} and {@code taken}; {@code allowed}, every volume that upstream may choose, {@code ""} for none.
 */
final class MatchPlayer implements Player {
    @Override
    public String file() {
        return "match";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        Search search = searchOf(record);
        VolumePool pool = VolumePool.EMPTY;
        for (JsonNode volume : record.get("volumes")) {
            pool = pool.with(Trees.read(PersistentVolume.KIND, volume));
        }
        Set<String> allowed = new TreeSet<>();
        record.get("allowed").forEach(name -> allowed.add(name.textValue()));
        Set<String> choices = new TreeSet<>();
        VolumeMatcher.choices(search, pool).forEach(choice -> choices.add(nameOf(choice)));
        String choice = nameOf(VolumeMatcher.match(search, pool));
        return choices.equals(allowed) && allowed.contains(choice)
                ? Optional.empty()
                : Optional.of(new Difference("one of " + quoted(allowed), "\"" + choice + "\" of " + quoted(choices)));
    }

    private static Search searchOf(JsonNode record) {
        PersistentVolumeClaim claim = Trees.read(PersistentVolumeClaim.KIND, record.get("claim"));
        if (record.get("path").textValue().equals("controller")) {
            return Search.byController(
                    claim,
                    record.get("delayBinding").booleanValue()
                            ? VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER
                            : VolumeBindingMode.IMMEDIATE);
        }
        Map<String, String> nodeLabels = new HashMap<>();
        record.get("nodeLabels")
                .properties()
                .forEach(
                        label -> nodeLabels.put(label.getKey(), label.getValue().textValue()));
        Set<String> taken = new HashSet<>();
        record.get("taken").forEach(name -> taken.add(name.textValue()));
        return Search.forNode(claim, nodeLabels, taken);
    }

    private static String nameOf(Match match) {
        return match.found().map(volume -> volume.metadata().name()).orElse("");
    }

    private static String quoted(Set<String> names) {
        return names.stream().map(name -> '"' + name + '"').toList().toString();
    }
}
