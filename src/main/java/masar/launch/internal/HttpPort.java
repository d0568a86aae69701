package masar.launch.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import masar.launch.CannotStart;

/** The port that browsers call. */
public final class HttpPort {

    private HttpPort() {}

    /** Refuses with a clear message when another program listens on this port. Port 0 means any free one. */
    public static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new CannotStart(
                    "port " + port + " is in use by another program.",
                    "stop that program, or choose another port: ./run --port " + (port + 1),
                    taken);
        }
    }
}
