package io.mooring.admission.pod;

import io.mooring.schema.Field;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.PodSpec;
import java.util.List;
import java.util.Map;

/**
 * Annotations in place of a security profile's field.
 *
 * @param at where the pod or the template stands, a dot last; empty for a pod itself
 */
record OldProfiles(PodSpec spec, Map<String, String> annotations, String at) {
    private static final String SECCOMP = "non-functional in v1.27+; use the \"seccompProfile\" field instead";
    private static final String APP_ARMOR = "deprecated since v1.30; use the \"appArmorProfile\" field instead";

    void addOfPod(List<String> warnings) {
        if (!podHas(SecurityContexts.SECCOMP_PROFILE)) {
            add("seccomp.security.alpha.kubernetes.io/pod", SECCOMP, warnings);
        }
    }

    /** Of AppArmor in pods themselves the API server tells elsewhere. */
    void addOf(Container container, List<String> warnings) {
        if (annotations.isEmpty()) {
            return;
        }
        if (!has(SecurityContexts.SECCOMP_PROFILE, container)) {
            add("container.seccomp.security.alpha.kubernetes.io/" + container.name(), SECCOMP, warnings);
        }
        Field<JsonObject> appArmor = SecurityContexts.APP_ARMOR_PROFILE;
        if (!at.isEmpty() && !podHas(appArmor) && !has(appArmor, container)) {
            add("container.apparmor.security.beta.kubernetes.io/" + container.name(), APP_ARMOR, warnings);
        }
    }

    private void add(String annotation, String text, List<String> warnings) {
        if (annotations.containsKey(annotation)) {
            warnings.add(at + "metadata.annotations[" + annotation + "]: " + text);
        }
    }

    private boolean podHas(Field<?> profile) {
        return SecurityContexts.OF_POD.in(spec.rest()).filter(profile::isIn).isPresent();
    }

    private static boolean has(Field<?> profile, Container container) {
        return SecurityContexts.OF_CONTAINER
                .in(container.rest())
                .filter(profile::isIn)
                .isPresent();
    }
}
