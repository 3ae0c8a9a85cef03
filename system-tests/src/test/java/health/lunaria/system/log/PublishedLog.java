package health.lunaria.system.log;

/** What a log serves to anyone: {@code key}, {@code checkpoint}, and {@code tile/…} as C2SP tlog-tiles names them. */
public interface PublishedLog {

    /** @throws IllegalStateException when there is no such file */
    byte[] read(String path);
}
