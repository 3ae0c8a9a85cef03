package health.lunaria.launcher.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The part of a backup that stands in clear, version 1; numbers are big-endian:
 *
 * <pre>
 * "LUNARIA-BACKUP"(14) | version(1) | kind(1) | stack(16) | taken at, ms(8) | retained until, ms, 0 if not locked(8)
 *   | length(2) | KMS key(ASCII) | length(2) | wrapped data key
 * </pre>
 *
 * All of it is associated data of what follows, and what the first line says is the encryption context of the data key in
 * KMS: a header that was changed opens nothing. There is one way to write a header.
 *
 * @param stack which stack's it is
 * @param takenAt in whole milliseconds
 * @param retainedUntil before that it is neither deleted nor overwritten
 */
record BackupHeader(
        BackupKind kind,
        UUID stack,
        Instant takenAt,
        Optional<Instant> retainedUntil,
        String kmsKeyId,
        byte[] wrapped) {

    static final byte VERSION_1 = 1;
    static final int MAX_KEY_ID = 256;
    static final int MAX_WRAPPED = 6144;

    private static final byte[] MAGIC = "LUNARIA-BACKUP".getBytes(StandardCharsets.US_ASCII);
    /** The year 9999: no clock of ours shows more. */
    private static final long MAX_MILLIS = 253_402_300_799_999L;

    /** @throws RefusedBackupException if this is no header that could be written */
    BackupHeader {
        if (!isTime(takenAt)
                || retainedUntil.filter(until -> !until.isAfter(takenAt)).isPresent()) {
            throw new RefusedBackupException("The header names a time that cannot be");
        }
        if (retainedUntil.filter(until -> !isTime(until)).isPresent()) {
            throw new RefusedBackupException("The header names a time that cannot be");
        }
        if (kmsKeyId.isEmpty()
                || kmsKeyId.length() > MAX_KEY_ID
                || !kmsKeyId.chars().allMatch(BackupHeader::isShown)) {
            throw new RefusedBackupException("The header names no key");
        }
        if (wrapped.length == 0 || wrapped.length > MAX_WRAPPED) {
            throw new RefusedBackupException("The header holds no wrapped key");
        }
        wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
        return wrapped.clone();
    }

    private static boolean isTime(Instant time) {
        return time.toEpochMilli() > 0
                && time.toEpochMilli() <= MAX_MILLIS
                && Instant.ofEpochMilli(time.toEpochMilli()).equals(time);
    }

    private static boolean isShown(int character) {
        return character > 0x20 && character < 0x7f;
    }

    /** What the data key is bound to in KMS. */
    static Map<String, String> context(BackupKind kind, UUID stack, Instant takenAt, Optional<Instant> retainedUntil) {
        Map<String, String> context = new TreeMap<>();
        context.put("purpose", "lunaria-backup");
        context.put("kind", kind.name());
        context.put("stack", stack.toString());
        context.put("taken-at", takenAt.toString());
        retainedUntil.ifPresent(until -> context.put("retained-until", until.toString()));
        return context;
    }

    Map<String, String> context() {
        return context(kind, stack, takenAt, retainedUntil);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeByte(VERSION_1);
            out.writeByte(kind.code());
            out.writeLong(stack.getMostSignificantBits());
            out.writeLong(stack.getLeastSignificantBits());
            out.writeLong(takenAt.toEpochMilli());
            out.writeLong(retainedUntil.map(Instant::toEpochMilli).orElse(0L));
            out.writeShort(kmsKeyId.length());
            out.write(kmsKeyId.getBytes(StandardCharsets.US_ASCII));
            out.writeShort(wrapped.length);
            out.write(wrapped);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a header and nothing behind it.
     *
     * @throws RefusedBackupException if there is none, or one of a version that is not known here
     */
    static BackupHeader read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(source);
        try {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new RefusedBackupException("It is no backup of Lunaria");
            }
            if (in.readByte() != VERSION_1) {
                throw new RefusedBackupException("It was written by a newer version of Lunaria");
            }
            BackupKind kind = BackupKind.of(in.readByte())
                    .orElseThrow(() -> new RefusedBackupException("It is of an unknown kind"));
            UUID stack = new UUID(in.readLong(), in.readLong());
            Instant takenAt = Instant.ofEpochMilli(in.readLong());
            long until = in.readLong();
            Optional<Instant> retainedUntil = until == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
            String kmsKeyId = new String(bytes(in, MAX_KEY_ID), StandardCharsets.ISO_8859_1);
            return new BackupHeader(kind, stack, takenAt, retainedUntil, kmsKeyId, bytes(in, MAX_WRAPPED));
        } catch (EOFException tooShort) {
            throw new RefusedBackupException("It ends within its header", tooShort);
        }
    }

    private static byte[] bytes(DataInputStream in, int max) throws IOException {
        int length = in.readUnsignedShort();
        if (length > max) {
            throw new RefusedBackupException("Its header is too long");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackupHeader header && Arrays.equals(encode(), header.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    @Override
    public String toString() {
        return "BackupHeader[" + kind + " of " + takenAt + "]";
    }
}
