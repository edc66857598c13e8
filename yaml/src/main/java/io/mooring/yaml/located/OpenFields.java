package io.mooring.yaml.located;

import io.mooring.tree.JsonObject;
import io.mooring.yaml.node.LineColumn;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of all objects of a document that are being built, the innermost object's last: three arrays for all of them, of which an
 * object takes its part when it is closed. A field put twice keeps its first place and has its last value.
 */
public final class OpenFields {
    private static final int AT_FIRST = 32;

    private String[] names = new String[AT_FIRST];
    private LineColumn[] positions = new LineColumn[AT_FIRST];
    private LocatedValue[] values = new LocatedValue[AT_FIRST];
    private int size;

    /** A document begins; what was left open of another is dropped. */
    public void clear() {
        size = 0;
    }

    /** An object begins. Until it is closed fields are put into no other, but for those that begin in it and are closed before. */
    public Open begin() {
        return new Open(size);
    }

    /** One object. */
    public final class Open {
        private final int from;
        /** The places of the fields, once they are more than few. */
        private @Nullable Map<String, Integer> places;

        /** Of the object's own names. */
        private Flaw flaw = Flaw.NONE;

        private Open(int from) {
            this.from = from;
        }

        /**
         * Puts a field in; false if one of that name was there, which is a flaw, and it is there no more.
         *
         * @param position where its name stands
         */
        public boolean put(String name, LineColumn position, LocatedValue value) {
            int known = placeOf(name);
            int place = known < 0 ? size : known;
            if (known < 0) {
                grow();
                names[place] = name;
            } else {
                flaw = Flaw.HERE;
            }
            positions[place] = position;
            values[place] = value;
            if (known < 0 && places != null) {
                places.put(name, place);
            }
            return known < 0;
        }

        private void grow() {
            if (size == names.length) {
                names = Arrays.copyOf(names, 2 * size);
                positions = Arrays.copyOf(positions, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            size++;
        }

        private int placeOf(String name) {
            if (Places.areFew(size - from)) {
                return Places.find(name, names, from, size);
            }
            if (places == null) {
                places = Places.index(names, from, size);
            }
            return places.getOrDefault(name, -1);
        }

        /** A name of the object, or what it merges, has this flaw. */
        void flawed(Flaw other) {
            flaw = flaw.or(other);
        }

        /** The object. */
        public LocatedValue close(LineColumn start) {
            Flaw worst = flaw;
            JsonObject.Builder object = JsonObject.builder(size - from);
            for (int i = from; i < size; i++) {
                object.put(names[i], values[i].value());
                worst = worst.or(values[i].flaw().around());
            }
            FieldTable fields = new FieldTable(
                    Arrays.copyOfRange(names, from, size),
                    Arrays.copyOfRange(positions, from, size),
                    Arrays.copyOfRange(values, from, size));
            size = from;
            return new LocatedObject(object.build(), fields, worst, start);
        }
    }
}
