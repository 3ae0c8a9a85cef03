package health.lunaria.safeguards.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How many bytes a body may have. */
@ConfigMapping(prefix = "lunaria.http")
interface BodyLimitsConfig {

    @WithDefault("1048576")
    long body();

    /** Of a POST to that path, a file. */
    Map<String, Long> uploads();
}
