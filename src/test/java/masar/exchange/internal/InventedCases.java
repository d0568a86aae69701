package masar.exchange.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import masar.forms.Choice;

/** Cases of people who do not exist, the same for the same seed. */
final class InventedCases {

    private static final List<String> FIRST = List.of(
            "أمل",
            "نورا",
            "ياسمين",
            "سامر",
            "Alem",
            "Tsehay",
            "Rosa",
            "Jean-Luc",
            "O'Neil",
            "Zoë",
            "Nguyễn",
            "عبد الرحمن");
    private static final List<String> SECOND =
            List.of("البحّار", "الزيتوني", "Tesfaye", "Dela Luna", "d'Azur", "Ó Súile", "آل نجم", "Perera");
    private static final List<String> TEXTS = List.of(
            "بيروت، شارع الحمرا",
            "=SUM(A1:A9)",
            "+ left in May",
            "- no phone",
            "@home",
            "'quoted'",
            "'=already guarded",
            "line one\nline two",
            "\"he said; 'no', then\"",
            "<b>&amp;</b>",
            "😀 emoji",
            "007",
            "TRUE",
            "1990-01-01",
            "a, b; c");

    private final HtcdsCodes codes = HtcdsCodes.load();
    private final Random random;

    InventedCases(long seed) {
        this.random = new Random(seed);
    }

    /** So many cases, with the rows they get when written. */
    List<HtcdsRecord> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> one(i + 3)).toList();
    }

    private HtcdsRecord one(int row) {
        Map<HtcdsField, List<String>> values = new EnumMap<>(HtcdsField.class);
        values.put(HtcdsField.FIRST_NAME, List.of(any(FIRST)));
        for (HtcdsField field : HtcdsField.values()) {
            if (random.nextInt(4) > 0) {
                values.put(field, values(field));
            }
        }
        return new HtcdsRecord(row, values);
    }

    private List<String> values(HtcdsField field) {
        return switch (field.kind()) {
            case TEXT ->
                List.of(
                        field == HtcdsField.FIRST_NAME
                                ? any(FIRST)
                                : field == HtcdsField.SECOND_NAME ? any(SECOND) : any(TEXTS));
            case LONG_TEXT -> List.of(any(TEXTS) + " " + any(SECOND).repeat(random.nextInt(200)));
            case DATE ->
                List.of(
                        field == HtcdsField.BIRTHDATE
                                ? LocalDate.of(1950, 1, 1)
                                        .plusDays(random.nextInt(20_000))
                                        .toString()
                                : LocalDate.of(2020, 1, 1)
                                        .plusDays(random.nextInt(2_000))
                                        .toString());
            case BOOLEAN -> List.of(random.nextBoolean() ? "TRUE" : "FALSE");
            case CODE -> List.of(any(codes.of(field)).code());
            case CODES, CITIZENSHIP -> several(codes.of(field));
            case PHONE -> List.of("+961" + (1_000_000 + random.nextInt(9_000_000)));
            case EMAIL -> List.of("invented" + random.nextInt(1000) + "@example.org");
        };
    }

    private List<String> several(List<Choice> choices) {
        var shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().limit(1 + random.nextInt(4)).map(Choice::code).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
