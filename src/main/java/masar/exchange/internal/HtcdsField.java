package masar.exchange.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields of the spreadsheet of HTCDS 2.0 in the order of its columns B to AM. The published template has quirks
 * that its users' tools may count on, so they are kept: one code with a letter missing, one column without code, and
 * the labels of the mailing address in another order than the codes. Codes count, labels do not, save for the column
 * that has no code.
 */
public enum HtcdsField {
    CASE_OWNER("cas_CaseOwner", "Case Owner", Kind.TEXT),
    SALUTATION("prs_Salutation", "Salutation", Kind.TEXT, "prs_Salutation"),
    FIRST_NAME("prs_FirstName", "First Name", Kind.TEXT, "prs_First_Name"),
    SECOND_NAME("prs_SecondName", "Second Name", Kind.TEXT, "prs_Second_Name"),
    CONSENT("con_Consent", "Consent", Kind.BOOLEAN, "con_Consent"),
    BIRTHDATE("prs_Birthdate", "Birthdate", Kind.DATE, "prs_Birthdate"),
    GENDER("prs_Gender", "Gender", Kind.CODE, "prs_Gender", "gender"),
    CITIZENSHIP("prs_Citizenship", "Citizenship", Kind.CITIZENSHIP, "prs_Citizenship", "citizenship"),
    TITLE("prs_Title", "Title", Kind.TEXT, "prs_Title"),
    EMAIL("prs_Email", "Email", Kind.EMAIL, "prs_Email"),
    HOME_PHONE("prs_HomePhone", "Home Phone", Kind.PHONE, "prs_HomePhone"),
    MOBILE_PHONE("prs_MobilePhone", "Mobile Phone", Kind.PHONE, "prs_MobilePhone"),
    MAILING_CITY("prs_MailingCity", "Mailing Street", Kind.TEXT, "prs_MailingCity"),
    MAILING_COUNTRY("prs_MailingCountry", "Mailing City", Kind.TEXT, "prs_MailingCountry"),
    MAILING_STATE("prs_MailingState", "Mailing State/Province", Kind.TEXT, "prs_MailingState"),
    MAILING_STREET("prs_MailingStreet", "Mailing Zip/Postal Code", Kind.TEXT, "prs_MailingStreet"),
    MAILING_POSTAL_CODE("prs_MailingPostalCode", "Mailing Country", Kind.TEXT, "prs_MailingPostalCode"),
    TRAFFICKING_STATUS(
            "vic_TraffickingStatus", "Trafficking Status", Kind.CODE, "vic_TraffickingStatus", "traffickingstatus"),
    TRAFFICKING_STATUS_DECISION_MAKING_ORGANISATION(
            "vic_TraffickingStatusDecisionMakingOrg",
            "Trafficking Status Decision Making Organization",
            Kind.CODE,
            "vic_TraffickingStatusDecisionMakingOrg",
            "traffickingstatusdecisionmakingorg"),
    METHOD_OF_RECRUITMENT(
            "vic_MethodOfRecruitment",
            "Method of Recruitment",
            Kind.CODES,
            "vic_MethodOfRecruitment",
            "methodofrecruitment"),
    LOCATION_OF_RECRUITMENT(
            "vic_LocationOfRecruitment", "Location of Recruitment", Kind.TEXT, "vic_LocationOfRecruitment"),
    METHODS_OF_CONTROL(
            "vic_MethodsOfControl", "Methods of Control", Kind.CODES, "vic_Methods_of_Control", "methodsofcontrol"),
    TYPE_OF_EXPLOITATION(
            "vic_TypeOfExploitation",
            "Type of Exploitation",
            Kind.CODES,
            "vic_TypeOfExploitation",
            "typeofexploitation"),
    FORCED_LABOUR_INDUSTRY(
            "vic_ForcedLabourIndustry",
            "Forced Labour Industry",
            Kind.CODES,
            "vic_ForcedLabourIndustry",
            "forcedlabourindustry"),
    TYPE_OF_SEX_EXPLOITATION(
            "vic_TypeOfSexExploitation",
            "Type of Sex Exploitation",
            Kind.CODES,
            "vic_TypeOfSexExploitation",
            "typeofsexexploitation"),
    LOCATION_OF_EXPLOITATION(
            "vic_LocationOfExploitation", "Location of Exploitation", Kind.TEXT, "vic_LocationOfExploitation"),
    STATUS("cas_Status", "Status", Kind.CODE, "cas_Status", "status"),
    REFERRING_ORGANISATION(
            "cas_ReferringOrganisation", "Referring Organisation", Kind.TEXT, "cas_ReferringOrganisation"),
    INCOMING_REFERRAL_DATE("cas_IncomingReferralDate", "Incoming Referral Date", Kind.DATE, "cas_IncomingReferralDate"),
    REFERRING_PRIMARY_CASE_WORKER(
            "cas_ReferringPrimaryCaseWorker",
            "Referring Primary Case Worker",
            Kind.TEXT,
            "cas_ReferringPrimaryCaseWorker"),
    REASON_FOR_INCOMING_REFERRAL(
            "cas_ReasonForIncomingReferral",
            "Reason for Incoming Referral",
            Kind.CODE,
            "cas_ReasonForIncomingReferral",
            HtcdsCodes.REFERRAL_REASON),
    INCOMING_REFERRAL_DETAILS(
            "cas_IncomingReferralDetails", "Incoming Referral Details", Kind.LONG_TEXT, "cas_IncomingReferralDetails"),
    REFERRED_ORGANISATION("cas_ReferredOrganisation", "Referred Organisation", Kind.TEXT),
    REFERRED_PRIMARY_CASE_WORKER("cas_ReferredPrimaryCaseWorker", "Referred Primary Case Worker", Kind.TEXT),
    REASON_FOR_OUTGOING_REFERRAL(
            "cas_ReasonForOutgoingReferral", "Reason for Outgoing Referral", Kind.CODE, "", HtcdsCodes.REFERRAL_REASON),
    OUTGOING_REFERRAL_DATE("cas_OutgoingReferralDate", "Outgoing Referral Date", Kind.DATE),
    OUTGOING_REFERRAL_DETAILS("cas_OutgoingReferralDetails", "Outgoing Referral Details", Kind.LONG_TEXT),
    REASON_FOR_CASE_CLOSURE("cas_ReasonForCaseClosure", "Reason for Case Closure", Kind.LONG_TEXT);

