package masar.referral.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import masar.country.CountryPack;
import masar.shared.LocalizedText;

/** Says the codes of a packet in the reader's language. */
record PacketWords(CountryPack pack) {

    Map<String, LocalizedText> say(Map<String, String> packet) {
        var said = new LinkedHashMap<String, LocalizedText>();
        for (String part : Packet.PARTS) {
            String value = packet.get(part);
            if (value != null) {
                said.put(part, text(part, value));
            }
        }
        return said;
    }

    private LocalizedText text(String part, String value) {
        return switch (part) {
            case "age" -> pack.wordList("age-status").text(value);
            case "gender" -> pack.wordList("gender").text(value);
            case "nationality" ->
                inEach(locale -> Arrays.stream(value.split(" "))
                        .map(code ->
                                new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
                        .collect(Collectors.joining(", ")));
            case "language" -> inEach(locale -> Locale.forLanguageTag(value).getDisplayLanguage(locale));
            default -> LocalizedText.same(value);
        };
    }

    private static LocalizedText inEach(Saying saying) {
        return new LocalizedText(
                saying.in(Locale.forLanguageTag("ar")), saying.in(Locale.FRENCH), saying.in(Locale.ENGLISH));
    }

    private interface Saying {
        String in(Locale locale);
    }
}
