package health.lunaria.audit.log;

import java.util.Base64;

/**
 * What the log says about itself at one time: the tree of its first so many leaves has this root (C2SP tlog-checkpoint).
 *
 * @param origin names the log
 */
record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed: three lines. */
    String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
