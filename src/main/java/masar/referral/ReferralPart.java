package masar.referral;

/**
 * A page that a module adds to each accepted referral, for its receiver.
 *
 * @param key message key of its name
 * @param path last part of its address, {@code /referrals/{id}/path}
 */
public record ReferralPart(String key, String path) {}
