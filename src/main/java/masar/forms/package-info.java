/**
 * Questionnaires of every module: an XLSForm as people write it in a spreadsheet becomes a definition, the definition
 * becomes an ODK XForm, and JavaRosa says what is relevant, calculated, missing or wrong in the answers.
 * A questionnaire is data: nothing here knows what a question is about.
 */
@ApplicationModule(
        displayName = "Questionnaires",
        allowedDependencies = {"shared", "country"})
@NullMarked
package masar.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
