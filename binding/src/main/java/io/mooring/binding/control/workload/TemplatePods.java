package io.mooring.binding.control.workload;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;

/** Pods as they are made from a template. */
public final class TemplatePods {
    private TemplatePods() {}

    /** Without a name, which the API server makes up. Models {@code GetPodFromTemplate}. */
    public static Pod of(PodTemplateSpec template, KubernetesObject owner) {
        ObjectMeta metadata = ObjectMeta.builder()
                .generateName(owner.metadata().name() + "-")
                .namespace(owner.metadata().namespace())
                .labels(template.metadata().labels())
                .annotations(template.metadata().annotations())
                .finalizers(template.metadata().finalizers())
                .addOwnerReferences(OwnerReference.toController(owner.kind(), owner.metadata()))
                .build();
        return Pod.builder().metadata(metadata).spec(template.spec()).build();
    }
}
