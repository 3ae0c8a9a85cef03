package health.lunaria.launcher.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./lunaria verify}. It needs nothing that runs, no network and no state.
 *
 * <p>Exit codes: 0 the proof holds, 1 it does not, 2 called wrongly (also with a file that cannot be read, or a key that
 * is none).
 */
public final class VerifyCommand {

    public static final String USAGE = "verify PROOF --key FILE|KEY [--witness FILE|KEY]...";

    private static final String STANDARD_INPUT = "-";
    private static final int MAX_KEY_LENGTH = 1024;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    public VerifyCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public int run(List<String> arguments) {
        String proof = null;
        VerifierKey log = null;
        List<VerifierKey> witnesses = new ArrayList<>();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                boolean hasNext = i + 1 < arguments.size();
                if (argument.equals("--key") && log == null && hasNext) {
                    log = key(arguments.get(++i), VerifierKey.Use.LOG);
                } else if (argument.equals("--witness") && hasNext) {
                    witnesses.add(key(arguments.get(++i), VerifierKey.Use.WITNESS));
                } else if (proof == null && (argument.equals(STANDARD_INPUT) || !argument.startsWith("-"))) {
                    proof = argument;
                } else {
                    return usage(USAGE);
                }
            }
            return proof == null || log == null ? usage(USAGE) : verify(read(proof), log, witnesses);
        } catch (IOException unreadable) {
            return usage("the proof or a key could not be read");
        } catch (IllegalArgumentException noKey) {
            return usage(noKey.getMessage());
        }
    }

    private static VerifierKey key(String fileOrKey, VerifierKey.Use use) throws IOException {
        Path file = Path.of(fileOrKey);
        if (!Files.exists(file)) {
            return VerifierKey.parse(fileOrKey, use);
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] line = content.readNBytes(MAX_KEY_LENGTH + 1);
            if (line.length > MAX_KEY_LENGTH) {
                throw new IllegalArgumentException("a key's file holds one line, the key");
            }
            return VerifierKey.parse(new String(line, StandardCharsets.UTF_8).strip(), use);
        }
    }

    /** One byte more than a proof may have is read, so that one that is too large is refused as such. */
    private byte[] read(String proof) throws IOException {
        if (proof.equals(STANDARD_INPUT)) {
            return in.readNBytes(Proof.MAX_LENGTH + 1);
        }
        try (InputStream file = Files.newInputStream(Path.of(proof))) {
            return file.readNBytes(Proof.MAX_LENGTH + 1);
        }
    }

    private int verify(byte[] proof, VerifierKey log, List<VerifierKey> witnesses) {
        try {
            out.println(Report.of(new Verifier(log, witnesses).verify(proof)));
            return 0;
        } catch (RefusedException refused) {
            out.println(Report.of(refused, !witnesses.isEmpty()));
            return 1;
        }
    }

    private int usage(String message) {
        err.println("lunaria: " + message);
        return 2;
    }
}
