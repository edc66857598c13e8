package io.mooring.binding.control.scheduler;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the scheduler says when it rejects a pod, and which plug-in says it. The text is all of the reason, or the part of
 * it that does not depend on names: upstream keeps the plug-ins that rejected a pod in memory, Mooring reads them off the
 * pod's condition.
 */
enum Reason {
    NODES_UNSCHEDULABLE(Plugin.NODE_UNSCHEDULABLE, "node(s) were unschedulable"),
    OTHER_NODE_NAMED(Plugin.NODE_NAME, "node(s) didn't match the requested node name"),
    UNTOLERATED_TAINTS(Plugin.TAINT_TOLERATION, "node(s) had untolerated taint(s)"),
    NODE_AFFINITY(Plugin.NODE_AFFINITY, "node(s) didn't match Pod's node affinity/selector"),
    NODE_NOT_NAMED(Plugin.NODE_AFFINITY, "node(s) didn't satisfy plugin(s) [NodeAffinity]"),
    AFFINITY_CONFLICT(Plugin.NODE_AFFINITY, "pod affinity terms conflict"),
    TOO_MANY_PODS(Plugin.NODE_RESOURCES_FIT, "Too many pods"),
    INSUFFICIENT(Plugin.NODE_RESOURCES_FIT, "Insufficient "),
    CLAIM_NOT_FOUND(Plugin.VOLUME_RESTRICTIONS, "persistentvolumeclaim \"", "\" not found"),
    READ_WRITE_ONCE_POD(
            Plugin.VOLUME_RESTRICTIONS,
            "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by"
                    + " another pod"),
    EPHEMERAL_CLAIM_NOT_FOUND(
            Plugin.VOLUME_BINDING, "waiting for ephemeral volume controller to create the persistentvolumeclaim \""),
    CLAIM_LOST(Plugin.VOLUME_BINDING, "\" bound to non-existent persistentvolume \""),
    CLAIM_BEING_DELETED(Plugin.VOLUME_BINDING, "\" is being deleted"),
    CLAIM_OF_ANOTHER_POD(Plugin.VOLUME_BINDING, " (pod is not owner)"),
    UNBOUND_IMMEDIATE(Plugin.VOLUME_BINDING, "pod has unbound immediate PersistentVolumeClaims"),
    VOLUME_NODE_AFFINITY(Plugin.VOLUME_BINDING, "node(s) didn't match PersistentVolume's node affinity"),
    NO_VOLUME_TO_BIND(Plugin.VOLUME_BINDING, "node(s) didn't find available persistent volumes to bind"),
    NOT_ENOUGH_STORAGE(Plugin.VOLUME_BINDING, "node(s) did not have enough free storage"),
    VOLUME_MISSING(Plugin.VOLUME_BINDING, "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)"),
    VOLUME_NOT_FOUND(Plugin.VOLUME_ZONE, "persistentvolume \"", "\" not found"),
    VOLUME_ZONE(Plugin.VOLUME_ZONE, "node(s) had no available volume zone");

    private final Plugin plugin;
    private final String text;
    private final String afterName;

    Reason(Plugin plugin, String text) {
        this(plugin, text, "");
    }

    Reason(Plugin plugin, String text, String afterName) {
        this.plugin = plugin;
        this.text = text;
        this.afterName = afterName;
    }

    String text() {
        return text;
    }

    /** The reason with a name in it. */
    String text(String name) {
        return text + name + afterName;
    }

    private boolean isIn(String message) {
        int start = message.indexOf(text);
        return start >= 0 && message.indexOf(afterName, start + text.length()) >= 0;
    }

    /** The plug-ins that a message names; none where nobody was asked because there were no nodes. */
    static Set<Plugin> pluginsIn(String message) {
        return Arrays.stream(values())
                .filter(reason -> reason.isIn(message))
                .map(reason -> reason.plugin)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Plugin.class)));
    }
}
