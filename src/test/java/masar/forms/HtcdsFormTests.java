package masar.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HtcdsFormTests {

    private final FormReading reading = XlsForm.read(Workbooks.resource("/htcds/htcds_xlsform.xlsx"), "htcds_xlsform");
    private final FormDefinition form = reading.form();

    @Test
    void thePublishedFormIsLoadedUnchangedAndWithoutAWord() {
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(form.id()).isEqualTo("htcds_xlsform");
        assertThat(form.version()).isEqualTo("vSmt4GQA3C9uBMLPEVfgND");
    }

    @Test
    void itHasStartAndEndThirtyOneQuestionsAndItsVersion() {
        assertThat(form.questions()).hasSize(34);
        assertThat(form.questions().stream().filter(question -> question.type().isAnswered()))
                .hasSize(31);
        assertThat(form.questions().getFirst().type()).isEqualTo(QuestionType.START);
        assertThat(form.questions().get(1).type()).isEqualTo(QuestionType.END);
        assertThat(form.questions().getLast().name()).isEqualTo("__version__");
        assertThat(form.sections()).hasSize(1);
    }

    @Test
    void everyListAndCodeIsThereInItsPublishedOrder() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        form.lists().forEach((name, list) -> sizes.put(name, list.choices().size()));

        assertThat(sizes)
                .containsExactly(
                        Map.entry("gender", 6),
                        Map.entry("citizenship", 249),
                        Map.entry("methodofrecruitment", 10),
                        Map.entry("methodsofcontrol", 16),
                        Map.entry("typeofexploitation", 11),
                        Map.entry("forcedlabourindustry", 21),
                        Map.entry("typeofsexexploitation", 4),
                        Map.entry("status", 4),
                        Map.entry("consent", 2),
                        Map.entry("traffickingstatus", 3),
                        Map.entry("traffickingstatusdecisionmakingorg", 5));
    }

    @Test
    void aBlankPublishedAfterACodeIsNotPartOfTheCodeButIsRemembered() {
        Choice debt = form.list("methodsofcontrol")
                .orElseThrow()
                .choice("DebtBondage")
                .orElseThrow();

        assertThat(debt.published()).isEqualTo("DebtBondage ");
    }

    @Test
    void ourXFormHasTheFieldsTypesAndChoicesOfThePublishedOne() throws Exception {
        byte[] ours = XForm.of(form).getBytes(StandardCharsets.UTF_8);
        byte[] published = Workbooks.resource("/htcds/htcds_xlsform.xml");

        assertThat(binds(ours)).isEqualTo(binds(published));
        assertThat(controls(ours)).isEqualTo(controls(published));
    }

    private static Map<String, Map<String, String>> binds(byte[] xform) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        var nodes = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xform))
                .getElementsByTagName("bind");
        var binds = new LinkedHashMap<String, Map<String, String>>();
        for (int i = 0; i < nodes.getLength(); i++) {
            var bind = (Element) nodes.item(i);
            var attributes = new java.util.TreeMap<String, String>();
            for (int j = 0; j < bind.getAttributes().getLength(); j++) {
                attributes.put(
                        bind.getAttributes().item(j).getNodeName(),
                        bind.getAttributes().item(j).getNodeValue());
            }
            binds.put(bind.getAttribute("nodeset"), attributes);
        }
        return binds;
    }

    private static List<String> controls(byte[] xform) throws Exception {
        FormDef form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform));
        var controls = new ArrayList<String>();
        for (IFormElement child : form.getChildren()) {
            var question = (QuestionDef) child;
            controls.add(question.getBind().getReference() + " " + question.getControlType() + " "
                    + question.getLabelInnerText());
            if (question.getChoices() != null) {
                question.getChoices()
                        .forEach(choice -> controls.add(choice.getValue() + "=" + choice.getLabelInnerText()));
            }
        }
        return controls;
    }
}
