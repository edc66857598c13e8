package io.mooring.binding.world;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;

/** A collection seen as one of a narrower type, without copying it. */
final class TypedCollection<T> extends AbstractCollection<T> {
    private final Class<T> type;
    private final Collection<?> elements;

    private TypedCollection(Class<T> type, Collection<?> elements) {
        this.type = type;
        this.elements = elements;
    }

    static <T> Collection<T> of(Class<T> type, Collection<?> elements) {
        return new TypedCollection<>(type, elements);
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<?> each = elements.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                return type.cast(each.next());
            }
        };
    }

    @Override
    public int size() {
        return elements.size();
    }
}
