package masar.forms;

/** A small interview in Arabic and English that uses what questionnaires use. */
final class SampleInterview {

    private static final String SURVEY = """
            type | name | label::Arabic (ar) | label::English (en) | required | relevant | constraint | constraint_message::Arabic (ar) | constraint_message::English (en) | calculation | choice_filter | htcds
            start | start
            today | today
            begin group | person | الشخص | The person
            text | given_name | الاسم | Name | yes | | | | | | | prs_FirstName
            integer | birth_year | سنة الولادة | Year of birth | | | . <= 2026 | السنة في المستقبل | ${given_name} cannot be born in the future
            date | arrived | تاريخ الوصول | Arrived on | | | . <= today() | في المستقبل | In the future
            calculate | age | | | | | | | | 2026 - ${birth_year}
            end group
            select_one yesno | child | طفل؟ | Is it a child? | | ${age} < 18
            select_one region | region | المنطقة | Region
            select_one city | city | المدينة | City | yes | ${region} != '' | | | | | region=${region}
            select_multiple control | control | السيطرة | Control | | | not(selected(., 'none') and count-selected(.) > 1)
            text | other | غير ذلك | Other | yes | selected(${control}, 'other')
            begin repeat | job | عمل | Job
            text | employer | صاحب العمل | Employer | yes
            decimal | wage | الأجر | Wage | | | . >= 0
            end repeat
            """;

    private static final String CHOICES = """
            list_name | name | label::Arabic (ar) | label::English (en) | region
            yesno | yes | نعم | Yes
            yesno | no | لا | No
            region | north | الشمال | North
            region | south | الجنوب | South
            city | tripoli | طرابلس | Tripoli | north
            city | tyre | صور | Tyre | south
            control | threats | تهديد | Threats
            control | documents | مصادرة | Withholds documents
            control | other | غير ذلك | Other
            control | none | لا شيء | None
            """;

    static final FormDefinition FORM = Workbooks.form(SURVEY, CHOICES);

    private SampleInterview() {}
}
