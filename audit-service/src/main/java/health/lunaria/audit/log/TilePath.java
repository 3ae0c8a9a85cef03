package health.lunaria.audit.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile is asked for (C2SP tlog-tiles).
 *
 * @param level of the hashes, or {@value #ENTRIES} for the entries themselves
 * @param index of the tile in its level
 * @param width how many hashes or entries; 1 to 256
 */
record TilePath(int level, long index, int width) {

    static final int ENTRIES = -1;

    private static final Pattern FORM = Pattern.compile(
            "(?<level>entries|0|[1-9][0-9]?)/(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    /** @return empty when the text is no path of a tile, or not the only way to write it */
    static Optional<TilePath> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group("index").startsWith("x000/")) {
            return Optional.empty();
        }
        String level = form.group("level");
        String width = form.group("width");
        TilePath path = new TilePath(
                level.equals("entries") ? ENTRIES : Integer.parseInt(level),
                Long.parseLong(form.group("index").replaceAll("[x/]", "")),
                width == null ? HashRun.TILE_WIDTH : Integer.parseInt(width));
        boolean isPartial = width != null;
        return isPartial && path.width >= HashRun.TILE_WIDTH || path.level >= HashRun.LEVELS
                ? Optional.empty()
                : Optional.of(path);
    }

    /** Whether a tree of so many leaves has all of it. */
    boolean isWithin(long size) {
        return hashes().end() <= size >> hashes().level() * HashRun.TILE_HEIGHT;
    }

    /** What stands in it; of entries, the place of their leaves. */
    HashRun hashes() {
        return new HashRun(Math.max(level, 0), index * HashRun.TILE_WIDTH, width);
    }
}
