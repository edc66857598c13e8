package io.mooring.conformance;

import java.util.List;
import java.util.Optional;

/** Every player, in the order of the records' README. */
final class Players {
    static final List<Player> ALL = List.of(
            new QuantityParsePlayer(), //
            new QuantityPairsPlayer(),
            new SelectorPlayer(),
            new MatchPlayer(),
            new YamlPlayer(),
            new AdmissionCreatePlayer(),
            new AdmissionUpdatePlayer(),
            ScenarioPlayer.scenarios(),
            ScenarioPlayer.reported(),
            new ChancePlayer());

    private Players() {}

    static Optional<Player> of(String file) {
        return ALL.stream().filter(player -> player.file().equals(file)).findFirst();
    }
}
