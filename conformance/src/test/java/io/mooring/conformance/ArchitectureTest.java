package io.mooring.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the house: core from binding, core from yaml, nothing back. */
class ArchitectureTest {
    private static final String BINDING = "io.mooring.binding..";
    private static final String YAML = "io.mooring.yaml..";

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.mooring");
    }

    @Test
    void seesAllModules() throws IOException {
        assertThat(classes.containPackage("io.mooring.quantity")).isTrue();
        assertThat(classes.containPackage("io.mooring.binding.match")).isTrue();
        assertThat(classes.containPackage("io.mooring.yaml")).isTrue();
    }

    @Test
    void coreKnowsNeitherBindingNorYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BINDING, YAML, "io.mooring.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BINDING, YAML)
                .check(classes);
    }

    @Test
    void bindingDoesNotKnowYaml() {
        noClasses()
                .that()
                .resideInAPackage(BINDING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(YAML)
                .check(classes);
    }

    @Test
    void onlyYamlKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(YAML, "io.mooring.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "org.yaml..", "org.snakeyaml..")
                .check(classes);
    }

    @Test
    void valuesAndEnginesDoNoInputOrOutputAndHaveNoClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(YAML, "io.mooring.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..", "java.util.concurrent..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.mooring.(**)").should().beFreeOfCycles().check(classes);
    }
}
