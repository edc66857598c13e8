package io.mooring.admission.pod;

import io.mooring.schema.Tree;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Annotations in place of a security profile's field.
 *
 * @param at where the pod or the template stands, a dot last; empty for a pod itself
 */
record OldProfiles(JsonObject spec, Map<String, String> annotations, String at) {
    private static final String SECCOMP = "non-functional in v1.27+; use the \"seccompProfile\" field instead";
    private static final String APP_ARMOR = "deprecated since v1.30; use the \"appArmorProfile\" field instead";

    void addOfPod(List<String> warnings) {
        if (!hasProfile(spec, "seccompProfile")) {
            add("seccomp.security.alpha.kubernetes.io/pod", SECCOMP, warnings);
        }
    }

    /** Of AppArmor in pods themselves the API server tells elsewhere. */
    void addOf(JsonObject container, List<String> warnings) {
        if (annotations.isEmpty()) {
            return;
        }
        String name = Tree.text(container, "name");
        if (!hasProfile(container, "seccompProfile")) {
            add("container.seccomp.security.alpha.kubernetes.io/" + name, SECCOMP, warnings);
        }
        if (!at.isEmpty() && !hasProfile(spec, "appArmorProfile") && !hasProfile(container, "appArmorProfile")) {
            add("container.apparmor.security.beta.kubernetes.io/" + name, APP_ARMOR, warnings);
        }
    }

    private void add(String annotation, String text, List<String> warnings) {
        if (annotations.containsKey(annotation)) {
            warnings.add(at + "metadata.annotations[" + annotation + "]: " + text);
        }
    }

    private static boolean hasProfile(JsonObject owner, String field) {
        Optional<JsonObject> context = Tree.object(owner, "securityContext");
        return context.filter(it -> it.has(field)).isPresent();
    }
}
