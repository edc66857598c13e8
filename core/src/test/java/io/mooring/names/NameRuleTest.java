package io.mooring.names;

import static io.mooring.names.NameRule.ANNOTATION_KEY;
import static io.mooring.names.NameRule.CONFIG_MAP_KEY;
import static io.mooring.names.NameRule.DNS_1035_LABEL;
import static io.mooring.names.NameRule.DNS_1123_LABEL;
import static io.mooring.names.NameRule.DNS_1123_SUBDOMAIN;
import static io.mooring.names.NameRule.LABEL_VALUE;
import static io.mooring.names.NameRule.QUALIFIED_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NameRuleTest {
    private static final String SUBDOMAIN_FORM = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

    @ParameterizedTest
    @CsvSource({
        "DNS_1123_SUBDOMAIN, data-web-0.example",
        "DNS_1123_LABEL, 123-abc",
        "DNS_1035_LABEL, abc-123",
        "QUALIFIED_NAME, example.com/My.Name_1",
        "QUALIFIED_NAME, tier",
        "LABEL_VALUE, My_Value",
        "LABEL_VALUE, ''",
        "ANNOTATION_KEY, Example.COM/Note",
        "CONFIG_MAP_KEY, -key.name",
    })
    void takesGoodNames(NameRule rule, String text) {
        assertThat(rule.problems(text)).isEmpty();
    }

    @Test
    void saysWhatASubdomainIsMadeOf() {
        assertThat(DNS_1123_SUBDOMAIN.problems("Web"))
                .containsExactly(
                        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
                                + " or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
                                + " used for validation is '" + SUBDOMAIN_FORM + "')");
    }

    @Test
    void saysThatALabelHasNoDotsWhereOnlyTheDotsAreWrong() {
        assertThat(DNS_1123_LABEL.problems("web.example")).containsExactly("must not contain dots");
    }

    @Test
    void saysThatTheFirstCharacterOfAServiceIsALetter() {
        assertThat(DNS_1035_LABEL.problems("1web")).singleElement().asString().startsWith("a DNS-1035 label must");
        assertThat(DNS_1035_LABEL.problems("")).singleElement().asString().startsWith("a DNS-1035 label must");
    }

    @Test
    void namesThePartThatIsWrong() {
        assertThat(QUALIFIED_NAME.problems("/tier")).containsExactly("prefix part must be non-empty");
        assertThat(QUALIFIED_NAME.problems("A/tier")).singleElement().asString().startsWith("prefix part a lowercase");
        assertThat(QUALIFIED_NAME.problems("a/"))
                .satisfiesExactly(
                        empty -> assertThat(empty).isEqualTo("name part must be non-empty"),
                        form -> assertThat(form).startsWith("name part must consist of"));
    }

    @Test
    void takesOneSlashAtMost() {
        assertThat(QUALIFIED_NAME.problems("x/y/z"))
                .singleElement()
                .asString()
                .startsWith("a valid label key must consist of")
                .endsWith("with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }

    @Test
    void countsBytesWhateverItsTextCallsThem() {
        assertThat(DNS_1123_SUBDOMAIN.problems("a".repeat(254))).containsExactly("must be no more than 253 characters");
        assertThat(DNS_1123_LABEL.problems("a".repeat(64))).containsExactly("must be no more than 63 characters");
        assertThat(LABEL_VALUE.problems("a".repeat(64))).containsExactly("must be no more than 63 bytes");
        assertThat(QUALIFIED_NAME.problems("a".repeat(64))).containsExactly("name part must be no more than 63 bytes");
        assertThat(LABEL_VALUE.problems("ä".repeat(32))).hasSize(2).contains("must be no more than 63 bytes");
    }

    @Test
    void lowersAnnotationKeysLetterByLetter() {
        assertThat(ANNOTATION_KEY.problems("\u0130")).isEmpty();
        assertThat(ANNOTATION_KEY.problems("a b")).hasSize(1);
    }

    @Test
    void keepsConfigMapKeysInsideTheirFolder() {
        assertThat(CONFIG_MAP_KEY.problems("..")).containsExactly("must not be '..'");
        assertThat(CONFIG_MAP_KEY.problems("..x")).containsExactly("must not start with '..'");
    }

    @Test
    void takesADashAtTheEndOfAPrefix() {
        assertThat(DNS_1123_SUBDOMAIN.problemsOfPrefix("web-")).isEmpty();
        assertThat(DNS_1123_SUBDOMAIN.problemsOfPrefix("Web-")).hasSize(1);
        assertThat(DNS_1123_SUBDOMAIN.problemsOfPrefix("-")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(NameRule.class)
    void refusesLongTextInOnePass(NameRule rule) {
        assertThat(rule.problems("a-".repeat(500_000))).isNotEmpty();
    }

    @Property
    void scansWhatTheExpressionOfItsTextDescribes(@ForAll("nearNames") String text) {
        assertThat(Scanner.isSubdomain(text)).isEqualTo(Pattern.matches(SUBDOMAIN_FORM, text));
        assertThat(Scanner.isDnsLabel(text)).isEqualTo(Pattern.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?", text));
        assertThat(Scanner.isLabelText(text))
                .isEqualTo(Pattern.matches("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]", text));
    }

    @Provide
    Arbitrary<String> nearNames() {
        return Arbitraries.strings().withChars("aZ0-._é").ofMaxLength(8);
    }
}
