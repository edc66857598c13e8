package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * The one event that upstream loses by chance, and Mooring never. The controller of a StatefulSet that deletes claims makes a
 * pod, then makes the pod an owner of its claims, then tells that it made the pod. If somebody else writes a claim in between,
 * its update meets a conflict and it tells nothing; the next time the pod is there, and there is nothing to tell. Upstream:
 * {@code StatefulPodControl.CreateStatefulPod}.
 */
final class ConflictedCreate {
    private static final String DELETE = "Delete";

    private ConflictedCreate() {}

    /**
     * Whether it may be lost.
     *
     * @param events those of the same step
     * @param state what there is after it
     */
    static boolean mayCost(JsonNode event, JsonNode events, JsonNode state) {
        String set = event.get("name").asText();
        String claimMade = "Pod " + pod(event) + " in StatefulSet " + set + " success";
        return event.get("message")
                        .asText()
                        .equals("Create Pod " + pod(event) + " in StatefulSet " + set + " successful")
                && StreamSupport.stream(events.spliterator(), false)
                        .map(other -> other.get("message").asText())
                        .anyMatch(message -> message.startsWith("Create Claim ") && message.endsWith(claimMade))
                && StreamSupport.stream(state.path("StatefulSet").spliterator(), false)
                        .anyMatch(each -> isOf(each, event) && deletesClaims(each));
    }

    private static String pod(JsonNode event) {
        String[] words = event.get("message").asText().split(" ", -1);
        return words.length > 2 ? words[2] : "";
    }

    private static boolean isOf(JsonNode set, JsonNode event) {
        return set.path("metadata").path("name").equals(event.get("name"))
                && set.path("metadata").path("namespace").equals(event.get("namespace"));
    }

    private static boolean deletesClaims(JsonNode set) {
        JsonNode policy = set.path("spec").path("persistentVolumeClaimRetentionPolicy");
        return policy.path("whenDeleted").asText().equals(DELETE)
                || policy.path("whenScaled").asText().equals(DELETE);
    }
}
