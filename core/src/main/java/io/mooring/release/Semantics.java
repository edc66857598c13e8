package io.mooring.release;

import io.mooring.quantity.Quantity;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How Kubernetes answers: a release, and the behaviours that it has as its gates are switched. Those of {@link #DEFAULT} are
 * {@link Release#DEFAULT}'s, whose gates are what {@link #withGate} switches then.
 *
 * <pre>{@code
 * Semantics older = Semantics.of(Release.parse("1.35"));
 * older.has(Behaviour.PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS); // false
 * Semantics switched = older.withGate("MaxUnavailableStatefulSet", true);
 * }</pre>
 *
 * @param release which one, and so which gates it knows and which of them are locked
 * @param behaviours the rows that hold, in their order
 */
public record Semantics(Release release, Set<Behaviour> behaviours) {
    private static final int MILLI_PLACES = 3;

    /** Those of {@link Release#DEFAULT}. */
    public static final Semantics DEFAULT = of(Release.DEFAULT);

    /** A release with exactly these behaviours. */
    public Semantics {
        EnumSet<Behaviour> copy = EnumSet.noneOf(Behaviour.class);
        copy.addAll(behaviours);
        behaviours = Collections.unmodifiableSet(copy);
    }

    /** As the release answers with the gates that it comes with. */
    public static Semantics of(Release release) {
        EnumSet<Behaviour> behaviours = EnumSet.allOf(Behaviour.class);
        behaviours.removeIf(behaviour -> !behaviour.isIn(release));
        return new Semantics(release, behaviours);
    }

    /** Whether both answer alike, be they of one release or not. */
    public boolean answersLike(Semantics other) {
        return behaviours.equals(other.behaviours);
    }

    /**
     * The same release with a feature gate switched on or off, by upstream's name; a behaviour without a gate by the name of its
     * row.
     *
     * @throws IllegalArgumentException if the release knows none of that name, or has locked it to the other side, as then the API
     *     server would not start; the message names those that it knows
     */
    public Semantics withGate(String gate, boolean isOn) {
        return FeatureGates.NONE.with(gate, isOn).in(this);
    }

    /**
     * The whole units of an amount as upstream's {@code Value()} answers; see {@link Quantity#upstreamValue} for its faults,
     * which {@link Behaviour#QUANTITY_VALUE_SATURATES} and {@link Behaviour#QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO} mend.
     */
    public long value(Quantity amount) {
        return mended(amount, 0).orElseGet(amount::upstreamValue);
    }

    /** The thousandths of an amount as upstream's {@code MilliValue()} answers, like {@link #value}. */
    public long milliValue(Quantity amount) {
        return mended(amount, MILLI_PLACES).orElseGet(amount::upstreamMilliValue);
    }

    private OptionalLong mended(Quantity amount, int places) {
        if (!has(Behaviour.QUANTITY_VALUE_SATURATES) && !has(Behaviour.QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO)) {
            return OptionalLong.empty();
        }
        BigInteger exact = amount.toBigDecimal()
                .scaleByPowerOfTen(places)
                .setScale(0, RoundingMode.UP)
                .toBigInteger();
        if (exact.bitLength() >= Long.SIZE) {
            long nearest = exact.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
            return has(Behaviour.QUANTITY_VALUE_SATURATES) ? OptionalLong.of(nearest) : OptionalLong.empty();
        }
        return has(Behaviour.QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO)
                ? OptionalLong.of(exact.longValue())
                : OptionalLong.empty();
    }

    /**
     * The text of an amount in a refusal, a warning or an event: with its magnitude also where no suffix is large enough, if
     * {@link Behaviour#QUANTITY_TEXT_KEEPS_MAGNITUDE}.
     */
    public String text(Quantity amount) {
        return has(Behaviour.QUANTITY_TEXT_KEEPS_MAGNITUDE)
                ? amount.readBackInFull().toString()
                : amount.toString();
    }

    /**
     * The amount as it is stored, which is what is read of the text that the API server writes for it: {@code 1} of {@code
     * 1000E}, unless {@link Behaviour#QUANTITY_TEXT_KEEPS_MAGNITUDE}. The same instance wherever the text is the amount's.
     */
    public Quantity stored(Quantity amount) {
        return has(Behaviour.QUANTITY_TEXT_KEEPS_MAGNITUDE) ? amount.readBackInFull() : amount.readBack();
    }

    /** Whether this is so. */
    public boolean has(Behaviour behaviour) {
        return behaviours.contains(behaviour);
    }

    /**
     * The same with one behaviour switched on or off, whatever the release knows of its gate: to see what it does. Gates are
     * switched by {@link #withGate}.
     */
    public Semantics with(Behaviour behaviour, boolean isOn) {
        EnumSet<Behaviour> changed = EnumSet.noneOf(Behaviour.class);
        changed.addAll(behaviours);
        if (isOn) {
            changed.add(behaviour);
        } else {
            changed.remove(behaviour);
        }
        return new Semantics(release, changed);
    }
}
