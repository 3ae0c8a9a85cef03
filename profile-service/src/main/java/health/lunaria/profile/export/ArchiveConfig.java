package health.lunaria.profile.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the archive of everything. */
@ConfigMapping(prefix = "lunaria.profile.export")
interface ArchiveConfig {

    /** How long the archive can be fetched. */
    @WithDefault("7d")
    Duration kept();

    /** How long fetched parts wait for the others, should the task be given up: longer than it is retried. */
    @WithDefault("6h")
    Duration partKept();

    /** Of the part of one service, compressed as well as unpacked. */
    @WithDefault("1073741824")
    long maxPartBytes();
}
