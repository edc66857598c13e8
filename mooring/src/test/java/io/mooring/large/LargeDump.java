package io.mooring.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Random;

/**
 * Makes the dump of a large cluster, as {@code kubectl get -o yaml} would print it: Deployments with their ReplicaSets and
 * pods, every fourth of which uses a claim that is bound to a volume; nodes, a class and events. Everything in it is as its controllers would
 * leave it, so that a cluster that is opened from it is quiet. The same
 * seed and size give the same text.
 */
public final class LargeDump {
    private static final int PODS_A_DEPLOYMENT = 8;

    /** With the surge of a rolling update. */
    private static final int MOST_PODS = 10;

    private static final int PODS_A_NODE = 40;
    private static final int NAMESPACES = 50;
    private static final int CLAIM_EVERY = 4;
    private static final int EVENT_EVERY = 5;

    private final Random random;
    private final Writer out;
    private final int size;
    private int objects;
    private int version = 1000;

    private LargeDump(long seed, int size, Writer out) {
        this.random = new Random(seed);
        this.size = size;
        this.out = out;
    }

    /** Writes a dump of about this many objects, and gives how many they are. */
    public static int write(long seed, int size, Writer out) {
        LargeDump dump = new LargeDump(seed, size, out);
        dump.write("apiVersion: v1\nitems:\n");
        dump.cluster();
        dump.write("kind: List\nmetadata:\n  resourceVersion: \"\"\n");
        return dump.objects;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cluster() {
        storageClass();
        int nodes = Math.max(1, size / 2 / PODS_A_NODE);
        for (int i = 0; i < nodes; i++) {
            node("node-" + i);
        }
        for (int i = 0; objects < size; i++) {
            deployment("app-" + i, "ns-" + i % NAMESPACES, nodes);
        }
    }

    private String uid() {
        return String.format(
                "%08x-%04x-4%03x-a%03x-%012x",
                random.nextInt(),
                random.nextInt(1 << 16),
                random.nextInt(1 << 12),
                random.nextInt(1 << 12),
                random.nextLong() >>> 16);
    }

    private String head(String apiVersion, String kind, String name, String namespace, String uid, String more) {
        objects++;
        return "- apiVersion: " + apiVersion + "\n  kind: " + kind + "\n  metadata:\n"
                + "    creationTimestamp: \"2026-02-0" + (1 + random.nextInt(9)) + "T10:00:00Z\"\n"
                + more
                + "    name: " + name + "\n"
                + (namespace.isEmpty() ? "" : "    namespace: " + namespace + "\n")
                + "    resourceVersion: \"" + version++ + "\"\n    uid: " + uid + "\n";
    }

    private void storageClass() {
        write(head("storage.k8s.io/v1", "StorageClass", "fast", "", uid(), "")
                + "  provisioner: csi.example.com\n  reclaimPolicy: Delete\n  volumeBindingMode: Immediate\n");
    }

    private void node(String name) {
        write(head("v1", "Node", name, "", uid(), "    labels:\n      kubernetes.io/hostname: " + name + "\n") + """
                  spec:
                    podCIDR: 10.0.0.0/24
                  status:
                    allocatable:
                      cpu: "64"
                      ephemeral-storage: "95491281146"
                      memory: 256Gi
                      pods: "110"
                    capacity:
                      cpu: "64"
                      ephemeral-storage: 103610Mi
                      memory: 256Gi
                      pods: "110"
                    conditions:
                    - lastHeartbeatTime: "2026-02-10T10:00:00Z"
                      lastTransitionTime: "2026-02-01T10:00:00Z"
                      message: kubelet is posting ready status
                      reason: KubeletReady
                      status: "True"
                      type: Ready
                    nodeInfo:
                      architecture: amd64
                      kubeletVersion: v1.37.2
                      operatingSystem: linux
                """);
    }

    private static String owner(String apiVersion, String kind, String name, String uid) {
        return "    ownerReferences:\n    - apiVersion: " + apiVersion + "\n      blockOwnerDeletion: true\n"
                + "      controller: true\n      kind: " + kind + "\n      name: " + name + "\n      uid: " + uid
                + "\n";
    }

    private static String labels(String app, String hash) {
        return "    labels:\n      app: " + app + "\n      pod-template-hash: " + hash + "\n";
    }

    private void deployment(String app, String namespace, int nodes) {
        String hash = "b" + String.format("%08x", random.nextInt()).replaceAll("[^2-9a-f]", "b");
        String deployment = uid();
        String set = uid();
        String template = "    template:\n      metadata:\n        labels:\n          app: " + app + "\n"
                + "      spec:\n        containers:\n        - image: registry.example.com/" + app + ":1.2.3\n"
                + "          name: main\n";
        write(head("apps/v1", "Deployment", app, namespace, deployment, """
                    annotations:
                      deployment.kubernetes.io/revision: "1"
                    generation: 1
                """)
                + "  spec:\n    progressDeadlineSeconds: 600\n    replicas: " + PODS_A_DEPLOYMENT
                + "\n    selector:\n      matchLabels:\n        app: "
                + app
                + "\n    strategy:\n      rollingUpdate:\n        maxSurge: 25%\n        maxUnavailable: 25%\n"
                + "      type: RollingUpdate\n" + template + status() + rolledOut(app, hash)
                + "    updatedReplicas: " + PODS_A_DEPLOYMENT + "\n");
        write(head(
                        "apps/v1",
                        "ReplicaSet",
                        app + "-" + hash,
                        namespace,
                        set,
                        "    annotations:\n      deployment.kubernetes.io/desired-replicas: \"" + PODS_A_DEPLOYMENT
                                + "\"\n      deployment.kubernetes.io/max-replicas: \"" + MOST_PODS
                                + "\"\n      deployment.kubernetes.io/revision: \"1\"\n    generation: 1\n"
                                + labels(app, hash) + owner("apps/v1", "Deployment", app, deployment))
                + "  spec:\n    replicas: " + PODS_A_DEPLOYMENT + "\n    selector:\n      matchLabels:\n        app: "
                + app
                + "\n        pod-template-hash: " + hash + "\n"
                + template.replace(
                        "app: " + app + "\n", "app: " + app + "\n          pod-template-hash: " + hash + "\n")
                + status() + "    fullyLabeledReplicas: " + PODS_A_DEPLOYMENT + "\n");
        for (int i = 0; i < PODS_A_DEPLOYMENT; i++) {
            String pod = app + "-" + hash + "-" + String.format("%05x", i).replaceAll("[013aeiou]", "b") + i;
            String claim = i % CLAIM_EVERY == 0 ? claim(pod, namespace) : "";
            pod(
                    pod,
                    namespace,
                    labels(app, hash) + owner("apps/v1", "ReplicaSet", app + "-" + hash, set),
                    claim,
                    "node-" + random.nextInt(nodes),
                    app);
        }
    }

    private static String status() {
        return "  status:\n    availableReplicas: " + PODS_A_DEPLOYMENT
                + "\n    observedGeneration: 1\n    readyReplicas: " + PODS_A_DEPLOYMENT + "\n    replicas: "
                + PODS_A_DEPLOYMENT + "\n    terminatingReplicas: 0\n";
    }

    /** The conditions of a Deployment all of whose pods are there. */
    private static String rolledOut(String app, String hash) {
        return "    conditions:\n"
                + rolledOut("Available", "MinimumReplicasAvailable", "Deployment has minimum availability.")
                + rolledOut(
                        "Progressing",
                        "NewReplicaSetAvailable",
                        "ReplicaSet \"" + app + "-" + hash + "\" has successfully progressed.");
    }

    private static String rolledOut(String type, String reason, String message) {
        return "    - lastTransitionTime: \"2026-02-09T10:00:00Z\"\n      lastUpdateTime: \"2026-02-09T10:00:00Z\"\n"
                + "      message: " + message + "\n      reason: " + reason + "\n      status: \"True\"\n      type: "
                + type + "\n";
    }

    private String claim(String name, String namespace) {
        String uid = uid();
        String volume = "pvc-" + uid;
        String mode = "    accessModes:\n    - ReadWriteOnce\n";
        write(head("v1", "PersistentVolumeClaim", name, namespace, uid, """
                    annotations:
                      pv.kubernetes.io/bind-completed: "yes"
                      pv.kubernetes.io/bound-by-controller: "yes"
                      volume.beta.kubernetes.io/storage-provisioner: csi.example.com
                      volume.kubernetes.io/storage-provisioner: csi.example.com
                    finalizers:
                    - kubernetes.io/pvc-protection
                """)
                + "  spec:\n" + mode + "    resources:\n      requests:\n        storage: 10Gi\n"
                + "    storageClassName: fast\n    volumeMode: Filesystem\n    volumeName: " + volume + "\n"
                + "  status:\n" + mode
                + "    capacity:\n      storage: 10Gi\n    conditions:\n    - lastProbeTime: null\n"
                + "      lastTransitionTime: \"2026-02-09T10:00:00Z\"\n      message: A pod is currently referencing this PVC\n"
                + "      reason: PodUsingPVC\n      status: \"False\"\n      type: Unused\n    phase: Bound\n");
        write(head("v1", "PersistentVolume", volume, "", uid(), """
                    annotations:
                      pv.kubernetes.io/provisioned-by: csi.example.com
                    finalizers:
                    - external-provisioner.volume.kubernetes.io/finalizer
                    - kubernetes.io/pv-protection
                """)
                + "  spec:\n" + mode + "    capacity:\n      storage: 10Gi\n    claimRef:\n      apiVersion: v1\n"
                + "      kind: PersistentVolumeClaim\n      name: " + name + "\n      namespace: " + namespace
                + "\n      resourceVersion: \"" + (version - 1) + "\"\n      uid: " + uid
                + "\n    csi:\n      driver: csi.example.com\n      volumeHandle: " + volume
                + "\n    persistentVolumeReclaimPolicy: Delete\n    storageClassName: fast\n    volumeMode: Filesystem\n"
                + "  status:\n    lastPhaseTransitionTime: \"2026-02-09T10:00:00Z\"\n    phase: Bound\n");
        return "    - name: data\n      persistentVolumeClaim:\n        claimName: " + name + "\n";
    }

    private void pod(String name, String namespace, String metadata, String claim, String node, String app) {
        String uid = uid();
        write(head("v1", "Pod", name, namespace, uid, metadata)
                + "  spec:\n    containers:\n    - env:\n      - name: POD_IP\n        valueFrom:\n          fieldRef:\n"
                + "            apiVersion: v1\n            fieldPath: status.podIP\n      - name: LEVEL\n        value: info\n"
                + "      image: registry.example.com/" + app
                + ":1.2.3\n      imagePullPolicy: IfNotPresent\n      name: main\n"
                + "      ports:\n      - containerPort: 8080\n        name: http\n        protocol: TCP\n"
                + "      resources:\n        limits:\n          memory: 256Mi\n        requests:\n          cpu: 100m\n"
                + "          memory: 256Mi\n      terminationMessagePath: /dev/termination-log\n"
                + "      terminationMessagePolicy: File\n      volumeMounts:\n      - mountPath: /tmp/scratch\n"
                + "        name: scratch\n    dnsPolicy: ClusterFirst\n    enableServiceLinks: true\n    nodeName: "
                + node
                + "\n    preemptionPolicy: PreemptLowerPriority\n    priority: 0\n    restartPolicy: Always\n"
                + "    schedulerName: default-scheduler\n    securityContext: {}\n    serviceAccount: default\n"
                + "    serviceAccountName: default\n    terminationGracePeriodSeconds: 30\n    tolerations:\n"
                + "    - effect: NoExecute\n      key: node.kubernetes.io/not-ready\n      operator: Exists\n"
                + "      tolerationSeconds: 300\n    volumes:\n    - emptyDir: {}\n      name: scratch\n" + claim
                + "  status:\n    conditions:\n" + condition("Initialized") + condition("Ready")
                + condition("ContainersReady") + condition("PodScheduled")
                + "    containerStatuses:\n    - containerID: containerd://" + uid.replace("-", "")
                + "\n      image: registry.example.com/" + app + ":1.2.3\n      imageID: registry.example.com/" + app
                + "@sha256:" + uid.replace("-", "") + uid.replace("-", "")
                + "\n      lastState: {}\n      name: main\n      ready: true\n      restartCount: 0\n      started: true\n"
                + "      state:\n        running:\n          startedAt: \"2026-02-09T10:00:00Z\"\n    hostIP: 10.1.2.3\n"
                + "    phase: Running\n    podIP: 10.2.3.4\n    podIPs:\n    - ip: 10.2.3.4\n    qosClass: Burstable\n"
                + "    startTime: \"2026-02-09T10:00:00Z\"\n");
        if (random.nextInt(EVENT_EVERY) == 0) {
            event(name, namespace, uid);
        }
    }

    private static String condition(String type) {
        return "    - lastProbeTime: null\n      lastTransitionTime: \"2026-02-09T10:00:00Z\"\n      status: \"True\"\n"
                + "      type: " + type + "\n";
    }

    private void event(String pod, String namespace, String uid) {
        String name = pod + String.format(".%016x", random.nextLong());
        write("- action: Binding\n"
                + head("v1", "Event", name, namespace, uid(), "").replaceFirst("- ", "  ")
                + "  count: 3\n  eventTime: null\n  firstTimestamp: \"2026-02-09T10:00:00Z\"\n  involvedObject:\n"
                + "    apiVersion: v1\n    kind: Pod\n    name: " + pod + "\n    namespace: " + namespace
                + "\n    uid: " + uid
                + "\n  lastTimestamp: \"2026-02-09T10:00:09Z\"\n  message: Container image already present on machine\n"
                + "  reason: Pulled\n  reportingComponent: kubelet\n  reportingInstance: n\n  source:\n    component: kubelet\n"
                + "    host: n\n  type: Normal\n");
    }
}
