package latentlab;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may know whom. Each rule is held against the program, and against {@code latentlab.planted}, a program of the
 * same layout that breaks each of them once: a rule that finds nothing there would find nothing anywhere.
 */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("latentlab");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("latentlab.planted");

    enum Rule {
        LAYERS(Layers::rule, "TextThatKnowsAll"),
        VIEWS_APART(ArchitectureTest::viewsApart, "LossThatLooksAtTheMap"),
        VIEWS_WITHOUT_SERVICE(ArchitectureTest::viewsWithoutService, "MapThatTrains"),
        NOBODY_KNOWS_THE_APP(ArchitectureTest::nobodyKnowsTheApp, "WindowThatKnowsTheApp"),
        ARRAYS_STAY_IN_THE_ENGINE(ArchitectureTest::arraysStayInTheEngine, "RunWithAnArray"),
        NO_JAVAFX_BELOW_THE_SESSION(ArchitectureTest::noJavafxBelowTheSession, "WithAProperty"),
        FIGURES_WITHOUT_TOOLKIT(ArchitectureTest::figuresWithoutToolkit, "FigureOnACanvas"),
        NO_NODES_BELOW_THE_VIEWS(ArchitectureTest::noNodesBelowTheViews, "SessionWithANode"),
        NO_STANDARD_STREAMS(ArchitectureTest::noStandardStreams, "RunThatPrints"),
        NO_SLEEP(ArchitectureTest::noSleep, "RunThatSleeps"),
        ONE_LOGGER(ArchitectureTest::oneLogger, "RunWithALoggerOfItsOwn"),
        NO_CHANCE(ArchitectureTest::noChance, "RunOfChance"),
        NO_SHADED_LIBRARIES(ArchitectureTest::noShadedLibraries, "EngineWithASecondHandLibrary"),
        NO_LANGUAGE_OF_THE_MACHINE(ArchitectureTest::noLanguageOfTheMachine, "PictureInArabic");

        private final Function<String, ArchRule> rule;
        private final String offender;

        Rule(Function<String, ArchRule> rule, String offender) {
            this.rule = rule;
            this.offender = offender;
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theProgramKeepsTheRule(Rule each) {
        each.rule.apply("latentlab").check(PROGRAM);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theRuleFindsThePlantedOffender(Rule each) {
        assertThat(each.rule
                        .apply("latentlab.planted")
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).contains(each.offender));
    }

    /** Tests keep it too, for they are what programs are copied from. */
    @Test
    void testsReadNoFilesWithShadedLibraries() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("latentlab")
                .that(not(resideInAPackage("latentlab.planted..")));
        noShadedLibraries("latentlab").check(tests);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.",
                "natives.",
                "engine.",
                "embedding.",
                "run.",
                "comparison.",
                "sweep.",
                "library.",
                "map.",
                "session.",
                "figure.",
                "export.",
                "measure.",
                "preferences.",
                "cli.",
                "view.",
                "app."
            })
    void everyLayerIsGuarded(String layer) {
        assertThat(Layers.rule("latentlab.planted")
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(violation -> assertThat(violation).contains("has type <latentlab.planted." + layer));
    }

    private static ArchRule viewsApart(String root) {
        return slices().matching(root + ".view.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(root + ".view.main.."), alwaysTrue())
                // No views: what all of them paint with, controls of several, and what they explain themselves with.
                .ignoreDependency(
                        alwaysTrue(),
                        resideInAnyPackage(root + ".view.paint", root + ".view.input", root + ".view.words"))
                .because("views talk to the shared model and never to each other; view.main alone puts them side by "
                        + "side");
    }

    private static ArchRule viewsWithoutService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".view..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".run.TrainingService")
                .because("views command the shared model, which knows what was commanded before; round it they would "
                        + "race");
    }

    private static ArchRule nobodyKnowsTheApp(String root) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".Main")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".app.App")
                .because("the application hands everybody what they need; whoever asks it cannot be tested alone");
    }

    private static ArchRule arraysStayInTheEngine(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".natives..", root + ".engine..", root + ".embedding..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
                .because(
                        "native arrays belong to one thread and are freed by hand; only records and Java arrays leave");
    }

    private static ArchRule noJavafxBelowTheSession(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(below(
                        root,
                        "text",
                        "files",
                        "data",
                        "natives",
                        "engine",
                        "embedding",
                        "run",
                        "diagnosis",
                        "comparison",
                        "sweep",
                        "library",
                        "map",
                        "figure",
                        "export",
                        "cli"))
                .or()
                .resideInAPackage(root + ".measure")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("training and exporting from the command line need no display and no toolkit");
    }

    private static ArchRule figuresWithoutToolkit(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".figure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..")
                .because("a figure knows its pen alone, so that it can be drawn in the window and into any kind of "
                        + "file");
    }

    private static ArchRule noNodesBelowTheViews(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(below(root, "session", "preferences"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application.."))
                .because("properties and lists can be bound to without a toolkit; nodes cannot");
    }

    private static ArchRule noStandardStreams(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".cli..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".Main")
                .should(accessField(System.class, "out").or(accessField(System.class, "err")))
                .because("a window has nobody to read them, and on the command line they belong to its output");
    }

    private static ArchRule noSleep(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .because("who sleeps is late or early: wait for what is waited for");
    }

    private static ArchRule oneLogger(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.log4j..")
                .because("the log goes through System.Logger, which the application alone configures");
    }

    private static ArchRule noChance(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        below(root, "data", "engine", "embedding", "run", "library", "comparison", "sweep", "export"))
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .because("the same seed gives the same numbers, so that whatever is random starts from one");
    }

    private static ArchRule noShadedLibraries(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.nd4j.shade..")
                .because("what ND4J carries under names of its own is old, and cannot be raised when a weakness is "
                        + "published");
    }

    private static ArchRule noLanguageOfTheMachine(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callConstructor(DecimalFormat.class, String.class)
                .because("some languages have other digits, a comma for the point, or a small i without its dot: what a"
                        + " program reads is written in Locale.ROOT, what a person reads in the language of "
                        + "the window");
    }

    private static String[] below(String root, String... packages) {
        return Arrays.stream(packages).map(each -> root + "." + each + "..").toArray(String[]::new);
    }
}
