package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import masar.country.LebanonPack;
import masar.country.PackProblem;
import masar.forms.internal.FormLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of the pack are loaded at the start, and a broken one stops it. */
class FormLibraryTests {

    @TempDir
    Path directory;

    private final FormLibrary library = new FormLibrary(InstantSource.system(), () -> ZoneId.of("Asia/Beirut"));

    @Test
    void theInterviewOfThePackAndTheFormOfTheStandardAreThere() {
        library.load(LebanonPack.folder());
        assertThat(library.form("screening-interview").sections()).hasSize(9);
        assertThat(library.session("screening-interview").begin("ar").problems())
                .isEmpty();
        assertThat(library.all()).hasSize(2);
        assertThatThrownBy(() -> library.form("none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatIsNoFormStopsTheStartByItsName() throws IOException {
        LebanonPack.copy(directory);
        Files.writeString(directory.resolve("shared/forms/screening-interview.xlsx"), "not a workbook");
        assertThatThrownBy(() -> library.load(LebanonPack.in(directory)))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("shared/forms/screening-interview.xlsx")
                .hasMessageContaining("file unreadable");
    }

    @Test
    void aFormUnderAnotherNameIsRefused() throws IOException {
        LebanonPack.copy(directory);
        Files.move(
                directory.resolve("shared/forms/screening-interview.xlsx"),
                directory.resolve("shared/forms/other.xlsx"));
        assertThatThrownBy(() -> library.load(LebanonPack.in(directory)))
                .isInstanceOf(PackProblem.class)
                .hasMessageContaining("must be the file's name, other");
    }

    @Test
    void aTextMissingInOneLanguageStopsTheStartWithSheetAndPlace() throws IOException {
        LebanonPack.copy(directory);
        byte[] form = Workbooks.of(
                Map.of("survey", "type | name | label::Arabic (ar) | label::English (en) \n text | a | سؤال | "));
        Files.write(directory.resolve("shared/forms/short.xlsx"), form);
        assertThatThrownBy(() -> library.load(LebanonPack.in(directory)))
                .isInstanceOfSatisfying(PackProblem.class, problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.reason()).contains("survey", "column D", "missing translation");
                });
    }
}
