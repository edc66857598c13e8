package io.mooring.testkit.readme;

import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Stories;
import org.junit.jupiter.api.Test;

/** As the README has it. */
class PastedStoryTest {
    @Test
    void whatWasShrunkStaysATest() {
        Stories.any().parse("""
                kubectl create -f - <<'EOF'
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv-a}
                spec:
                  accessModes: [ReadWriteOnce]
                  capacity: {storage: 1Gi}
                  nfs: {path: /pv-a, server: nfs.example.com}
                  claimRef: {name: data-a, namespace: default}
                EOF
                # the controllers settle
                kubectl patch persistentvolumes pv-a --type=merge -p '{"spec":{"claimRef":null}}'
                """).check(Laws.RETAIN_KEEPS);
    }
}
