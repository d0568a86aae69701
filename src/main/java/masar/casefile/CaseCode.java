package masar.casefile;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code of a case: eight random characters of Crockford's base 32 and a check character, written in two groups. Tells
 * neither time nor number; letters that are easily confused do not occur.
 */
public final class CaseCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 8;

    private CaseCode() {}

    public static String random() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return format(code.toString() + check(code));
    }

    /** Whether a typed code can be one: right length, known characters, right check character. */
    public static boolean isPossible(String typed) {
        String code = tidy(typed);
        return code.length() == LENGTH + 1
                && code.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                && code.charAt(LENGTH) == check(code.substring(0, LENGTH));
    }

    /** The code as it is kept, from how people type it: small letters, no dash, O for zero, I or L for one. */
    public static String tidy(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Two groups, as it is shown; what is too short for two stays as it is. */
    public static String format(String tidy) {
        return tidy.length() <= 4 ? tidy : tidy.substring(0, 4) + "-" + tidy.substring(4);
    }

    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum = (sum * 7 + ALPHABET.indexOf(code.charAt(i)) + 1) % 31;
        }
        return ALPHABET.charAt(sum);
    }
}
