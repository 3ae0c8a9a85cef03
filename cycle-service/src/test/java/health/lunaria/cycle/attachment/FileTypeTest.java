package health.lunaria.cycle.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @ParameterizedTest
    @EnumSource
    void knowsItsOwnBeginningAndNoOther(FileType type) {
        byte[] head = SampleFiles.of(type, FileType.HEAD_LENGTH);

        assertThat(Arrays.stream(FileType.values()).filter(other -> other.begins(head)))
                .containsExactly(type);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoBeginningThatIsCutOffOrShifted(FileType type) {
        byte[] head = SampleFiles.head(type);
        int needed = type == FileType.HEIC ? 12 : type == FileType.PDF ? 8 : head.length - 1;
        for (int length = 0; length < Math.min(needed, head.length); length++) {
            assertThat(type.begins(Arrays.copyOf(head, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
        byte[] shifted =
                ByteBuffer.allocate(head.length + 1).put((byte) ' ').put(head).array();
        assertThat(type.begins(shifted)).isFalse();
    }

    /** What would be read as a page, a script or an archive by a program that looks for it, before it is an image. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>ftypheic",
                "<!--ftypheic-->",
                "%PDFftypheic",
                "PK\3\4ftypheic",
                "MZ\0\0ftypheic",
                "#!/bin/sh\n",
                "GIF89a/*",
                "<svg xmlns=",
                "%PDF-<script>",
                "\u00ff\u00d8\u00ff<script>",
                "RIFF\0\0\0\0AVI LIST",
                "RIFF\0\0\0\0WEBP<scr",
                "\0\0\0\u0018ftypmp42",
                "\0\0\0\u0018ftypavif",
                "\u0089PNG\r\n\u001a\n<html>"
            })
    void polyglotBeginningsAndRelativesAreNothing(String beginning) {
        byte[] head = Arrays.copyOf(beginning.getBytes(StandardCharsets.ISO_8859_1), FileType.HEAD_LENGTH);

        assertThat(FileType.values()).noneMatch(type -> type.begins(head));
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, JPEG", "IMAGE/PNG, PNG", "'application/pdf; charset=binary', PDF", "' image/webp ', WEBP"})
    void readsADeclaredType(String declared, FileType type) {
        assertThat(FileType.declared(declared)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image/*", "*/*", "image/svg+xml", "text/html", "image/jpg", "image/jpeg,text/html"})
    void othersCannotBeAttached(String declared) {
        assertThat(FileType.declared(declared)).isEmpty();
        assertThat(FileType.declared(null)).isEmpty();
    }

    @Test
    void storedNamesAreStable() {
        assertThat(Arrays.stream(FileType.values()).map(FileType::mediaType))
                .containsExactly("image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf");
        assertThatIllegalArgumentException().isThrownBy(() -> FileType.ofStored("JPEG"));
    }
}
