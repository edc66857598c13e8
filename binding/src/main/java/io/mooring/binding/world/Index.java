package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways to find objects without looking at all of them: each names the entries that an object is found under. */
enum Index {
    UID {
        @Override
        List<String> entries(KubernetesObject object) {
            return List.of(object.metadata().uid());
        }

        @Override
        Object part(KubernetesObject object) {
            return object.metadata().uid();
        }
    },
    OWNER {
        @Override
        List<String> entries(KubernetesObject object) {
            List<OwnerReference> owners = object.metadata().ownerReferences();
            return owners.isEmpty()
                    ? List.of()
                    : owners.stream().map(OwnerReference::uid).distinct().toList();
        }

        @Override
        Object part(KubernetesObject object) {
            return object.metadata().ownerReferences();
        }
    },
    CLAIMS_BY_VOLUME {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof PersistentVolumeClaim claim
                    ? present(claim.spec().volumeName())
                    : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return spec(object);
        }
    },
    /** Claims without a volume; those that name no class under {@link #NO_CLASS}. */
    WAITING_CLAIMS_BY_CLASS {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof PersistentVolumeClaim claim
                            && claim.spec().volumeName().isEmpty()
                    ? List.of(claim.className().orElse(NO_CLASS))
                    : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return object instanceof PersistentVolumeClaim ? object : OTHER;
        }
    },
    VOLUMES_BY_CLAIM {
        @Override
        List<String> entries(KubernetesObject object) {
            if (!(object instanceof PersistentVolume volume)) {
                return List.of();
            }
            Optional<ObjectReference> claim = volume.spec().claimRef();
            return claim.isEmpty()
                    ? List.of()
                    : List.of(entry(claim.get().namespace(), claim.get().name()));
        }

        @Override
        Object part(KubernetesObject object) {
            return spec(object);
        }
    },
    PODS_BY_CLAIM {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof Pod pod ? claimsOf(pod) : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return spec(object);
        }
    },
    /** Pods on a node; those on none under the empty name. */
    PODS_BY_NODE {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof Pod pod ? List.of(pod.spec().nodeName()) : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return spec(object);
        }
    },
    /** Pods and revisions that nobody controls, by the set that their name begins with. */
    ORPHANS_BY_SET {
        @Override
        List<String> entries(KubernetesObject object) {
            ObjectMeta metadata = object.metadata();
            boolean isOfSet = object instanceof Pod || object.kind().name().equals("ControllerRevision");
            int dash = metadata.name().lastIndexOf('-');
            if (!isOfSet
                    || dash < 0
                    || metadata.ownerReferences().stream()
                            .anyMatch(owner -> owner.controller().orElse(false))) {
                return List.of();
            }
            return List.of(entry(metadata.namespace(), metadata.name().substring(0, dash)));
        }

        @Override
        Object part(KubernetesObject object) {
            return object.metadata().ownerReferences();
        }
    },
    /** Pods that the scheduler placed nowhere; not those of which it says that they wait for claims to be bound. */
    REJECTED_PODS {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof Pod pod && isRejected(pod) ? List.of("") : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return object instanceof Pod ? object : OTHER;
        }
    },
    /** Claims on their way to another attributes class, by that class. */
    CLAIMS_BY_AWAITED_ATTRIBUTES {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof PersistentVolumeClaim claim
                            && claim.status().modifyVolumeStatus().isPresent()
                    ? present(claim.spec().volumeAttributesClassName().orElse(""))
                    : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return object instanceof PersistentVolumeClaim ? object : OTHER;
        }
    },
    DEFAULT_CLASSES {
        @Override
        List<String> entries(KubernetesObject object) {
            return object instanceof StorageClass storageClass && storageClass.isDefault() ? List.of("") : List.of();
        }

        @Override
        Object part(KubernetesObject object) {
            return object instanceof StorageClass ? object : OTHER;
        }
    };

    /** No class has this name. */
    static final String NO_CLASS = "\0";

    private static final Object OTHER = new Object();
    private static final String UNBOUND_CLAIMS = "unbound immediate PersistentVolumeClaims";

    abstract List<String> entries(KubernetesObject object);

    /** The part of the object that the entries come from: if two objects share it, they have the same entries. */
    Object part(KubernetesObject object) {
        return object;
    }

    private static Object spec(KubernetesObject object) {
        if (object instanceof Pod pod) {
            return pod.spec();
        }
        if (object instanceof PersistentVolume volume) {
            return volume.spec();
        }
        return object instanceof PersistentVolumeClaim claim ? claim.spec() : OTHER;
    }

    static String entry(String namespace, String name) {
        return namespace + "/" + name;
    }

    private static List<String> present(String name) {
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static boolean isRejected(Pod pod) {
        return pod.spec().nodeName().isEmpty()
                && pod.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("PodScheduled")
                                && condition.status().equals("False")
                                && !condition.message().contains(UNBOUND_CLAIMS));
    }

    private static List<String> claimsOf(Pod pod) {
        List<String> entries = new ArrayList<>();
        for (PodVolume volume : pod.spec().volumes()) {
            String claim = volume.persistentVolumeClaim()
                    .map(source -> source.claimName())
                    .or(() -> volume.ephemeral().map(source -> pod.metadata().name() + "-" + volume.name()))
                    .orElse("");
            String entry = entry(pod.metadata().namespace(), claim);
            if (!claim.isEmpty() && !entries.contains(entry)) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