    /** What a field holds. */
    public enum Kind {
        /** At most 255 characters. */
        TEXT,
        /** At most 10,000 characters. */
        LONG_TEXT,
        /** ISO 8601, whole: year, month and day. */
        DATE,
        /** {@code TRUE} or {@code FALSE}. */
        BOOLEAN,
        /** One code of a list. */
        CODE,
        /** Any number of codes of a list. */
        CODES,
        /** Any number of ISO 3166-1 alpha-2 codes. */
        CITIZENSHIP,
        PHONE,
        EMAIL
    }

    private final String code;
    private final String publishedLabel;
    private final Kind kind;
    private final String formName;
    private final String list;

    HtcdsField(String code, String publishedLabel, Kind kind) {
        this(code, publishedLabel, kind, "", "");
    }

    HtcdsField(String code, String publishedLabel, Kind kind, String formName) {
        this(code, publishedLabel, kind, formName, "");
    }

    HtcdsField(String code, String publishedLabel, Kind kind, String formName, String list) {
        this.code = code;
        this.publishedLabel = publishedLabel;
        this.kind = kind;
        this.formName = formName;
        this.list = list;
    }

    /** The field's name in the standard, for example {@code prs_FirstName}. */
    public String code() {
        return code;
    }

    /** What row 1 of the published template says: the code, one misspelt, one empty. */
    public String publishedCode() {
        return switch (this) {
            case TRAFFICKING_STATUS_DECISION_MAKING_ORGANISATION -> "vic_TraffickinStatusDecisionMakingOrg";
            case REASON_FOR_OUTGOING_REFERRAL -> "";
            default -> code;
        };
    }

    /** What row 2 of the published template says above the field's column. */
    public String publishedLabel() {
        return publishedLabel;
    }

    public Kind kind() {
        return kind;
    }

    /** The question of the published XLSForm that asks for the field; empty for the fields it does not ask. */
    public String formName() {
        return formName;
    }

    /** The name of the list of codes, or empty. */
    public String list() {
        return list;
    }

    /** The column in the template, counted from 0: fields are declared in the order of the columns. */
    @SuppressWarnings("EnumOrdinal")
    public int column() {
        return ordinal() + 1;
    }

    /** Whether several values may be given. */
    public boolean isMany() {
        return kind == Kind.CODES || kind == Kind.CITIZENSHIP;
    }

    /** Most characters in a text. */
    public int longest() {
        return kind == Kind.LONG_TEXT ? 10_000 : 255;
    }

    /** The field a head means: its code, the published misspelling, or the XLSForm's name; whatever the case. */
    public static Optional<HtcdsField> ofHead(String head) {
        String wanted = head.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> !wanted.isEmpty()
                        && (field.code.toLowerCase(Locale.ROOT).equals(wanted)
                                || field.publishedCode()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(wanted)
                                || field.formName.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }
}
