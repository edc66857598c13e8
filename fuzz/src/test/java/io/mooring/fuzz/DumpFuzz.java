package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.Mooring;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Any dump is opened or told why not; it settles, everything in it can be explained, and the same text gives the same answers. */
class DumpFuzz {
    private static final int MOST = 6;

    @FuzzTest
    void anyText(FuzzedDataProvider data) {
        answers(data.consumeRemainingAsString());
    }

    @FuzzTest
    void anyObjects(FuzzedDataProvider data) {
        List<JsonValue> items = new ArrayList<>();
        for (int left = data.consumeInt(1, MOST); left > 0; left--) {
            JsonObject item = Trees.object(data);
            items.add(
                    item.get("metadata").orElse(JsonObject.EMPTY) instanceof JsonObject metadata
                            ? item.with("metadata", metadata.with("uid", new JsonString("uid-" + left)))
                            : item);
        }
        String dump = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "List")
                .put("items", new JsonArray(items))
                .build()
                .toJson();
        assertThat(answers(dump)).isEqualTo(answers(dump));
    }

    private static String answers(String dump) {
        Mooring opened = Mooring.open(dump);
        Mooring settled = opened.settle();
        settled.cluster()
                .all()
                .forEach(object -> assertThat(settled.why(object.ref()).text()).isNotBlank());
        return settled.refusals() + settled.tables() + settled.notFine();
    }
}
