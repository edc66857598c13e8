package io.mooring.schema;

/** 64 bits of something that has parts, such as a text: FNV-1a. Two that are equal are taken for one. */
record Fingerprint(long bits) {
    private static final long PRIME = 0x100000001b3L;

    /** Of nothing yet. */
    static final Fingerprint NONE = new Fingerprint(0xcbf29ce484222325L);

    Fingerprint and(int part) {
        return new Fingerprint((bits ^ Integer.toUnsignedLong(part)) * PRIME);
    }

    Fingerprint and(String text) {
        long all = bits;
        for (int i = 0; i < text.length(); i++) {
            all = (all ^ text.charAt(i)) * PRIME;
        }
        return new Fingerprint(all);
    }

    /** Of a text that is the same again and again, and so knows its hash code. */
    Fingerprint andWords(String words) {
        return and(words.hashCode()).and(words.length());
    }
}
