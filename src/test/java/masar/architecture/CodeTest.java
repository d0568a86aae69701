package masar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import masar.shared.Viewer;
import masar.shell.Door;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What a machine can check of the house style. */
class CodeTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("masar");

    @Test
    void timeIsAskedForNotTaken() {
        noClasses()
                .that()
                .resideOutsideOfPackage("masar.pages..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveSimpleName("ShellBeans")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(CODE);
    }

    @Test
    void onlyAccessMakesAViewer() {
        classes()
                .that()
                .implement(Viewer.class)
                .should()
                .resideInAPackage("masar.access.internal..")
                .orShould()
                .haveFullyQualifiedName("masar.sealing.internal.KeyKeeper")
                .check(CODE);
    }

    @Test
    void everyPageAndActNamesItsDoor() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .and()
                .areAnnotatedWith(GetMapping.class)
                .or()
                .areAnnotatedWith(PostMapping.class)
                .should()
                .beAnnotatedWith(Door.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Door.class)
                .check(CODE);
    }

    @Test
    void noTransactionOpensASecondConnection() {
        assertThat(CODE.stream()
                        .flatMap(each -> Stream.concat(
                                each.tryGetAnnotationOfType(Transactional.class).stream(),
                                each.getMethods().stream()
                                        .flatMap(
                                                method -> method.tryGetAnnotationOfType(Transactional.class).stream())))
                        .map(Transactional::propagation)
                        .filter(propagation -> propagation == Propagation.REQUIRES_NEW))
                .isEmpty();
    }

    @Test
    void namesSayTheDomainWord() {
        for (String ending : List.of("Impl", "Dto", "Entity", "Manager", "Util", "Utils", "Helper", "ServiceImpl")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("masar.pages..")
                    .should()
                    .haveSimpleNameEndingWith(ending)
                    .check(CODE);
        }
    }

    @Test
    void thereAreAtMostFifteenSharedWords() throws IOException {
        try (var files = Files.list(Path.of("src/main/java/masar/shared"))) {
            assertThat(files.filter(file -> !file.endsWith("package-info.java")))
                    .hasSizeLessThanOrEqualTo(15);
        }
    }

    @Test
    void filesStayWithinTheirBudget() throws IOException {
        assertThat(longerThan(Path.of("src/main/java"), ".java", 250)).isEmpty();
        assertThat(longerThan(Path.of("src/main/resources/templates"), ".jte", 120))
                .isEmpty();
    }

    private static List<String> longerThan(Path folder, String ending, int lines) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> lines(file) > lines)
                    .map(file -> file + " " + lines(file))
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
