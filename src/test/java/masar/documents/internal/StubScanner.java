package masar.documents.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks ClamAV's INSTREAM as the daemon does, and gives the answer it was told to give. */
final class StubScanner implements AutoCloseable {

    /** What it does with a file. */
    enum Mood {
        CLEAN,
        FINDS,
        FULL,
        CUTS,
        SLEEPS
    }

    private final ServerSocket socket;
    volatile Mood mood = Mood.CLEAN;
    volatile long scanned;

    StubScanner() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "localhost:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket visitor = socket.accept();
                Thread.ofVirtual().start(() -> answer(visitor));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket visitor) {
        try (visitor) {
            var in = new DataInputStream(visitor.getInputStream());
            byte[] command = in.readNBytes(10);
            if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                return;
            }
            long bytes = 0;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                if (mood == Mood.CUTS) {
                    return;
                }
                bytes += in.readNBytes(length).length;
            }
            scanned = bytes;
            String said = switch (mood) {
                case CLEAN -> "stream: OK\0";
                case FINDS -> "stream: Invented.Test FOUND\0";
                case FULL -> "INSTREAM size limit exceeded. ERROR\0";
                case CUTS -> "";
                case SLEEPS -> {
                    Thread.sleep(5000);
                    yield "stream: OK\0";
                }
            };
            visitor.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException gone) {
            // the other side has gone; there is nobody to answer
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }
}
