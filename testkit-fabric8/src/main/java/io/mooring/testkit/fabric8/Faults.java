package io.mooring.testkit.fabric8;

import io.mooring.binding.world.NextWrite;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are set, in the order in which they were. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        faults.add(fault);
    }

    void clear() {
        faults.clear();
    }

    /** The fault that this meets, which has struck now; empty if all goes well. */
    Optional<Fault> meets(Fault.Asked asked) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.strikes(asked)) {
                faults.set(i, fault.struck());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The fault that a controller's write meets; empty if all goes well, or it writes no object. */
    Optional<Fault> meets(NextWrite next) {
        return faults.isEmpty()
                ? Optional.empty()
                : next.write().accept(new AskedByController(next.controller())).flatMap(this::meets);
    }

    static String name(Ref<?> object) {
        return object.namespace().isEmpty() ? object.name() : object.namespace() + "/" + object.name();
    }

    /** What a controller's write asks of the API server; empty if it is no request for an object. */
    private record AskedByController(String controller) implements Write.Cases<Optional<Fault.Asked>> {
        @Override
        public Optional<Fault.Asked> create(Write.Create write) {
            return asked(Fault.Verb.CREATE, write.object());
        }

        @Override
        public Optional<Fault.Asked> createAdmitted(Write.CreateAdmitted write) {
            return asked(Fault.Verb.CREATE, write.verdict().object());
        }

        @Override
        public Optional<Fault.Asked> update(Write.Update write) {
            return asked(Fault.Verb.UPDATE, write.object());
        }

        @Override
        public Optional<Fault.Asked> updateStatus(Write.UpdateStatus write) {
            return asked(Fault.Verb.UPDATE_STATUS, write.object());
        }

        @Override
        public Optional<Fault.Asked> delete(Write.Delete write) {
            return asked(Fault.Verb.DELETE, write.object());
        }

        @Override
        public Optional<Fault.Asked> bind(Write.Bind write) {
            return asked(Fault.Verb.UPDATE, write.pod());
        }

        @Override
        public Optional<Fault.Asked> emit(Write.Emit write) {
            return Optional.empty();
        }

        @Override
        public Optional<Fault.Asked> lookAgain(Write.LookAgain write) {
            return Optional.empty();
        }

        @Override
        public Optional<Fault.Asked> note(Write.Note write) {
            return Optional.empty();
        }

        @Override
        public Optional<Fault.Asked> forget(Write.Forget write) {
            return Optional.empty();
        }

        private Optional<Fault.Asked> asked(Fault.Verb verb, KubernetesObject object) {
            return asked(verb, object.ref());
        }

        private Optional<Fault.Asked> asked(Fault.Verb verb, Ref<?> object) {
            return Optional.of(
                    new Fault.Asked(Optional.of(controller), verb, object.kind().name(), name(object)));
        }
    }
}
