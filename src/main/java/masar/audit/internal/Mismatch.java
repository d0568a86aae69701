package masar.audit.internal;

import java.util.Arrays;
import masar.audit.Finding;
import masar.audit.Finding.Kind;

/** The first place where an entry is not the one that was signed there; what follows tells what was done to it. */
final class Mismatch {

    private final long position;
    private final long number;
    private final long tag;
    private final boolean late;
    private final HeadChain chain;
    private long[] following = new long[64];
    private int followers;

    Mismatch(long position, long number, long tag, boolean late, HeadChain chain) {
        this.position = position;
        this.number = number;
        this.tag = tag;
        this.late = late;
        this.chain = chain;
    }

    void follow(long next) {
        if (followers == following.length) {
            following = Arrays.copyOf(following, followers * 2);
        }
        following[followers++] = next;
    }

    Finding finding() {
        boolean standsLater = chain.find(tag, position) >= 0;
        boolean signedComesLater = comesLater(chain.tag(position));
        if (standsLater && signedComesLater) {
            return new Finding(Kind.REORDERED, position, number, "the entry was signed at a later place");
        }
        if (standsLater) {
            return new Finding(
                    Kind.DELETED,
                    position,
                    -1,
                    "the entry that was signed before number " + number + " is not there any more");
        }
        if (late) {
            return new Finding(
                    Kind.BACK_DATED, position, number, "the entry was not signed, and claims an earlier time");
        }
        return signedComesLater
                ? new Finding(Kind.INSERTED, position, number, "the entry was not signed, those around it were")
                : new Finding(Kind.ALTERED, position, number, "the entry is not the one that was signed");
    }

    private boolean comesLater(long signed) {
        for (int i = 0; i < followers; i++) {
            if (following[i] == signed) {
                return true;
            }
        }
        return false;
    }
}
