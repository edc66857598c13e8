package io.mooring.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes that should be text. */
final class Utf8 {
    private static final String REPLACEMENT = "\uFFFD";

    private Utf8() {}

    /** @throws CharacterCodingException if they are none */
    static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** The text with each byte that is none replaced by U+FFFD: one for each, as Go's JSON writer does. */
    static String repaired(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            out.put(REPLACEMENT.repeat(result.length()));
            in.position(in.position() + result.length());
        }
        return out.flip().toString();
    }
}
