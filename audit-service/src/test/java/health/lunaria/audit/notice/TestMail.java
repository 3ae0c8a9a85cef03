package health.lunaria.audit.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** A mail server for one run of the tests; it can be taken away for a while. */
final class TestMail {

    private static TestMail running;

    private final ServerSetup setup;
    private GreenMail server;

    private TestMail() {
        setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        begin();
    }

    /** Starts it at the first call. */
    static synchronized TestMail start() {
        if (running == null) {
            running = new TestMail();
        }
        return running;
    }

    int port() {
        return setup.getPort();
    }

    /** What the address got since the server was last away. */
    synchronized List<MimeMessage> sentTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    /** Runs something while the server is away. */
    void whileAway(Runnable work) {
        end();
        try {
            work.run();
        } finally {
            begin();
        }
    }

    private synchronized void begin() {
        server = new GreenMail(setup);
        server.start();
    }

    private synchronized void end() {
        server.stop();
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equalsIgnoreCase(address));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
