package io.mooring.yaml.write;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.mooring.yaml.text.WrittenText;
import org.jspecify.annotations.Nullable;

/** Escapes in JSON what JSON may have as it is and YAML may not, so that what is written reads as the same in either way. */
final class EscapesForYaml extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] ascii = ascii();

    private static int[] ascii() {
        int[] escapes = standardAsciiEscapesForJSON();
        for (int character = 0; character < escapes.length; character++) {
            if (escapes[character] == ESCAPE_NONE && WrittenText.isEscaped(character)) {
                escapes[character] = ESCAPE_STANDARD;
            }
        }
        return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return WrittenText.isEscaped(character) ? new SerializedString(String.format("\\u%04X", character)) : null;
    }
}
