package io.mooring.binding.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Digests of texts and of digests: the first half of SHA-256, which every Java platform has. */
final class Hashing {
    private Hashing() {}

    static Digest of(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of all of them together, in this order. */
    static Digest of(List<Digest> digests) {
        ByteBuffer bytes = ByteBuffer.allocate(digests.size() * 2 * Long.BYTES);
        digests.forEach(each -> bytes.putLong(each.first()).putLong(each.second()));
        return digest(bytes.array());
    }

    private static Digest digest(byte[] bytes) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(bytes));
        return new Digest(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
