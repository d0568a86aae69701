package masar.detention.internal;

import java.util.UUID;
import masar.detention.ProtectionRequest.Draft;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;

/** What the form of a request posts; {@code again} is the id of the earlier one. */
public record RequestForm(
        @Nullable String kind,
        @Nullable String addressee,
        @Nullable String authority,
        @Nullable String article,
        @Nullable String reason,
        @Nullable String again) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_REASON = 8000;

    Draft read(PackWords words) {
        var problems = new Problems()
                .oneOf("kind", kind, words.codes("protection-request"))
                .required("reason", reason)
                .atMost("reason", reason, LONGEST_REASON)
                .atMost("authority", authority, LONGEST_NAME);
        String to = told(addressee);
        String cited = told(article);
        if (to != null) {
            problems.oneOf("addressee", to, PackWords.values(words.addressees()));
        }
        if (cited != null) {
            problems.oneOf("article", cited, PackWords.values(words.articles()));
        }
        problems.refuseIfAny();
        return new Draft(
                String.valueOf(kind),
                to == null ? null : UUID.fromString(to),
                told(authority),
                cited,
                String.valueOf(reason).strip());
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "RequestForm[hidden]";
    }
}
