package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a machine can check of the house style. */
class CodeTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("masar");

    @Test
    void timeIsAskedForNotTaken() {
        assertThat(CodeRules.breaches(CodeRules.TIME_IS_ASKED_FOR, CODE)).isEmpty();
        assertThat(CodeRules.breaches(CodeRules.ONE_PLACE_MAKES_THE_CLOCK, CODE))
                .isEmpty();
    }

    @Test
    void onlyAccessMakesAViewer() {
        assertThat(CodeRules.breaches(CodeRules.ONLY_ACCESS_MAKES_A_VIEWER, CODE))
                .isEmpty();
    }

    @Test
    void everyPageAndActNamesItsDoor() {
        assertThat(CodeRules.breaches(CodeRules.EVERY_HANDLER_NAMES_ITS_DOOR, CODE))
                .isEmpty();
    }

    @Test
    void noTransactionOpensASecondConnection() {
        assertThat(CodeRules.secondConnections(CODE)).isEmpty();
    }

    @Test
    void namesSayTheDomainWord() {
        assertThat(CodeRules.breaches(CodeRules.NAMES_SAY_THE_DOMAIN_WORD, CODE))
                .isEmpty();
    }

    @Test
    void thereAreAtMostFifteenSharedWords() throws IOException {
        assertThat(CodeRules.tooMany(Path.of("src/main/java/masar/shared"), 15)).isEmpty();
    }

    @Test
    void filesStayWithinTheirBudget() throws IOException {
        assertThat(CodeRules.longerThan(Path.of("src/main/java"), ".java", 250)).isEmpty();
        assertThat(CodeRules.longerThan(Path.of("src/main/resources/templates"), ".jte", 120))
                .isEmpty();
    }

    @Test
    void nobodyAsksForMoreThanEightOthers() {
        assertThat(CodeRules.askingForMoreThan(8, CODE)).isEmpty();
    }

    @Test
    void thereIsCodeToCheck() {
        assertThat(CODE).hasSizeGreaterThan(300);
    }
}
