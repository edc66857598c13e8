package io.mooring.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.mooring.quantity.Quantity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the house: binding to core, yaml to core, the front door to all three, the command and the testkit to the front door. */
class ArchitectureTest {
    private static final String BINDING = "io.mooring.binding..";
    private static final String CONTROL = "io.mooring.binding.control";
    private static final String YAML = "io.mooring.yaml..";
    private static final String FRONT_DOOR = "io.mooring";
    private static final String COMMAND = "io.mooring.cli..";
    private static final String TESTKIT = "io.mooring.testkit..";

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
        assertThat(classes.containPackage("io.mooring.cli")).isTrue();
        assertThat(classes.containPackage("io.mooring.testkit.story")).isTrue();
    }

    /** It is an application. */
    @Test
    void nobodyKnowsTheCommand() {
        noClasses()
                .that()
                .resideOutsideOfPackage(COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMAND)
                .check(classes);
    }

    /** It is for tests, other people's and ours. */
    @Test
    void nobodyKnowsTheTestkitAndNobodyElseKnowsTheLibrariesOfTests() {
        noClasses()
                .that()
                .resideOutsideOfPackage(TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TESTKIT, "net.jqwik..", "org.assertj..", "org.junit..")
                .check(classes);
    }

    /** Who uses only one of them need not have the others. */
    @Test
    void eachLibraryOfTestsIsKnownToItsPackageOnly() {
        Map.of("net.jqwik..", "jqwik", "org.assertj..", "assertj", "org.junit..", "junit")
                .forEach((library, name) -> noClasses()
                        .that()
                        .resideInAPackage(TESTKIT)
                        .and()
                        .resideOutsideOfPackage("io.mooring.testkit." + name + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .check(classes));
    }

    @Test
    void onlyTheCommandKnowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage(COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(classes);
    }

    @Test
    void coreKnowsNeitherBindingNorYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BINDING, YAML, FRONT_DOOR, COMMAND, TESTKIT, "io.mooring.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BINDING, YAML)
                .check(classes);
    }

    /** What Kubernetes counts in an int64 depends on its release; external-provisioner is of none. */
    @Test
    void onlySemanticsSayWhatAnAmountIsInAnInt64() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.mooring.quantity..",
                        "io.mooring.release..",
                        CONTROL + ".provision..",
                        "io.mooring.conformance..")
                .should()
                .callMethod(Quantity.class, "upstreamValue")
                .orShould()
                .callMethod(Quantity.class, "upstreamMilliValue")
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
    void valuesEnginesAndReadersDoNoInputOrOutputAndHaveNoClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(FRONT_DOOR, COMMAND, TESTKIT, "io.mooring.conformance..")
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
        slices().assignedFrom(WHERE).should().beFreeOfCycles().check(classes);
    }

    /** A package of its own, but for what stands below a front that must know it: it counts as part of the front. */
    private static final SliceAssignment WHERE = new SliceAssignment() {
        private static final List<String> FRONTS =
                List.of("io.mooring.binding.control", "io.mooring.binding.explain", "io.mooring.admission");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return SliceIdentifier.of(FRONTS.stream()
                    .filter(front -> name.startsWith(front + "."))
                    .findFirst()
                    .orElse(name));
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    /** Below the front of admission, the packages of the kinds depend on each other downwards only. */
    @Test
    void theKindsOfAdmissionHaveNoCycles() {
        slices().matching("io.mooring.admission.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    /** A new controller is its package and one line in ControlPlane. */
    @Test
    void onlyTheControlPlaneKnowsTheControllersAndTheyDoNotKnowEachOther() {
        slices().matching("io.mooring.binding.control.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(CONTROL + ".."), resideInAPackage(CONTROL + ".volume"))
                .ignoreDependency(resideInAPackage(CONTROL + ".."), resideInAPackage(CONTROL + ".workload"))
                .ignoreDependency(resideInAPackage(CONTROL + ".."), resideInAPackage(CONTROL + ".part"))
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(CONTROL)
                .and()
                .doNotHaveSimpleName("ControlPlane")
                .and()
                .doNotHaveSimpleName("Provisioner")
                .and()
                .doNotHaveSimpleName("Resizer")
                .and()
                .doNotHaveSimpleName("Attacher")
                .and()
                .doNotHaveSimpleName("Kubelet")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONTROL + ".*..")
                .check(classes);
    }
}
