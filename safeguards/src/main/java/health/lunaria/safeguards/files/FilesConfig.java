package health.lunaria.safeguards.files;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of stored files. {@code quarkus.s3.*} says where the object store is. */
@ConfigMapping(prefix = "lunaria.files")
interface FilesConfig {

    /** Whether this service stores files; known when it is built. The beans of this package are left out otherwise. */
    boolean enabled();

    String bucket();

    /** The KMS key under which the store encrypts what is sealed already; asked for with every object. */
    String kmsKeyId();

    /** Uploads and downloads under way at once, each: they bound threads and memory (about 5 MiB each). */
    @WithDefault("8")
    int concurrentTransfers();

    /** How long a request waits for its turn among them. */
    @WithDefault("10s")
    Duration patience();

    /** From the first to the last byte of an upload. Well below {@link #abandonedAfter}. */
    @WithDefault("10m")
    Duration uploadTimeout();

    /** An upload that began so long ago and is not finished never will be: its object is deleted. */
    @WithDefault("1h")
    Duration abandonedAfter();

    /** Pause between clean-ups. */
    @WithDefault("1m")
    Duration cleanUpEvery();

    /** Objects deleted in one clean-up. */
    @WithDefault("100")
    int cleanUpBatch();
}
