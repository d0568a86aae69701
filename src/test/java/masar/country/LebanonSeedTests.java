package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import masar.shared.OrganisationKind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** Files of the pack that other modules load: do they agree with the rest of the pack? */
class LebanonSeedTests {

    private static final List<String> LABELS =
            List.of("label::Arabic (ar)", "label::French (fr)", "label::English (en)");
    private static final Set<String> OWN_CHOICES = Set.of("yes_no", "paid");

    private final PackFolder folder = LebanonPack.folder();
    private final CountryPack lebanon = LebanonPack.pack();

    @Test
    void everyOrganisationIsOfAKnownKindAndSaysItsMandateInThreeLanguages() {
        for (PackEntry organisation : organisations()) {
            organisation.only(
                    "key", "kind", "name", "mandate", "mandate-verified", "source", "competent-for", "phones");
            OrganisationKind kind = organisation.get("kind").as("a kind", OrganisationKind::of);
            assertThat(kind.code()).isEqualTo(organisation.get("kind").text());
            assertThat(organisation.get("name").localized().ar()).isNotBlank();
            assertThat(organisation.get("mandate").localized().fr()).isNotBlank();
            organisation
                    .get("competent-for")
                    .list()
                    .forEach(competence -> assertThat(lebanon.wordList("directory-role")
                                    .has(competence.get("role").text()))
                            .isTrue());
        }
    }

    @Test
    void theHotlineOfTheMinistryOfLabourIsTheOnlyVerifiedNumber() {
        assertThat(organisations().stream()
                        .flatMap(organisation -> organisation.get("phones").list().stream())
                        .filter(phone -> phone.get("verified").flag())
                        .map(phone -> phone.get("number").text()))
                .containsExactly("1740");
    }

    @Test
    void whoMayIdentifyIsNotKnownAndThereforeNotVerified() {
        assertThat(organisations().stream()
                        .flatMap(organisation -> organisation.get("competent-for").list().stream())
                        .filter(competence -> competence.get("role").text().equals("identification")))
                .isNotEmpty()
                .noneMatch(competence -> competence.get("verified").flag());
    }

    @Test
    void everyServiceBelongsToAnOrganisationHasACategoryAndGivesNoAddress() {
        Set<String> keys =
                organisations().stream().map(entry -> entry.get("key").text()).collect(Collectors.toSet());
        for (PackEntry service :
                folder.file("services.yaml").yaml().get("services").list()) {
            service.only("key", "organisation", "category", "name", "covers", "eligibility", "verified", "source");
            assertThat(keys).contains(service.get("organisation").text());
            assertThat(lebanon.wordList("service-category")
                            .has(service.get("category").text()))
                    .isTrue();
            assertThat(service.get("covers").get("places").list())
                    .allSatisfy(place -> assertThat(place.text().equals("country")
                                    || lebanon.place(place.text()).isPresent())
                            .isTrue());
        }
    }

    @Test
    void theInterviewSpeaksThreeLanguagesForcesNoAnswerAndAsksForSafetyFirst() throws IOException {
        List<Map<String, String>> survey = sheet("survey");
        assertThat(survey.getFirst()).containsEntry("name", "safety");
        for (Map<String, String> question : survey) {
            if (!"end_group".equals(question.get("type"))) {
                assertThat(question).as("%s", question.get("name")).containsKeys(LABELS.toArray(String[]::new));
            }
            assertThat(question.getOrDefault("required", "no")).isEqualTo("no");
        }
    }

    @Test
    void everyQuestionNameIsUsedOnceAndEveryListOfChoicesIsAWordListOfThePack() throws IOException {
        List<Map<String, String>> survey = sheet("survey");
        List<String> names = survey.stream()
                .map(row -> row.getOrDefault("name", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        for (Map<String, String> choice : sheet("choices")) {
            assertThat(choice).containsKeys(LABELS.toArray(String[]::new));
            choices.computeIfAbsent(choice.getOrDefault("list_name", ""), list -> new HashSet<>())
                    .add(choice.getOrDefault("name", ""));
        }
        choices.forEach((list, codes) -> {
            if (!OWN_CHOICES.contains(list)) {
                assertThat(codes).isEqualTo(codes(list));
            }
        });
        assertThat(survey.stream()
                        .map(row -> row.getOrDefault("type", ""))
                        .filter(type -> type.startsWith("select_"))
                        .map(type -> type.substring(type.indexOf(' ') + 1)))
                .isSubsetOf(choices.keySet());
    }

    @Test
    void whoDetainsOrPolicesIsNeverShownTheQuestionOfGender() throws IOException {
        assertThat(sheet("survey"))
                .filteredOn(row -> "gender".equals(row.get("name")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("hidden_from", "police detaining"));
    }

    @Test
    void theInterviewAsksNothingAboutCooperationWithJustice() throws IOException {
        assertThat(sheet("survey"))
                .noneMatch(row -> row.getOrDefault("name", "").contains("cooperat"));
    }

    private Set<String> codes(String list) {
        return lebanon.wordList(list.replace('_', '-')).words().stream()
                .map(Word::code)
                .collect(Collectors.toSet());
    }

    private List<PackEntry> organisations() {
        return folder.file("organisations.yaml").yaml().get("organisations").list();
    }

    private List<Map<String, String>> sheet(String name) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                folder.file("forms/screening-interview.xlsx").open())) {
            Sheet sheet = workbook.findSheet(name).orElseThrow();
            List<Row> rows = sheet.read();
            List<String> header = texts(rows.getFirst());
            List<Map<String, String>> read = new ArrayList<>();
            rows.stream().skip(1).forEach(row -> read.add(named(header, texts(row))));
            return read;
        }
    }

    private static Map<String, String> named(List<String> header, List<String> texts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                named.put(header.get(column), texts.get(column));
            }
        }
        return named;
    }

    private static List<String> texts(Row row) {
        return Stream.iterate(0, column -> column < row.getCellCount(), column -> column + 1)
                .map(column -> row.getOptionalCell(column).map(Cell::getText).orElse(""))
                .toList();
    }
}
