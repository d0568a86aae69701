package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.ZoneOffset;
import masar.forms.FormProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that others wrote to try XLSForm: each is loaded and runs, or is refused for a reason with its place. */
class PublicExamplesTests {

    @ParameterizedTest
    @CsvSource({
        "text_and_integer, 2",
        "group, 3",
        "choice_filter_test, 3",
        "or_other, 3",
        "field-list, 1",
        "specify_other, 2",
        "extra_columns, 1",
        "extra_sheet_names, 1",
        "yes_or_no_question, 1",
        "xl_date_ambiguous_v1, 5"
    })
    void isLoadedAndRuns(String file, int questions) {
        FormDefinition form = read(file + ".xlsx").form();

        assertThat(form.questions()).hasSize(questions);
        var session = new FormSession(form, InstantSource.system(), ZoneOffset.UTC);
        assertThat(session.begin("en").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "loop.xlsx, UNSUPPORTED_TYPE, survey, 3, A",
        "include.xlsx, UNSUPPORTED_TYPE, survey, 3, A",
        "survey_no_name.xlsx, SHEET_MISSING, '', 0, ''",
        "bad_calc.xlsx, BAD_EXPRESSION, survey, 2, D",
        "case_insensitivity.xlsx, UNSUPPORTED_TYPE, SURVEY, 3, A",
        "flat_xlsform_test.xlsx, UNSUPPORTED_TYPE, survey, 35, A",
        "UCL_Biomass_Plot_Form.xlsx, UNSUPPORTED_TYPE, survey, 16, A",
        "duplicate_columns.xlsx, DUPLICATE_COLUMN, survey, 1, E",
        "group.xls, FILE_UNREADABLE, '', 0, ''"
    })
    void isRefusedAndTheReasonHasAPlace(String file, Kind kind, String sheet, int row, String column) {
        FormProblem first = read(file).errors().getFirst();

        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.sheet()).isEqualTo(sheet);
        assertThat(first.row()).isEqualTo(row);
        assertThat(first.column()).isEqualTo(column);
    }

    @Test
    void aFunctionJavaRosaDoesNotKnowIsRefusedByName() {
        FormDefinition form = read("pull_data.xlsx").form();

        assertThatThrownBy(() -> new FormSession(form, InstantSource.system(), ZoneOffset.UTC))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("pulldata");
    }

    private static FormReading read(String file) {
        return XlsForm.read(Workbooks.resource("/forms/pyxform/" + file), "example");
    }
}
