package io.mooring.style.collect;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes, in the order in which its keys were first put; a key that was put twice has its last value. One of a few
 * entries is an array of keys and values in turn, which is looked through from the front: three entries take 56 bytes, where a
 * LinkedHashMap that is wrapped takes 256.
 */
public abstract sealed class ImmutableMap<K, V> implements Map<K, V> {
    /** With more entries the looking takes longer than a hash. */
    static final int FEW = 16;

    private static final ImmutableMap<Object, Object> EMPTY = new Few<>(new Object[0]);

    /** The map without entries. */
    @SuppressWarnings("unchecked")
    public static <K, V> ImmutableMap<K, V> of() {
        return (ImmutableMap<K, V>) EMPTY;
    }

    /** The map of this one entry. */
    public static <K, V> ImmutableMap<K, V> of(K key, V value) {
        return ImmutableMap.<K, V>builder().put(key, value).build();
    }

    /** The map with the entries of this one, in its order; the same one if it never changes. */
    public static <K, V> ImmutableMap<K, V> copyOf(Map<? extends K, ? extends V> entries) {
        return entries instanceof ImmutableMap<? extends K, ? extends V> map
                ? covariant(map)
                : ImmutableMap.<K, V>builder().putAll(entries).build();
    }

    /** Nothing can be put into a map that never changes. */
    @SuppressWarnings("unchecked")
    private static <K, V> ImmutableMap<K, V> covariant(ImmutableMap<? extends K, ? extends V> map) {
        return (ImmutableMap<K, V>) map;
    }

    public static <K, V> Builder<K, V> builder() {
        return builder(0);
    }

    /** A builder of a map of so many entries, if that is known; they may be more or less. */
    public static <K, V> Builder<K, V> builder(int size) {
        return new Builder<>(size);
    }

    /** This map with the entry: in its old place if its key was there, else at the end. */
    public abstract ImmutableMap<K, V> with(K key, V value);

