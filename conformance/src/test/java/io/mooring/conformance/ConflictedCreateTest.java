package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ConflictedCreateTest {
    private static final String POD_MADE = event("Create Pod web-0 in StatefulSet web successful");
    private static final String CLAIM_MADE = event("Create Claim www-web-0 Pod web-0 in StatefulSet web success");

    @Test
    void costsTheEventOfAPodWhoseClaimWasMadeWithIt() throws JsonProcessingException {
        assertThat(mayCost(POD_MADE, CLAIM_MADE, "Delete")).isTrue();
    }

    @Test
    void costsNothingElse() throws JsonProcessingException {
        assertThat(mayCost(CLAIM_MADE, POD_MADE, "Delete")).as("another event").isFalse();
        assertThat(mayCost(POD_MADE, CLAIM_MADE, "Retain"))
                .as("a set that keeps its claims never writes them")
                .isFalse();
        assertThat(mayCost(POD_MADE, CLAIM_MADE.replace("web-0 in", "web-1 in"), "Delete"))
                .as("nobody else knows of a claim that is as old as the record")
                .isFalse();
    }

    private static boolean mayCost(String event, String other, String whenDeleted) throws JsonProcessingException {
        String set = "{'metadata':{'name':'web','namespace':'default'},'spec':"
                + "{'persistentVolumeClaimRetentionPolicy':{'whenDeleted':'" + whenDeleted + "'}}}";
        return ConflictedCreate.mayCost(
                json(event), json("[" + event + "," + other + "]"), json("{'StatefulSet':[" + set + "]}"));
    }

    private static String event(String message) {
        return "{'name':'web','namespace':'default','message':'" + message + "'}";
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
