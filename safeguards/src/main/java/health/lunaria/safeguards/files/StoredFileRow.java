package health.lunaria.safeguards.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Where a file is in its life. The row is there before its object and goes after it. */
@Entity
@Table(name = "stored_file")
class StoredFileRow {

    /** Stand in stored data: never rename one. */
    static final String UPLOADING = "uploading";

    static final String STORED = "stored";
    static final String DELETED = "deleted";

    @Id
    String id;

    @Column(name = "subject_ref", updatable = false)
    byte[] subjectRef;

    @Column(updatable = false)
    String purpose;

    String state;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** When the file is to be deleted without anybody asking for it; {@code null}: never. */
    @Column(name = "expires_at")
    Instant expiresAt;

    /** The length in clear; {@code null} before the file is stored. */
    byte[] sealed;

    protected StoredFileRow() {}

    StoredFileRow(FileId id, byte[] subjectRef, String purpose, Instant createdAt, Instant expiresAt) {
        this.id = id.text();
        this.subjectRef = subjectRef;
        this.purpose = purpose;
        this.state = UPLOADING;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }
}