    /** This map without the entry of this key. */
    public abstract ImmutableMap<K, V> without(K key);

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return values().contains(value);
    }

    @Override
    public Set<K> keySet() {
        return plain().keySet();
    }

    @Override
    public Collection<V> values() {
        return plain().values();
    }

    @Override
    public V put(K key, V value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public V remove(@Nullable Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || plain().equals(other);
    }

    @Override
    public int hashCode() {
        return plain().hashCode();
    }

    @Override
    public String toString() {
        return plain().toString();
    }

    /** What the JDK makes of the entries; it keeps views, for which there is no room here. */
    private Map<K, V> plain() {
        return new AbstractMap<>() {
            @Override
            public Set<Map.Entry<K, V>> entrySet() {
                return ImmutableMap.this.entrySet();
            }

            @Override
            public boolean containsKey(@Nullable Object key) {
                return ImmutableMap.this.containsKey(key);
            }
        };
    }

    /** Looked through from the front. */
    private static final class Few<K, V> extends ImmutableMap<K, V> {
        /** A key, its value, the next key. */
        private final Object[] entries;

        Few(Object[] entries) {
            this.entries = entries;
        }

        @SuppressWarnings("unchecked")
        private K key(int index) {
            return (K) entries[index];
        }

        @SuppressWarnings("unchecked")
        private V value(int index) {
            return (V) entries[index + 1];
        }

        /** Where the key is among the first of these; negative if it is not. */
        static int indexOf(Object[] entries, int end, @Nullable Object key) {
            for (int index = 0; index < end; index += 2) {
                if (entries[index].equals(key)) {
                    return index;
                }
            }
            return -1;
        }

        @Override
        public int size() {
            return entries.length / 2;
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            int index = indexOf(entries, entries.length, key);
            return index < 0 ? null : value(index);
        }

        @Override
        public ImmutableMap<K, V> with(K key, V value) {
            int known = indexOf(entries, entries.length, key);
            if (known < 0 && size() == FEW) {
                return ImmutableMap.<K, V>builder().putAll(this).put(key, value).build();
            }
            int index = known < 0 ? entries.length : known;
            Object[] with = Arrays.copyOf(entries, known < 0 ? entries.length + 2 : entries.length);
            with[index] = key;
            with[index + 1] = value;
            return new Few<>(with);
        }

        @Override
        public ImmutableMap<K, V> without(K key) {
            int index = indexOf(entries, entries.length, key);
            if (index < 0) {
                return this;
            }
            if (entries.length == 2) {
                return of();
            }
            Object[] rest = Arrays.copyOf(entries, entries.length - 2);
            System.arraycopy(entries, index + 2, rest, index, rest.length - index);
            return new Few<>(rest);
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> action) {
            for (int index = 0; index < entries.length; index += 2) {
                action.accept(key(index), value(index));
            }
        }

        @Override
        public int hashCode() {
            int sum = 0;
            for (int index = 0; index < entries.length; index += 2) {
                sum += entries[index].hashCode() ^ entries[index + 1].hashCode();
            }
            return sum;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return (other instanceof Few<?, ?> few && Arrays.equals(entries, few.entries)) || super.equals(other);
        }

        @Override
        public Collection<V> values() {
            return new AbstractList<>() {
                @Override
                public V get(int index) {
                    return value(2 * index);
                }

                @Override
                public int size() {
                    return entries.length / 2;
                }
            };
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return entries.length / 2;
                }

                @Override
                public Iterator<Map.Entry<K, V>> iterator() {
                    return new Entries();
                }
            };
        }

        private final class Entries implements Iterator<Map.Entry<K, V>> {
            private int next;

            @Override
            public boolean hasNext() {
                return next < entries.length;
            }

            @Override
            public Map.Entry<K, V> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int index = next;
                next += 2;
                return Map.entry(key(index), value(index));
            }
        }
    }

    /** Looked up by hashes, as the JDK does, which keys of one hash cannot slow down. */
    private static final class Many<K, V> extends ImmutableMap<K, V> {
        private final Map<K, V> entries;

        Many(Map<K, V> entries) {
            this.entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return entries.get(key);
        }

        @Override
        public ImmutableMap<K, V> with(K key, V value) {
            return ImmutableMap.<K, V>builder().putAll(this).put(key, value).build();
        }

        @Override
        public ImmutableMap<K, V> without(K key) {
            if (!containsKey(key)) {
                return this;
            }
            Map<K, V> rest = new LinkedHashMap<>(entries);
            rest.remove(key);
            return copyOf(rest);
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> action) {
            entries.forEach(action);
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            return entries.entrySet();
        }
    }

    /** Collects entries in order. */
    public static final class Builder<K, V> {
        private static final Object[] NONE = {};
        private static final int AT_FIRST = 8;

        /** What was put so far, if it is a map already; nothing else is kept then. */
        private @Nullable ImmutableMap<K, V> whole = of();

        /** A key, its value, the next key. */
        private Object[] few;

        /** How much of it is used. */
        private int end;

        /** All entries, once they are more than few. */
        private @Nullable Map<K, V> many;

        private Builder(int size) {
            few = room(size);
        }

        private static Object[] room(int size) {
            return size == 0 ? NONE : new Object[2 * Math.min(size, FEW)];
        }

        /** With this entry: in its old place if the key was put before, else at the end. */
        public Builder<K, V> put(K key, V value) {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
            if (whole != null) {
                takeApart(whole);
            }
            if (many != null) {
                many.put(key, value);
                return this;
            }
            int known = Few.indexOf(few, end, key);
            if (known >= 0) {
                few[known + 1] = value;
            } else {
                add(key, value);
            }
            return this;
        }

        private void takeApart(ImmutableMap<K, V> map) {
            whole = null;
            if (map instanceof Few<K, V> it) {
                end = it.entries.length;
                few = end > few.length ? new Object[end] : few;
                System.arraycopy(it.entries, 0, few, 0, end);
            } else {
                many = new LinkedHashMap<>(map);
            }
        }

        private void add(K key, V value) {
            if (end == 2 * FEW) {
                Map<K, V> all = new LinkedHashMap<>(new Few<>(Arrays.copyOf(few, end)));
                all.put(key, value);
                many = all;
                return;
            }
            if (end == few.length) {
                few = Arrays.copyOf(few, Math.max(AT_FIRST, 2 * end));
            }
            few[end++] = key;
            few[end++] = value;
        }

        public Builder<K, V> put(Map.Entry<? extends K, ? extends V> entry) {
            return put(entry.getKey(), entry.getValue());
        }

        public Builder<K, V> putAll(Map<? extends K, ? extends V> entries) {
            boolean isFirst = whole != null && whole.isEmpty();
            if (isFirst && entries instanceof ImmutableMap<? extends K, ? extends V> map) {
                whole = covariant(map);
                return this;
            }
            if (isFirst && few == NONE) {
                few = room(entries.size());
            }
            entries.forEach(this::put);
            return this;
        }

        public boolean containsKey(K key) {
            if (whole != null) {
                return whole.containsKey(key);
            }
            return many != null ? many.containsKey(key) : Few.indexOf(few, end, key) >= 0;
        }

        public ImmutableMap<K, V> build() {
            ImmutableMap<K, V> built = whole;
            if (built == null) {
                built = many != null ? new Many<>(many) : new Few<>(end == few.length ? few : Arrays.copyOf(few, end));
                whole = built;
                few = NONE;
                many = null;
            }
            return built;
        }
    }
}
