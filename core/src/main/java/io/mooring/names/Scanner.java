package io.mooring.names;

/** Looks at each character once. Only ASCII letters and digits count as such. */
final class Scanner {
    private Scanner() {}

    static boolean isSubdomain(String text) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isDnsLabel(text, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isDnsLabel(text, start, text.length());
    }

    static boolean isDnsLabel(String text) {
        return isDnsLabel(text, 0, text.length());
    }

    private static boolean isDnsLabel(String text, int start, int end) {
        if (start == end || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char each = text.charAt(i);
            if (!isLowerCase(each) && !isDigit(each) && each != '-') {
                return false;
            }
        }
        return true;
    }

    /** What a label's value and the name part of a label's key are made of. */
    static boolean isLabelText(String text) {
        return isConfigMapKey(text) && isAlphanumeric(text.charAt(0)) && isAlphanumeric(text.charAt(text.length() - 1));
    }

    static boolean isConfigMapKey(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!isAlphanumeric(each) && each != '-' && each != '_' && each != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isDigit(char each) {
        return '0' <= each && each <= '9';
    }

    private static boolean isLowerCase(char each) {
        return 'a' <= each && each <= 'z';
    }

    private static boolean isAlphanumeric(char each) {
        return isLowerCase(each) || isDigit(each) || ('A' <= each && each <= 'Z');
    }
}
