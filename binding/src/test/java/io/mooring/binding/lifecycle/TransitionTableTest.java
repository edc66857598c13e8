package io.mooring.binding.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A lamp that is on or off until it breaks, and then is thrown away. */
class TransitionTableTest {
    private enum Lamp {
        OFF,
        ON,
        BROKEN,
        GONE
    }

    private enum Happening {
        SWITCHED_ON,
        BULB_BURST
    }

    private final TransitionTable.Builder<Lamp, Happening, String> rules =
            new TransitionTable.Builder<>(Lamp.class, Happening.class, Lamp.BROKEN, Lamp.GONE);

    @Test
    void hasARowForEveryEventInEveryState() {
        rules.lead(Happening.SWITCHED_ON, Lamp.ON, List.of("shine"));
        rules.lead(Happening.BULB_BURST, List.of(Lamp.ON), Lamp.BROKEN, List.of("go dark"));
        rules.stay(Happening.BULB_BURST, List.of(Lamp.BROKEN), List.of());
        rules.never(Happening.BULB_BURST, List.of(Lamp.OFF), "a bulb bursts when it shines");

        TransitionTable<Lamp, Happening, String> table = rules.build();

        assertThat(table.rows()).hasSize(Lamp.values().length * Happening.values().length);
        assertThat(table.row(Lamp.OFF, Happening.SWITCHED_ON).transition())
                .isEqualTo(new Transition<>(Lamp.ON, List.of("shine")));
        assertThat(table.row(Lamp.BROKEN, Happening.SWITCHED_ON).transition().next())
                .isEqualTo(Lamp.BROKEN);
        assertThat(table.row(Lamp.GONE, Happening.BULB_BURST)).isInstanceOf(Row.CannotHappen.class);
    }

    @Test
    void isNotBuiltWhileARowLacksARule() {
        rules.stay(Happening.SWITCHED_ON, List.of());
        rules.stay(Happening.BULB_BURST, rules.live(), List.of());

        assertThatIllegalStateException()
                .isThrownBy(rules::build)
                .withMessage("no rule for BULB_BURST in state BROKEN");
    }

    @Test
    void refusesASecondRuleForARow() {
        rules.stay(Happening.SWITCHED_ON, List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> rules.never(Happening.SWITCHED_ON, List.of(Lamp.ON), "it is on"))
                .withMessage("two rules for SWITCHED_ON in state ON");
    }
}
