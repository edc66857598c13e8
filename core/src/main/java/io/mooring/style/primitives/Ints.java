package io.mooring.style.primitives;

import java.util.Arrays;
import java.util.List;

/** The items of an attribute that are given one by one. */
public final class Ints {
    private Ints() {}

    public static List<Integer> asList(int... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
