package masar.documents.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import masar.documents.Scanner;
import masar.launch.CannotStart;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks ClamAV's daemon over its socket (command INSTREAM: chunks, each after its length in four bytes, ended by an empty
 * one). Whatever is not a clear "OK" refuses the file.
 */
@Component
class ClamAv implements Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
    private static final byte[] COMMAND = Signatures.bytes("zINSTREAM\0");
    private static final int CHUNK = 65_536;
    private static final int ANSWER = 1024;

    private final @Nullable InetSocketAddress daemon;
    private final int patience;

    /** With {@code HOST:PORT} of the daemon, or nothing, and how long an answer may take. */
    ClamAv(@Value("${masar.clamav:}") String address, @Value("${masar.clamav-patience:PT60S}") Duration patience) {
        this.daemon = address.isBlank() ? null : daemon(address.strip());
        this.patience = Math.toIntExact(patience.toMillis());
    }

    private static InetSocketAddress daemon(String address) {
        int colon = address.lastIndexOf(':');
        try {
            return InetSocketAddress.createUnresolved(
                    address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new CannotStart(
                    "the address of ClamAV is not HOST:PORT: " + address,
                    "for example --clamav localhost:3310 (TCPSocket in clamd.conf)",
                    wrong);
        }
    }

    @Override
    public boolean isConfigured() {
        return daemon != null;
    }

    @Override
    public void refuseMalware(byte[] content) {
        if (daemon == null) {
            return;
        }
        String answer;
        try {
            answer = ask(daemon, content);
        } catch (IOException away) {
            LOG.error("ClamAV does not answer: {}", away.toString());
            throw Refused.because("documents.refused.scanner.away");
        }
        if (answer.endsWith(" FOUND")) {
            throw Refused.because("documents.refused.malware");
        }
        if (!answer.equals("stream: OK")) {
            LOG.error("ClamAV could not scan: {}", answer);
            throw Refused.because("documents.refused.scanner.away");
        }
    }

    private String ask(InetSocketAddress address, byte[] content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), Math.min(patience, 5000));
            socket.setSoTimeout(patience);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            for (int at = 0; at < content.length; at += CHUNK) {
                int length = Math.min(CHUNK, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
            byte[] said = socket.getInputStream().readNBytes(ANSWER);
            return new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }
}
