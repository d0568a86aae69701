package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class SubmissionTests {

    private final FormDefinition form = SampleInterview.FORM;

    @Test
    void answersSurviveTheWayThroughXmlAndJson() {
        var values = new LinkedHashMap<String, String>();
        values.put("given_name", "  أمل \"the <brave>\" & o'Neil\r\nsecond line\n\tthird  ");
        values.put("control", "threats other");
        values.put("other", "سطر أول\nسطر ثانٍ 😀");
        values.put("employer[1]", "Kiosk");
        values.put("employer[2]", "مزرعة");
        values.put("wage[2]", "12.50");
        var answers = new Answers(values, "ar");

        String xml = new Submission("interview", "", "uuid:1", answers).toXml(form);
        Submission back = Submission.read(form, xml.getBytes(StandardCharsets.UTF_8), "ar");

        assertThat(back.answers()).isEqualTo(answers);
        assertThat(back.instanceId()).isEqualTo("uuid:1");
        assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
        var session = new FormSession(form, InstantSource.system(), ZoneOffset.UTC);
        assertThat(session.fill(answers).answers().values()).containsAllEntriesOf(values);
    }

    @Test
    void aSubmissionThatIsNotThisFormsIsRefused() {
        assertThatThrownBy(() -> read("<data id='other'/>"))
                .isInstanceOf(SubmissionRefused.class)
                .hasMessageEndingWith("other.form");
        assertThatThrownBy(() -> read("<data id='interview'><spy>1</spy></data>"))
                .hasMessageEndingWith("unknown.field");
        assertThatThrownBy(() -> read("<data id='interview'><region>a</region><region>b</region></data>"))
                .hasMessageEndingWith("duplicate.field");
        assertThatThrownBy(() -> read("<data id='interview'>")).hasMessageEndingWith("not.xml");
        assertThatThrownBy(() -> read("<!DOCTYPE d [<!ENTITY x 'y'>]><data id='interview'/>"))
                .hasMessageEndingWith("not.xml");
    }

    private Submission read(String xml) {
        return Submission.read(form, xml.getBytes(StandardCharsets.UTF_8), "en");
    }
}
