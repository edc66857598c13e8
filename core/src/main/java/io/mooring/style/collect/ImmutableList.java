package io.mooring.style.collect;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that never changes: one item takes 24 bytes, two take 48, where an ArrayList that is wrapped takes 72. */
public abstract sealed class ImmutableList<E> extends AbstractList<E> implements RandomAccess {
    private static final ImmutableList<Object> EMPTY = new Several<>(new Object[0]);

    private ImmutableList() {}

    /** The list without items. */
    @SuppressWarnings("unchecked")
    public static <E> ImmutableList<E> of() {
        return (ImmutableList<E>) EMPTY;
    }

    /** The list of these, in order; the same one if it never changes. */
    public static <E> ImmutableList<E> copyOf(Iterable<? extends E> items) {
        return items instanceof ImmutableList<? extends E> list
                ? covariant(list)
                : ImmutableList.<E>builder().addAll(items).build();
    }

    /** Nothing can be added to a list that never changes. */
    @SuppressWarnings("unchecked")
    private static <E> ImmutableList<E> covariant(ImmutableList<? extends E> list) {
        return (ImmutableList<E>) list;
    }

    /** The list of these. */
    public static <E> ImmutableList<E> copyOf(E[] items) {
        return copyOf(Arrays.asList(items));
    }

    private static <E> ImmutableList<E> ofArray(Object[] items) {
        return switch (items.length) {
            case 0 -> of();
            case 1 -> new One<>(new Several<E>(items).get(0));
            default -> new Several<>(items);
        };
    }

    public static <E> Builder<E> builder() {
        return builder(0);
    }

    /** A builder of a list of so many items, if that is known; they may be more or less. */
    public static <E> Builder<E> builder(int size) {
        return new Builder<>(size);
    }

    private static final class One<E> extends ImmutableList<E> {
        private final E item;

        One(E item) {
            this.item = item;
        }

        @Override
        public E get(int index) {
            Objects.checkIndex(index, 1);
            return item;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static final class Several<E> extends ImmutableList<E> {
        private final Object[] items;

        Several(Object[] items) {
            this.items = items;
        }

        @Override
        @SuppressWarnings("unchecked")
        public E get(int index) {
            return (E) items[index];
        }

        @Override
        public int size() {
            return items.length;
        }
    }

    /** Collects items in order. */
    public static final class Builder<E> {
        private static final Object[] NONE = {};
        private static final int AT_FIRST = 4;

        /** What was added so far, if it is a list already; nothing else is kept then. */
        private @Nullable ImmutableList<E> whole = of();

        private Object[] items;

        /** How much of it is used. */
        private int end;

        private Builder(int size) {
            items = room(size);
        }

        private static Object[] room(int size) {
            return size == 0 ? NONE : new Object[size];
        }

        public Builder<E> add(E item) {
            Objects.requireNonNull(item, "item");
            if (whole != null) {
                end = whole.size();
                items = end == 0 ? items : whole.toArray();
                whole = null;
            }
            if (end == items.length) {
                items = Arrays.copyOf(items, Math.max(AT_FIRST, 2 * end));
            }
            items[end++] = item;
            return this;
        }

        @SafeVarargs
        public final Builder<E> add(E... added) {
            for (E item : added) {
                add(item);
            }
            return this;
        }

        public Builder<E> addAll(Iterable<? extends E> added) {
            boolean isFirst = whole != null && whole.isEmpty();
            if (isFirst && added instanceof ImmutableList<? extends E> list) {
                whole = covariant(list);
                return this;
            }
            if (isFirst && items == NONE && added instanceof Collection<?> all) {
                items = room(all.size());
            }
            added.forEach(this::add);
            return this;
        }

        public ImmutableList<E> build() {
            ImmutableList<E> built = whole;
            if (built == null) {
                built = ofArray(end == items.length ? items : Arrays.copyOf(items, end));
                whole = built;
                items = NONE;
            }
            return built;
        }
    }
}
