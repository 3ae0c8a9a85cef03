package health.lunaria.system.log;

import health.lunaria.launcher.proof.ReferenceLog;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile or an entry bundle is found: {@code tile/<L>/<N>[.p/<W>]}, with N in groups of three digits, all but the last
 * behind an x (C2SP tlog-tiles).
 *
 * @param level 0 for the hashes of leaves; {@link #ENTRIES} for the leaves themselves
 * @param width {@value ReferenceLog#TILE_WIDTH} in a full one
 */
record TilePath(int level, long number, int width) {

    static final int ENTRIES = -1;

    private static final Pattern FORMAT =
            Pattern.compile("tile/(entries|[0-9]+)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]+))?");

    static TilePath parse(String path) {
        Matcher matcher = FORMAT.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("That is no path of a tile");
        }
        return new TilePath(
                matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2).replace("/", "").replace("x", "")),
                matcher.group(3) == null ? ReferenceLog.TILE_WIDTH : Integer.parseInt(matcher.group(3)));
    }

    /** All that a log of this size has. */
    static List<TilePath> of(long size) {
        List<TilePath> tiles = new ArrayList<>();
        addLevel(tiles, ENTRIES, size);
        int level = 0;
        for (long width = size; width > 0; width /= ReferenceLog.TILE_WIDTH) {
            addLevel(tiles, level++, width);
        }
        return tiles;
    }

    private static void addLevel(List<TilePath> tiles, int level, long hashes) {
        for (long first = 0; first < hashes; first += ReferenceLog.TILE_WIDTH) {
            int width = (int) Math.min(ReferenceLog.TILE_WIDTH, hashes - first);
            tiles.add(new TilePath(level, first / ReferenceLog.TILE_WIDTH, width));
        }
    }

    boolean isEntries() {
        return level == ENTRIES;
    }

    @Override
    public String toString() {
        StringBuilder digits = new StringBuilder(String.format("%03d", number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, String.format("x%03d/", rest % 1000));
        }
        String partial = width == ReferenceLog.TILE_WIDTH ? "" : ".p/" + width;
        return "tile/" + (isEntries() ? "entries" : level) + "/" + digits + partial;
    }
}
