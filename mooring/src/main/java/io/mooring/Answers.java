package io.mooring;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.StorageDeletion;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import java.util.Optional;

/**
 * What a provisioner, and who attaches the volumes of its driver, is taken to do that runs in the user's cluster and not here.
 *
 * <pre>{@code
 * opened.assuming("ebs.csi.aws.com", Answers.succeed())
 * opened.assuming(Answers.fail("quota exceeded"))
 * }</pre>
 */
public sealed interface Answers {
    /** The provisioner as the control plane knows it; empty if there is none. */
    Optional<Provisioner> provisioner(String name);

    /** Who attaches the volumes of a driver, as the control plane knows it; empty if there is nobody. */
    Optional<Attacher> attacher(String driver);

    /** The rest of a sentence that begins with the provisioner's name. */
    String text();

    /** It makes and deletes every volume at once; see {@link Provisioner#instant}. */
    static Answers succeed() {
        return new Succeed();
    }

    /** It makes no volume and deletes none. */
    static Answers fail(String message) {
        return new Fail(message);
    }

    /** Nothing comes of any request. */
    static Answers nothing() {
        return new Nothing();
    }

    /** It makes and deletes every volume at once. */
    record Succeed() implements Answers {
        @Override
        public Optional<Provisioner> provisioner(String name) {
            return Optional.of(Provisioner.instant(name));
        }

        @Override
        public Optional<Attacher> attacher(String driver) {
            return Optional.of(Attacher.instant(driver));
        }

        @Override
        public String text() {
            return "is taken to run and to succeed";
        }
    }

    /**
     * It makes no volume and deletes none.
     *
     * @param message for its events
     */
    record Fail(String message) implements Answers {
        @Override
        public Optional<Provisioner> provisioner(String name) {
            return Optional.of(new FailingProvisioner(name, message));
        }

        @Override
        public Optional<Attacher> attacher(String driver) {
            return Optional.of(new FailingAttacher(driver, message));
        }

        @Override
        public String text() {
            return "is taken to run and to fail: " + message;
        }
    }

    /** Nothing comes of any request. */
    record Nothing() implements Answers {
        @Override
        public Optional<Provisioner> provisioner(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Attacher> attacher(String driver) {
            return Optional.empty();
        }

        @Override
        public String text() {
            return "is not assumed to answer";
        }
    }

    /** A provisioner that always says the same. */
    record FailingProvisioner(String name, String message) implements Provisioner {
        @Override
        public Provisioning provision(ProvisioningRequest request) {
            return new Provisioning.Failed(message);
        }

        @Override
        public StorageDeletion delete(PersistentVolume volume) {
            return new StorageDeletion.Failed(message);
        }
    }

    /** An attacher that always says the same. */
    record FailingAttacher(String name, String message) implements Attacher {
        @Override
        public Attaching attach(PersistentVolume volume, Ref<Node> node) {
            return new Attaching.Failed(message);
        }

        @Override
        public Attaching detach(PersistentVolume volume, Ref<Node> node) {
            return new Attaching.Failed(message);
        }
    }
}
