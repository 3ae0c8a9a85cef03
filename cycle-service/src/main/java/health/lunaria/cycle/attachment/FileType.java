package health.lunaria.cycle.attachment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The types of files that can be attached, each known by how its content begins. In JSON by media type, which stands in
 * stored data: never rename one. The signatures are those of ISO/IEC 10918-1 (JPEG), the PNG specification section 5.2,
 * RFC 9649 (WebP), ISO/IEC 23008-12 (HEIF) and ISO 32000-2 (PDF).
 */
public enum FileType {
    JPEG("image/jpeg") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 0, 0xFF, 0xD8, 0xFF) && head.length > 3 && isJpegMarker(head[3] & 0xFF);
        }

        /** A frame, a table, an application's data or a comment: what can follow the start of an image. */
        private boolean isJpegMarker(int marker) {
            return marker >= 0xC0 && marker <= 0xCF || marker >= 0xDB && marker <= 0xEF || marker == 0xFE;
        }
    },
    PNG("image/png") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R');
        }
    },
    WEBP("image/webp") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 0, 'R', 'I', 'F', 'F') && startsWith(head, 8, 'W', 'E', 'B', 'P', 'V', 'P', '8');
        }
    },
    HEIC("image/heic") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 4, 'f', 't', 'y', 'p')
                    && head.length >= 12
                    && isBoxLength(ByteBuffer.wrap(head).getInt())
                    && HEIC_BRANDS.contains(new String(head, 8, 4, StandardCharsets.ISO_8859_1));
        }

        /** Length, name, brand, version, and the compatible brands of 4 bytes each: a text in its place is far longer. */
        private boolean isBoxLength(int length) {
            return length >= 16 && length <= 256 && length % 4 == 0;
        }
    },
    PDF("application/pdf") {
        @Override
        boolean begins(byte[] head) {
            return startsWith(head, 0, '%', 'P', 'D', 'F', '-')
                    && head.length >= 8
                    && (head[5] == '1' || head[5] == '2')
                    && head[6] == '.'
                    && Character.isDigit(head[7]);
        }
    };

    /** How much of the content is enough to tell. */
    static final int HEAD_LENGTH = 32;

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract boolean begins(byte[] head);

    @JsonValue
    public String mediaType() {
        return mediaType;
    }

    /** @throws IllegalArgumentException if there is none */
    @JsonCreator
    static FileType ofStored(String mediaType) {
        return declared(mediaType).orElseThrow(() -> new IllegalArgumentException("No type of files has this name"));
    }

    /** By the value of a {@code Content-Type} header; empty for types that cannot be attached. */
    static Optional<FileType> declared(String contentType) {
        String essence =
                contentType == null ? "" : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(essence))
                .findFirst();
    }

    private static boolean startsWith(byte[] head, int offset, int... expected) {
        if (head.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((head[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
