package io.mooring.binding.control.volume;

/** The finalizers of volumes, claims and classes of volume attributes. */
public final class StorageFinalizers {
    /** Holds a volume while its phase is Bound. */
    public static final String VOLUME_PROTECTION = "kubernetes.io/pv-protection";

    /** Holds a claim while a scheduled pod uses it. */
    public static final String CLAIM_PROTECTION = "kubernetes.io/pvc-protection";

    /** Holds a class of volume attributes while a claim or a volume names it. */
    public static final String ATTRIBUTES_CLASS_PROTECTION = "kubernetes.io/vac-protection";

    /** Holds a volume under Delete until its external provisioner has deleted the storage. */
    public static final String EXTERNAL_PROVISIONER = "external-provisioner.volume.kubernetes.io/finalizer";

    /** Holds a volume under Delete until the in-tree plugin that provisioned it has deleted the storage. */
    public static final String IN_TREE = "kubernetes.io/pv-controller";

    /** How those begin that attachers put on volumes and attachments; the driver's name follows. */
    public static final String ATTACHER_PREFIX = "external-attacher/";

    private StorageFinalizers() {}
}
