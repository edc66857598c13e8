package io.mooring.binding.control.job;

import io.mooring.binding.control.workload.TemplatePods;
import io.mooring.meta.ObjectMeta;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Container;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pods that a Job makes: held until they are counted; of an Indexed Job numbered. */
final class NewPods {
    private static final int LONGEST_BEGINNING = 58;

    private static final JsonObject INDEX_VARIABLE = JsonObject.of("name", new JsonString("JOB_COMPLETION_INDEX"))
            .with(
                    "valueFrom",
                    JsonObject.of(
                            "fieldRef",
                            JsonObject.of(
                                    "fieldPath", new JsonString("metadata.labels['" + Job.COMPLETION_INDEX + "']"))));

    private NewPods() {}

    static Pod of(Job job) {
        Pod pod = TemplatePods.of(job.spec().template(), job);
        return pod.withMetadata(pod.metadata().withFinalizer(Job.TRACKING_FINALIZER));
    }

    /** With its number as a label, as an annotation, in its name, its host's name and its environment; and its number's failures. */
    static Pod of(Job job, int index, IndexFailures failures) {
        Pod pod = of(job);
        String number = Integer.toString(index);
        Map<String, String> labels = new LinkedHashMap<>(pod.metadata().labels());
        labels.put(Job.COMPLETION_INDEX, number);
        Map<String, String> annotations = new LinkedHashMap<>(pod.metadata().annotations());
        annotations.put(Job.COMPLETION_INDEX, number);
        annotations.putAll(failures.annotations(job, index));
        ObjectMeta metadata = pod.metadata()
                .withAnnotations(annotations)
                .withLabels(labels)
                .withGenerateName(beginning(job.metadata().name(), "-" + number + "-"));
        JsonString hostname = new JsonString(job.metadata().name() + "-" + number);
        PodSpec spec = pod.spec();
        return pod.withMetadata(metadata)
                .withSpec(spec.withRest(spec.rest().with("hostname", hostname))
                        .withContainers(withVariable(spec.containers()))
                        .withInitContainers(withVariable(spec.initContainers())));
    }

    private static List<Container> withVariable(List<Container> containers) {
        return containers.stream().map(NewPods::withVariable).toList();
    }

    /** One that has such a variable keeps it. */
    private static Container withVariable(Container container) {
        List<JsonValue> variables = new ArrayList<>(container
                .rest()
                .get("env")
                .filter(JsonArray.class::isInstance)
                .map(list -> ((JsonArray) list).items())
                .orElse(List.of()));
        boolean isThere = variables.stream()
                .anyMatch(each -> each instanceof JsonObject variable
                        && variable.get("name").equals(INDEX_VARIABLE.get("name")));
        if (isThere) {
            return container;
        }
        variables.add(INDEX_VARIABLE);
        return container.withRest(container.rest().with("env", new JsonArray(variables)));
    }

    private static String beginning(String job, String ending) {
        return job.substring(0, Math.min(job.length(), LONGEST_BEGINNING - ending.length())) + ending;
    }
}
