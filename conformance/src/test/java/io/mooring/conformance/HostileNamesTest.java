package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.picture.Bars;
import io.mooring.binding.picture.Layers;
import io.mooring.binding.picture.Layers.Border;
import io.mooring.binding.picture.Layers.Box;
import io.mooring.binding.picture.Layers.Layer;
import io.mooring.binding.picture.Layers.Line;
import io.mooring.binding.picture.Layers.Stroke;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Names are other people's texts: nothing in them is read as SVG or as Mermaid. */
class HostileNamesTest {
    /** Every line that a flowchart of two boxes and a line can have. */
    private static final Pattern MERMAID = Pattern.compile("flowchart LR|  accTitle: TEXT"
            .concat("|  subgraph s\\d+\\[\"TEXT\"]|  end")
            .concat("|    n\\d+(\\[\"TEXT\"]|\\[\"TEXT\"]:::dashed|\\[\\[\"TEXT\"]]:::double)")
            .concat("|  n\\d+ (---|-\\.-|===)(\\|\"TEXT\"\\|)? n\\d+")
            .concat("|  classDef (dashed|double) stroke-(dasharray:5 3|width:4px)")
            .replace("TEXT", "(?:[\\p{L}\\p{Nd}\uFFFD /,()=_.:-]|#\\d+;)*"));

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(80);
        Arbitrary<String> pointed = Arbitraries.strings()
                .withChars("<>&\"'`#;|[](){}%\\\n\r\t -.=~\u0000\u0007\u202E\uD800\uFFFE")
                .ofMaxLength(80);
        return Arbitraries.oneOf(
                wild, pointed, Arbitraries.of("</text><script>alert(1)</script>", "]]>", "1. end", "%%{init}%%"));
    }

    @Property(tries = 300)
    void areWellFormedAndSayNoMore(@ForAll("names") String name) throws Exception {
        Document document = parsed(layers(name).svg());

        Set<String> elements = new HashSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            elements.add(all.item(i).getNodeName());
        }
        assertThat(elements).isSubsetOf("svg", "title", "rect", "text", "line");
        assertThat(parsed(new Bars(name, List.of(new Bars.Bar(name, 1000, 400, name)), List.of(name)).svg()))
                .isNotNull();
        assertThat(layers(name).mermaid().lines())
                .allMatch(line -> MERMAID.matcher(line).matches());
        assertThat(layers(name).mermaid().lines()).hasSize(11);
    }

    @Example
    void aLongNameIsShortenedAndKeptWhole() {
        String name = "a".repeat(60) + "-tail";

        assertThat(layers(name).svg()).contains("<title>" + name + "</title>").contains("\u2026aaaaaaaaaaaa-tail");
    }

    private static Layers layers(String name) {
        return new Layers(
                name,
                List.of(
                        new Layer(name, List.of(new Box("left " + name, name, 0, Border.DASHED))),
                        new Layer("other", List.of(new Box("right " + name, name, 0, Border.DOUBLE)))),
                List.of(new Line("left " + name, "right " + name, Stroke.THICK, name)),
                List.of(name));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
