package masar.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a check of a trail came to.
 *
 * @param newest the newest head that is rightly signed
 * @param finding the first thing that is wrong; empty when the trail is sound
 * @param remarks what a reader should know besides, in English
 */
public record TrailVerdict(
        long entries, int heads, Optional<SealedHead> newest, Optional<Finding> finding, List<String> remarks) {

    public boolean isSound() {
        return finding.isEmpty();
    }
}
