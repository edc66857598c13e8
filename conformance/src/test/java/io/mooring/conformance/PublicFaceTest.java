package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.cli.Main;
import io.mooring.quantity.Quantity;
import io.mooring.testkit.story.Stories;
import io.mooring.yaml.Manifests;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users see: which packages, which types, and that nothing else shows through. */
class PublicFaceTest {
    private static final int MOST_PACKAGES = 18;
    private static final int MOST_PACKAGES_FOR_TESTS = 7;
    private static final List<String> LIBRARIES_OF_TESTS =
            List.of("net.jqwik.api", "org.assertj.core", "org.junit.jupiter.api");
    private static final Path LIST = Path.of("../docs/public-api.md");

    @Test
    void exportsAFewPackagesOnly() throws Exception {
        assertThat(exported().stream().filter(name -> !isForTests(name))).hasSizeLessThanOrEqualTo(MOST_PACKAGES);
        assertThat(exported().stream().filter(PublicFaceTest::isForTests))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(MOST_PACKAGES_FOR_TESTS);
    }

    private static boolean isForTests(String name) {
        return name.startsWith("io.mooring.testkit.");
    }

    @Test
    void theCommandExportsNothing() throws Exception {
        assertThat(ModuleFinder.of(home(Main.class)).findAll())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(module.descriptor().exports()).isEmpty());
    }

    @Test
    void isListedInTheDocs() throws Exception {
        Map<String, Set<String>> types = new TreeMap<>();
        for (Class<?> type : publicTypes()) {
            types.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(type.getSimpleName());
        }
        assertThat(listed()).isEqualTo(types);
    }

    @Test
    void showsNoTypeOfALibraryAndNoneThatIsNotExported() throws Exception {
        Set<String> exported = exported();
        for (Class<?> type : publicTypes()) {
            for (Executable member : members(type)) {
                assertThat(typesOf(member)
                                .filter(shown -> !isVisible(shown, exported))
                                .filter(shown -> !(isForTests(type.getPackageName()) && isOfLibraryOfTests(shown))))
                        .as(type.getName() + "." + member.getName())
                        .isEmpty();
            }
        }
    }

    private static boolean isOfLibraryOfTests(Class<?> type) {
        return LIBRARIES_OF_TESTS.stream().anyMatch(library -> type.getName().startsWith(library + "."));
    }

    @Test
    void hasNoBooleanThatSwitchesAPath() throws Exception {
        for (Class<?> type : publicTypes()) {
            List<String> switches = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> isSeen(method) && !isPartOfAValue(method))
                    .filter(method -> !method.getName().equals("equals"))
                    .filter(method -> Arrays.asList(method.getParameterTypes()).contains(boolean.class))
                    .map(Method::getName)
                    .toList();
            assertThat(switches).as(type.getName()).isEmpty();
        }
    }

    /** {@code JsonBool.of(true)} makes a value; {@code withOwner(true)} is one of its parts. */
    private static boolean isPartOfAValue(Method method) {
        if (method.getName().equals("of") && method.getParameterCount() == 1) {
            return true;
        }
        return method.getName().startsWith("with")
                || method.getReturnType().getSimpleName().equals("Builder");
    }

    private static Stream<Executable> all(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
    }

    private static List<Executable> members(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .flatMap(PublicFaceTest::all)
                .filter(PublicFaceTest::isSeen)
                .toList();
    }

    private static boolean isSeen(Member member) {
        return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
    }

    private static Stream<Class<?>> typesOf(Executable member) {
        Stream<Type> parameters = Arrays.stream(member.getGenericParameterTypes());
        return member instanceof Method method
                ? Stream.concat(Stream.of(method.getGenericReturnType()), parameters)
                        .flatMap(PublicFaceTest::classes)
                : parameters.flatMap(PublicFaceTest::classes);
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof Class<?> plain) {
            return Stream.of(plain.isArray() ? plain.getComponentType() : plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(
                    classes(generic.getRawType()),
                    Arrays.stream(generic.getActualTypeArguments()).flatMap(PublicFaceTest::classes));
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getUpperBounds()).flatMap(PublicFaceTest::classes);
        }
        return type instanceof GenericArrayType array ? classes(array.getGenericComponentType()) : none(type);
    }

    private static Stream<Class<?>> none(Type type) {
        assertThat(type).isInstanceOf(TypeVariable.class);
        return Stream.of();
    }

    private static boolean isVisible(Class<?> type, Set<String> exported) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || exported.contains(type.getPackageName());
    }

    private static List<Class<?>> publicTypes() throws Exception {
        Set<String> exported = exported();
        return modules().stream()
                .flatMap(PublicFaceTest::classNames)
                .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
                .filter(name -> !name.contains("$") && !name.endsWith("package-info"))
                .<Class<?>>map(PublicFaceTest::load)
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Stream<String> classNames(ModuleReference module) {
        try (var reader = module.open()) {
            return reader
                    .list()
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> exported() throws Exception {
        return modules().stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<ModuleReference> modules() throws URISyntaxException {
        return Stream.of(Quantity.class, Cluster.class, Manifests.class, Mooring.class, Stories.class)
                .map(PublicFaceTest::home)
                .flatMap(home -> ModuleFinder.of(home).findAll().stream())
                .collect(Collectors.toSet());
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Packages are headings, types the first cells of rows. */
    private static Map<String, Set<String>> listed() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        String current = "";
        for (String line : Files.readAllLines(LIST)) {
            if (line.startsWith("## ")) {
                current = line.substring(3).strip().replace("`", "");
                listed.put(current, new TreeSet<>());
            } else if (line.startsWith("| `")) {
                String[] cells = line.split("\\|", -1);
                assertThat(cells[2].strip()).as(line).isNotEmpty();
                listed.getOrDefault(current, new TreeSet<>())
                        .add(cells[1].strip().replace("`", ""));
            }
        }
        return listed;
    }
}
