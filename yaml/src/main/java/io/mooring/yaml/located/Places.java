package io.mooring.yaml.located;

import java.util.HashMap;
import java.util.Map;

/** Where names stand in a part of an array. Few are looked through one by one; for more there is an index, which whoever asks keeps. */
final class Places {
    private static final int FEW = 16;

    private Places() {}

    static boolean areFew(int number) {
        return number <= FEW;
    }

    /** Where the name is from {@code from} to before {@code end}; negative if it is not there. */
    static int find(String name, String[] names, int from, int end) {
        for (int i = from; i < end; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Where each name is. */
    static Map<String, Integer> index(String[] names, int from, int end) {
        Map<String, Integer> all = new HashMap<>();
        for (int i = from; i < end; i++) {
            all.put(names[i], i);
        }
        return all;
    }
}
