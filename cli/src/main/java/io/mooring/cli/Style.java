package io.mooring.cli;

import io.mooring.binding.explain.Outlook;

/** Colours, or none. A colour is never the only sign of anything. */
enum Style {
    PLAIN {
        @Override
        String in(Colour colour, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String in(Colour colour, String text) {
            return "\u001b[" + colour.code + "m" + text + "\u001b[0m";
        }
    };

    /** What a terminal can do. */
    enum Colour {
        BOLD("1"),
        RED("1;31"),
        YELLOW("33"),
        GREEN("32"),
        DIM("2");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    abstract String in(Colour colour, String text);

    /** The first line in the outlook's colour. */
    String verdict(Outlook outlook, String text) {
        int end = text.indexOf('\n');
        return end < 0 ? in(colour(outlook), text) : in(colour(outlook), text.substring(0, end)) + text.substring(end);
    }

    private static Colour colour(Outlook outlook) {
        return switch (outlook) {
            case FINE -> Colour.GREEN;
            case WAITS, NOT_KNOWN -> Colour.YELLOW;
            case BLOCKED, IMPOSSIBLE -> Colour.RED;
        };
    }
}
