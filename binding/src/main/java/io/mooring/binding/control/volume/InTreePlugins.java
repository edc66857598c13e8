package io.mooring.binding.control.volume;

/** The volume plugins that are part of Kubernetes itself, by the names under which classes and volumes ask for them. */
public final class InTreePlugins {
    /** Deletes directories below {@code /tmp}, and provisions none unless it is switched on. */
    public static final String HOST_PATH = "kubernetes.io/host-path";

    /** Neither provisions nor deletes. */
    public static final String NFS = "kubernetes.io/nfs";

    private static final String PREFIX = "kubernetes.io/";

    private InTreePlugins() {}

    /** Whether the name is one of an in-tree plugin, be it one that there no longer is, and not of an external provisioner. */
    public static boolean isName(String provisioner) {
        return provisioner.startsWith(PREFIX);
    }
}
