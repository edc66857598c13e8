package io.mooring.style.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A list that never changes is equal to the JDK's of the same items. */
class ImmutableListLawsTest {
    private static final List<Consumer<List<Integer>>> CHANGES = List.of(
            list -> list.add(1),
            list -> list.add(0, 1),
            list -> list.addAll(List.of(1)),
            list -> list.set(0, 1),
            list -> list.subList(0, 1).clear(),
            list -> list.remove((Object) list.get(0)),
            List::clear,
            list -> list.replaceAll(item -> item + 1),
            list -> list.sort(null),
            list -> list.removeIf(item -> true),
            list -> list.retainAll(List.of()),
            list -> list.listIterator(1).add(3));

    @Property
    void isEqualToTheJdks(@ForAll @Size(max = 9) List<Integer> items) {
        assertIs(ImmutableList.copyOf(items), items);
        assertIs(ImmutableList.copyOf(items.toArray(new Integer[0])), items);
    }

    /** A builder goes on after it has built, and what it built stays. */
    @Property
    void aBuilderCollectsInOrder(
            @ForAll @Size(max = 9) List<Integer> first,
            @ForAll @Size(max = 3) List<Integer> second,
            @ForAll @Size(max = 3) List<Integer> third,
            @ForAll @IntRange(max = 12) int size) {
        ImmutableList.Builder<Integer> builder = ImmutableList.builder(size);
        ImmutableList<Integer> built = builder.addAll(first).build();
        second.forEach(builder::add);
        List<Integer> plain = new ArrayList<>(first);
        plain.addAll(second);
        assertIs(builder.build(), plain);
        plain.addAll(third);
        assertIs(builder.add(third.toArray(new Integer[0])).build(), plain);
        plain.addAll(first);
        assertIs(builder.addAll(built).build(), plain);
        assertIs(built, first);
    }

    @Property
    void nothingChangesIt(@ForAll @Size(min = 1, max = 9) List<Integer> items) {
        ImmutableList<Integer> list = ImmutableList.copyOf(items);
        for (Consumer<List<Integer>> change : CHANGES) {
            assertThatThrownBy(() -> change.accept(list)).isInstanceOf(UnsupportedOperationException.class);
        }
        assertIs(list, items);
        Object[] array = list.toArray();
        Arrays.fill(array, 0);
        assertIs(list, items);
    }

    @Example
    void whatNeverChangesIsNotCopied() {
        ImmutableList<Integer> list = ImmutableList.copyOf(List.of(1, 2));
        assertThat(ImmutableList.copyOf(list)).isSameAs(list);
        assertThat(ImmutableList.builder().addAll(list).build()).isSameAs(list);
        assertThat(ImmutableList.copyOf(List.of())).isSameAs(ImmutableList.of());
    }

    @Example
    void itemsAreAddedOneByOne() {
        assertThat(ImmutableList.<Integer>builder().add(1).add(2).build()).containsExactly(1, 2);
    }

    @Example
    void takesNoNull() {
        assertThatThrownBy(() -> ImmutableList.copyOf(Arrays.asList(1, null))).isInstanceOf(NullPointerException.class);
        assertThat(ImmutableList.copyOf(List.of(1)).contains(null)).isFalse();
    }

    private static void assertIs(ImmutableList<Integer> list, List<Integer> plain) {
        assertThat(list.equals(plain)).isTrue();
        assertThat(plain.equals(list)).isTrue();
        assertThat(list).hasSameHashCodeAs(plain).hasToString(plain.toString());
        assertThat(new ArrayList<>(list)).isEqualTo(plain);
        for (int index = 0; index < plain.size(); index++) {
            assertThat(list.get(index)).isEqualTo(plain.get(index));
        }
        assertThatThrownBy(() -> list.get(plain.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
