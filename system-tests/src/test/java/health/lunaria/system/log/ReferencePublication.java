package health.lunaria.system.log;

import health.lunaria.launcher.proof.NoteSigner;
import health.lunaria.launcher.proof.ReferenceLog;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A reference log at one size, served as files. */
record ReferencePublication(NoteSigner signer, ReferenceLog log, int size) implements PublishedLog {

    @Override
    public byte[] read(String path) {
        if (path.equals("key")) {
            return (signer.verifierKey() + "\n").getBytes(StandardCharsets.UTF_8);
        }
        if (path.equals("checkpoint")) {
            return log.checkpoint(size).getBytes(StandardCharsets.UTF_8);
        }
        TilePath tile = TilePath.parse(path);
        if ((tile.number() * ReferenceLog.TILE_WIDTH + tile.width()) << (8 * Math.max(tile.level(), 0)) > size) {
            throw new IllegalStateException("There is no such tile");
        }
        return tile.isEntries() ? entries(tile) : hashes(tile);
    }

    private byte[] hashes(TilePath tile) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        slice(log.level(8 * tile.level()), tile).forEach(content::writeBytes);
        return content.toByteArray();
    }

    private byte[] entries(TilePath tile) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = 0; i < tile.width(); i++) {
            byte[] leaf = log.leaf((int) tile.number() * ReferenceLog.TILE_WIDTH + i);
            content.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) leaf.length).array());
            content.writeBytes(leaf);
        }
        return content.toByteArray();
    }

    private static List<byte[]> slice(List<byte[]> hashes, TilePath tile) {
        int first = (int) tile.number() * ReferenceLog.TILE_WIDTH;
        return hashes.subList(first, first + tile.width());
    }
}
