package masar.sealing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import masar.shared.Subject;

/**
 * Where a sealed value stands. It is bound into the seal: moved to another column, row, subject or class, the value does
 * not open.
 *
 * @param column schema, table and column, such as {@code casefile.person.sealed}
 * @param row id of the row
 * @param subject whose key it is: a case, a report, a referral, an account
 */
public record Place(String column, UUID row, Subject subject, SealClass sealClass) {

    public Place {
        if (!column.matches("[a-z_]+\\.[a-z_]+\\.[a-z_]+")) {
            throw new IllegalArgumentException("not a column: " + column);
        }
    }

    /** A place of the ordinary class. */
    public static Place of(String column, UUID row, Subject subject) {
        return new Place(column, row, subject, SealClass.ORDINARY);
    }

    /** What the seal is bound to. */
    public byte[] bound() {
        return String.join(
                        "|",
                        "masar",
                        column,
                        row.toString(),
                        subject.kind(),
                        subject.id().toString(),
                        sealClass.code())
                .getBytes(StandardCharsets.UTF_8);
    }
}
