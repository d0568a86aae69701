package masar.audit.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Writes a trail as JSON lines: what it is, the public keys, the heads with their traces, then each entry in its canonical
 * form followed by its leaf, in the order of the tree, and an end. A file without the end is not whole.
 */
public final class TrailWriter {

    private static final HexFormat HEX = HexFormat.of();

    private final OutputStream out;
    private long position;

    public TrailWriter(OutputStream out, Instant at) throws IOException {
        this.out = out;
        line("{\"masar-audit\":1,\"exported\":\"" + EntryLine.moment(at) + "\"}");
    }

    public void key(String id, byte[] publicKey) throws IOException {
        line("{\"key\":\"" + id + "\",\"public\":\"" + Base64.getEncoder().encodeToString(publicKey) + "\"}");
    }

    public void head(Head head, byte[] tags) throws IOException {
        line("{\"head\":" + head.signedText() + ",\"signature\":\"" + HEX.formatHex(head.signature()) + "\",\"tags\":\""
                + HEX.formatHex(tags) + "\"}");
    }

    public void entry(byte[] canonical, long number, byte[] hash) throws IOException {
        out.write(canonical);
        out.write('\n');
        line("{\"leaf\":" + position + ",\"entry\":" + number + ",\"hash\":\"" + HEX.formatHex(hash) + "\"}");
        position++;
    }

    public long end() throws IOException {
        line("{\"end\":" + position + "}");
        out.flush();
        return position;
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
