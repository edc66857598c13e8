package io.mooring.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecodingExceptionTest {
    @Test
    void keepsItsProblemsWhenItIsSerialized() throws IOException, ClassNotFoundException {
        FieldPath path = FieldPath.of("spec").index(3).key("a.b").child("c");
        JsonObject tree = JsonObject.builder()
                .put("b", "text")
                .put("a", JsonArray.of(JsonNull.NULL, JsonBool.TRUE, new JsonNumber("1.0")))
                .build();
        DecodingException thrown = new DecodingException(List.of(
                new DecodingProblem.WrongType(path, "a string", tree),
                new DecodingProblem.UnknownField(path, Optional.of("c"), List.of("c", "d")),
                new DecodingProblem.DuplicateField(FieldPath.ROOT),
                new DecodingProblem.BadText(path, "1GB", "no", Optional.empty())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            DecodingException read = (DecodingException) in.readObject();
            assertThat(read.problems()).isEqualTo(thrown.problems());
            assertThat(read).hasMessage(thrown.getMessage());
        }
    }
}
