package io.mooring.binding.control.resize;

import io.mooring.binding.control.Modification;
import io.mooring.binding.control.Resizer;
import io.mooring.binding.control.Resizing;
import io.mooring.binding.control.part.Asking;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttributesClass;
import java.util.Objects;
import java.util.Optional;

/**
 * A resizer as it is asked: whatever it does, there is an answer.
 *
 * @param name asked once
 */
record AskedResizer(Resizer part, String name) implements Resizer {

    static AskedResizer of(Resizer part) {
        return new AskedResizer(part, Objects.requireNonNull(part.name(), "a resizer's name"));
    }

    /** A volume that came out smaller than it was to be would be resized again at once, and so for ever. */
    @Override
    public Resizing resize(PersistentVolume volume, Quantity size) {
        Resizing answer = Asking.ask(() -> part.resize(volume, size), Resizing.Failed::new);
        return answer.accept(new SizeOf())
                .filter(reached -> reached.compareTo(size) < 0)
                .<Resizing>map(reached -> new Resizing.Failed("answered " + reached.toCanonicalString()
                        + ", which is less than the " + size.toCanonicalString() + " asked for"))
                .orElse(answer);
    }

    @Override
    public Modification modify(PersistentVolume volume, VolumeAttributesClass attributesClass) {
        return Asking.ask(() -> part.modify(volume, attributesClass), Modification.Failed::new);
    }

    /** The size that a volume has by now, where the answer tells one. */
    private static final class SizeOf implements Resizing.Cases<Optional<Quantity>> {
        @Override
        public Optional<Quantity> resized(Resizing.Resized answer) {
            return Optional.of(answer.size());
        }

        @Override
        public Optional<Quantity> fileSystemPending(Resizing.FileSystemPending answer) {
            return Optional.of(answer.size());
        }

        @Override
        public Optional<Quantity> infeasible(Resizing.Infeasible answer) {
            return Optional.empty();
        }

        @Override
        public Optional<Quantity> failed(Resizing.Failed answer) {
            return Optional.empty();
        }

        @Override
        public Optional<Quantity> unfinished(Resizing.Unfinished answer) {
            return Optional.empty();
        }
    }
}
