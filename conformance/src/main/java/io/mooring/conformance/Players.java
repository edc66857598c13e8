package io.mooring.conformance;

import io.mooring.release.Semantics;
import java.util.List;
import java.util.Optional;

/** Every player, in the order of the records' README. */
final class Players {
    private Players() {}

    /** @param semantics as which Kubernetes Mooring is asked */
    static List<Player> all(Semantics semantics) {
        return List.of(
                new QuantityParsePlayer(),
                new QuantityPairsPlayer(),
                new SelectorPlayer(),
                new MatchPlayer(),
                new YamlPlayer(semantics),
                new AdmissionCreatePlayer(semantics),
                new AdmissionUpdatePlayer(semantics),
                new ScenarioPlayer("scenarios", semantics),
                new ScenarioPlayer("workloads", semantics),
                new ScenarioPlayer("reported", semantics),
                new ScenarioPlayer("attach", semantics),
                new ChancePlayer(semantics),
                new OpenedPlayer(semantics));
    }

    /** The player of the file, which asks Mooring as the Kubernetes that the file is of. */
    static Optional<Player> of(RecordFile file) {
        return of(file, file.semantics());
    }

    static Optional<Player> of(RecordFile file, Semantics semantics) {
        return all(semantics).stream()
                .filter(player -> player.file().equals(file.name()))
                .findFirst();
    }
}
