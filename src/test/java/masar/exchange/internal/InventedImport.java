package masar.exchange.internal;

import java.util.List;
import java.util.Map;

/** A spreadsheet with one person who does not exist. */
public final class InventedImport {

    private InventedImport() {}

    public static byte[] of(String first, String second, String phone, String street, String details) {
        return HtcdsWriter.write(List.of(new HtcdsRecord(
                3,
                Map.of(
                        HtcdsField.FIRST_NAME, List.of(first),
                        HtcdsField.SECOND_NAME, List.of(second),
                        HtcdsField.MOBILE_PHONE, List.of(phone),
                        HtcdsField.MAILING_STREET, List.of(street),
                        HtcdsField.INCOMING_REFERRAL_DETAILS, List.of(details)))));
    }
}
