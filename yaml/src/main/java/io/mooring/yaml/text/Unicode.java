package io.mooring.yaml.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes to text, and text that can be written as UTF-8. */
public final class Unicode {
    private static final char REPLACEMENT = '\uFFFD';

    private Unicode() {}

    /**
     * The text of bytes in UTF-8.
     *
     * @throws CharacterCodingException if the bytes are not UTF-8
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        return lenient.indexOf(REPLACEMENT) < 0 ? lenient : decodeStrictly(bytes);
    }

    /** Takes several times the memory. */
    private static String decodeStrictly(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Decodes UTF-8. Each byte that cannot be decoded becomes one U+FFFD, as in Go's {@code encoding/json}. */
    public static String decodeReplacing(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                out.put(REPLACEMENT);
            }
            in.position(in.position() + result.length());
        }
        return out.flip().toString();
    }

    /** The text with U+FFFD for each surrogate that is not part of a pair, as Go's JSON reader does. */
    public static String replaceLoneSurrogates(String text) {
        if (!hasSurrogates(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
