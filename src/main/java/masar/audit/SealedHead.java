package masar.audit;

import java.time.Instant;

/**
 * A signed statement of everything the trail held at one moment.
 *
 * @param size how many entries it covers
 * @param key which key signed
 * @param text one word that a second body keeps, on paper or as a picture, and hands to {@code audit verify --head}
 */
public record SealedHead(long size, Instant at, String key, String text) {}
