package io.mooring.binding.world;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a cluster's controllers have to do, as a text for each item; which item came first does not count. */
final class Work {
    private static final EffectText EFFECT = new EffectText();

    private Work() {}

    static List<String> of(Cluster cluster) {
        List<String> work = new ArrayList<>();
        for (int i = 0; i < cluster.queues().queues().size(); i++) {
            ControllerQueue<?> queue = cluster.queues().queue(i);
            String controller = cluster.controllers().all().get(i).name();
            queue.pending().ifPresent(pending -> work.add(controller + " writes " + text(pending)));
            queue.queuedInOrder().forEach(item -> work.add(controller + " now " + item));
            queue.resync().forEach(item -> work.add(controller + " later " + item));
            queue.parked().forEach(item -> work.add(controller + " parked " + item));
            queue.timers().forEach(timer -> work.add(controller + " in time " + timer.item()));
        }
        return work;
    }

    private static String text(PendingWrites<?> pending) {
        return pending.item() + " " + text(pending.rest());
    }

    /** Equal for writes that do the same, whatever versions they build on. */
    static String text(List<Write> writes) {
        return writes.stream().map(write -> write.accept(EFFECT)).collect(Collectors.joining(" "));
    }

    /** What a write will do; events do not count. */
    private static final class EffectText implements Write.Cases<String> {
        @Override
        public String create(Write.Create write) {
            return "create " + text(write.object());
        }

        @Override
        public String createAdmitted(Write.CreateAdmitted write) {
            return "create " + text(write.verdict().object());
        }

        @Override
        public String update(Write.Update write) {
            return "update " + text(write.object());
        }

        @Override
        public String updateStatus(Write.UpdateStatus write) {
            return "update status " + text(write.object());
        }

        private static String text(KubernetesObject object) {
            return object.ref() + " " + Fingerprint.plain(Objects.write(object)).toJson();
        }

        @Override
        public String delete(Write.Delete write) {
            return "delete " + write.object() + " " + write.options();
        }

        @Override
        public String bind(Write.Bind write) {
            return "bind " + write.pod() + " to " + write.node();
        }

        @Override
        public String emit(Write.Emit write) {
            return "";
        }

        @Override
        public String lookAgain(Write.LookAgain write) {
            return "look again after " + write.after();
        }

        @Override
        public String note(Write.Note write) {
            return "note " + write.finding();
        }

        @Override
        public String forget(Write.Forget write) {
            return "forget " + write.object();
        }
    }
}
