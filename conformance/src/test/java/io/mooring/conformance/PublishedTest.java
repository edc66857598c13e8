package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What is published: all of it is in the list of versions, says what it is, and brings along no library but those named here. */
class PublishedTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final String ANNOTATIONS = "jspecify";

    /** Beside the annotations, which no class needs to run. */
    private static final Map<String, Set<String>> BROUGHT_ALONG = Map.of(
            "mooring-core", Set.of(),
            "mooring-binding", Set.of("mooring-core", "pcollections"),
            "mooring-yaml", Set.of("mooring-core", "jackson-core", "jackson-dataformat-yaml", "snakeyaml"),
            "mooring", Set.of("mooring-binding", "mooring-yaml"),
            "mooring-testkit", Set.of("mooring"),
            "mooring-testkit-fabric8", Set.of("mooring", "parsson"),
            "mooring-cli", Set.of("mooring", "picocli"));

    @Test
    void theListOfVersionsHasAllThatIsPublishedAndNothingElse() throws Exception {
        Set<String> listed = new TreeSet<>();
        for (Element managed :
                children(child(child(pom("bom"), "dependencyManagement"), "dependencies"), "dependency")) {
            assertThat(text(managed, "groupId")).isEqualTo("io.mooring");
            assertThat(text(managed, "version")).isEqualTo("${project.version}");
            listed.add(text(managed, "artifactId"));
        }
        assertThat(listed).isEqualTo(libraries().keySet());
    }

    @Test
    void bringsAlongNoLibraryButThoseNamedHere() throws Exception {
        Map<String, Set<String>> broughtAlong = new TreeMap<>();
        for (Map.Entry<String, Element> library : libraries().entrySet()) {
            Set<String> names = new TreeSet<>(broughtAlong(library.getValue()));
            names.remove(ANNOTATIONS);
            broughtAlong.put(library.getKey(), names);
        }
        assertThat(broughtAlong).isEqualTo(BROUGHT_ALONG);
    }

    @Test
    void saysWhatItIs() throws Exception {
        for (Element pom : published()) {
            assertThat(text(pom, "name")).startsWith("Mooring");
            assertThat(text(pom, "description")).endsWith(".");
        }
        Element parent = pom("");
        assertThat(text(child(child(parent, "licenses"), "license"), "name")).isEqualTo("Apache-2.0");
        assertThat(text(child(child(parent, "developers"), "developer"), "name"))
                .isEqualTo("The Mooring authors");
    }

    /** A module says at the end of its description that it is not published. */
    private static List<Element> published() throws Exception {
        List<Element> published = new ArrayList<>();
        for (Element module : children(child(pom(""), "modules"), "module")) {
            Element pom = pom(module.getTextContent());
            if (!text(pom, "description").endsWith(" Not published.")) {
                published.add(pom);
            }
        }
        return published;
    }

    private static Map<String, Element> libraries() throws Exception {
        Map<String, Element> libraries = new TreeMap<>();
        for (Element pom : published()) {
            if (children(pom, "packaging").isEmpty()) {
                libraries.put(text(pom, "artifactId"), pom);
            }
        }
        return libraries;
    }

    private static List<String> broughtAlong(Element pom) {
        return children(child(pom, "dependencies"), "dependency").stream()
                .filter(dependency -> children(dependency, "optional").isEmpty())
                .filter(dependency -> children(dependency, "scope").isEmpty()
                        || Set.of("compile", "runtime").contains(text(dependency, "scope")))
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
    }

    private static Element pom(String module) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Files.newInputStream(REPOSITORY.resolve(module).resolve("pom.xml")))
                .getDocumentElement();
    }

    private static String text(Element element, String name) {
        return child(element, name).getTextContent().strip();
    }

    private static Element child(Element element, String name) {
        List<Element> named = children(element, name);
        assertThat(named).as(name).hasSize(1);
        return named.get(0);
    }

    private static List<Element> children(Element element, String name) {
        NodeList all = element.getChildNodes();
        Stream<Element> elements = IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
        return elements.filter(each -> each.getTagName().equals(name)).toList();
    }
}
