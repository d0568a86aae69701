package masar.forms;

/** What kind of answer a question wants, and how XForms names it. */
public enum QuestionType {
    START("dateTime", "timestamp", "start"),
    END("dateTime", "timestamp", "end"),
    TODAY("date", "date", "today"),
    DEVICE_ID("string", "property", "deviceid"),
    USER_NAME("string", "property", "username"),
    PHONE_NUMBER("string", "property", "phonenumber"),
    EMAIL("string", "property", "email"),
    SUBSCRIBER_ID("string", "property", "subscriberid"),
    SIM_SERIAL("string", "property", "simserial"),
    TEXT("string", "input"),
    INTEGER("int", "input"),
    DECIMAL("decimal", "input"),
    DATE("date", "input"),
    TIME("time", "input"),
    DATE_TIME("dateTime", "input"),
    SELECT_ONE("string", "select1"),
    SELECT_MULTIPLE("string", "select"),
    NOTE("string", "input"),
    ACKNOWLEDGE("string", "trigger"),
    GEOPOINT("geopoint", "input"),
    RANGE("int", "range"),
    CALCULATE("string", ""),
    HIDDEN("string", "");

    private final String dataType;
    private final String control;
    private final String preload;
    private final String preloadParameter;

    QuestionType(String dataType, String control) {
        this.dataType = dataType;
        this.control = control;
        this.preload = "";
        this.preloadParameter = "";
    }

    QuestionType(String dataType, String preload, String preloadParameter) {
        this.dataType = dataType;
        this.control = "";
        this.preload = preload;
        this.preloadParameter = preloadParameter;
    }

    /** The data type of the XForm's bind. A range of whole numbers is {@code int}, any other {@code decimal}. */
    public String dataType() {
        return dataType;
    }

    /** The element of the XForm's body, or empty for what is never shown. */
    public String control() {
        return control;
    }

    /** The {@code jr:preload} of data about the interview itself, or empty. */
    public String preload() {
        return preload;
    }

    public String preloadParameter() {
        return preloadParameter;
    }

    public boolean isSelect() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }

    /** Whether a person sees it on the page. */
    public boolean isShown() {
        return !control.isEmpty();
    }

    /** Whether a person may answer it: shown, and more than a note. */
    public boolean isAnswered() {
        return isShown() && this != NOTE;
    }
}
