package masar.screening;

/**
 * What is known of one indicator. Only {@link #PRESENT} is ever counted; the others are kept apart from each other,
 * because "no" and "we do not know" are not the same.
 */
public enum IndicatorAnswer {
    PRESENT,
    ABSENT,
    NOT_ASKED,
    REFUSED,
    UNKNOWN
}
