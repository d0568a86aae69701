package masar.access;

import java.util.Locale;

/** How deep a grant lets somebody look: each depth holds the ones before it, except the packet, which stands alone. */
public enum Depth {
    EXISTENCE,
    SUMMARY,
    PACKET,
    FULL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
