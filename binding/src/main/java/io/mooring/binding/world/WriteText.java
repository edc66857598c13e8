package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;

/** A write in a few words: its verb and its object. */
enum WriteText implements Write.Cases<String> {
    INSTANCE;

    @Override
    public String create(Write.Create write) {
        return created(write.object());
    }

    @Override
    public String createAdmitted(Write.CreateAdmitted write) {
        return created(write.verdict().object());
    }

    /** One that gets its name from the cluster is told by how that begins. */
    private static String created(KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        return metadata.name().isEmpty()
                ? "create " + object.kind().ref(metadata.namespace(), metadata.generateName() + "*")
                : "create " + object.ref();
    }

    @Override
    public String update(Write.Update write) {
        return "update " + write.object().ref();
    }

    @Override
    public String updateStatus(Write.UpdateStatus write) {
        return "update the status of " + write.object().ref();
    }

    @Override
    public String delete(Write.Delete write) {
        return "delete " + write.object();
    }

    @Override
    public String bind(Write.Bind write) {
        return "bind " + write.pod();
    }

    @Override
    public String emit(Write.Emit write) {
        return "emit " + write.reason() + " about " + write.regarding().ref();
    }

    @Override
    public String lookAgain(Write.LookAgain write) {
        return "look again after " + write.after();
    }

    @Override
    public String note(Write.Note write) {
        return "note about " + write.finding().about();
    }

    @Override
    public String forget(Write.Forget write) {
        return "forget about " + write.object();
    }
}
