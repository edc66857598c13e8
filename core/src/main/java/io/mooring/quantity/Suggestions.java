package io.mooring.quantity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refused text may have meant. Every suggestion parses. */
final class Suggestions {
    private static final int MAX_LENGTH = 64;
    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}_\"']+");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([+-]?[0-9]*\\.?[0-9]+\\.?)(\\p{L}+)");
    private static final Pattern GROUPED_BY_COMMAS = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(?![0-9,]).*");
    private static final Pattern ONE_COMMA_NO_POINT = Pattern.compile("[^,.]*,[^,.]*");
    private static final Pattern UNIT_OF_BYTES = Pattern.compile("([kmgtpe])(b?|i|ib)");

    private Suggestions() {}

    static List<String> forText(String text) {
        if (text.length() > MAX_LENGTH) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        for (String cleaned : cleaned(text)) {
            if (isQuantity(cleaned)) {
                found.add(cleaned);
            } else {
                addWithOtherUnit(cleaned, found);
            }
        }
        return List.copyOf(found);
    }

    /** Without spaces, quotes and digit separators; a comma is read as a decimal point, a separator, or either. */
    private static List<String> cleaned(String text) {
        String plain = NOISE.matcher(text).replaceAll("");
        boolean grouped = GROUPED_BY_COMMAS.matcher(plain).matches();
        boolean decimal = ONE_COMMA_NO_POINT.matcher(plain).matches();
        if (grouped && decimal) {
            return List.of(plain.replace(',', '.'), plain.replace(",", ""));
        }
        if (grouped) {
            return List.of(plain.replace(",", ""));
        }
        return List.of(decimal ? plain.replace(',', '.') : plain);
    }

    private static void addWithOtherUnit(String text, Set<String> found) {
        Matcher split = NUMBER_AND_UNIT.matcher(text);
        if (!split.matches()) {
            return;
        }
        for (String unit : units(split.group(2))) {
            String candidate = split.group(1) + unit;
            if (isQuantity(candidate)) {
                found.add(candidate);
            }
        }
    }

    private static List<String> units(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "b", "byte", "bytes" -> List.of("");
            case "n", "u" -> List.of(lower);
            case "e" -> List.of();
            case "µ", "μ" -> List.of("u");
            default -> unitsOfBytes(lower);
        };
    }

    private static List<String> unitsOfBytes(String lower) {
        Matcher unit = UNIT_OF_BYTES.matcher(lower);
        if (!unit.matches()) {
            return List.of();
        }
        String letter = unit.group(1);
        String binary = letter.toUpperCase(Locale.ROOT) + "i";
        String decimal = letter.equals("k") ? letter : letter.toUpperCase(Locale.ROOT);
        return unit.group(2).startsWith("i") ? List.of(binary) : List.of(decimal, binary);
    }

    private static boolean isQuantity(String text) {
        try {
            Quantity.parse(text);
            return text.chars().anyMatch(c -> c >= '0' && c <= '9');
        } catch (QuantityFormatException refused) {
            return false;
        }
    }
}
