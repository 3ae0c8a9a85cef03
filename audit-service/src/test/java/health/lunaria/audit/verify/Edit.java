package health.lunaria.audit.verify;

import health.lunaria.safeguards.testing.Sql;
import java.util.Random;
import java.util.UUID;

/** What somebody with the database's password could do to a log, at a random place. */
enum Edit {
    LEAF_WITHOUT_ITS_HASH((tables, log, random) ->
            change(tables, "update log_leaf set leaf = ? where index = ?", newLeaf(random), leaf(log, random))),

    LEAF_AND_ITS_HASH((tables, log, random) -> {
        byte[] leaf = newLeaf(random);
        change(
                tables,
                "update log_leaf set leaf = ?, leaf_hash = sha256('\\x00'::bytea || ?) where index = ?",
                leaf,
                leaf,
                leaf(log, random));
    }),

    HASH_WITHOUT_ITS_LEAF((tables, log, random) ->
            change(tables, "update log_leaf set leaf_hash = sha256(leaf_hash) where index = ?", leaf(log, random))),

    LEAF_DELETED((tables, log, random) -> change(tables, "delete from log_leaf where index = ?", leaf(log, random))),

    LEAF_DELETED_AND_THE_REST_MOVED((tables, log, random) -> {
        long place = leaf(log, random);
        change(tables, "delete from log_leaf where index = ?", place);
        tables.sql().change("update log_leaf set index = -index where index > ?", place);
        tables.sql().change("update log_leaf set index = -index - 1 where index < 0");
        change(tables, "update log_head set size = size - 1");
    }),

    TWO_LEAVES_SWAPPED((tables, log, random) -> {
        long one = leaf(log, random);
        long other = (one + 1 + random.nextInt(log.size() - 1)) % log.size();
        change(tables, "update log_leaf set index = -1 - index where index = ?", one);
        change(tables, "update log_leaf set index = ? where index = ?", one, other);
        change(tables, "update log_leaf set index = ? where index < 0", other);
    }),

    EVENT_ID_CHANGED((tables, log, random) -> change(
            tables,
            "update log_leaf set event_id = ? where index = ?",
            new UUID(8, random.nextLong()),
            publishedLeaf(log, random))),

    TIME_CHANGED((tables, log, random) -> change(
            tables,
            "update log_leaf set integrated_at = integrated_at - interval '1 hour' where index = ?",
            publishedLeaf(log, random))),

    TIME_INFINITE((tables, log, random) -> change(
            tables, "update log_leaf set integrated_at = 'infinity' where index = ?", publishedLeaf(log, random))),

    LEAF_MOVED_FAR_AWAY((tables, log, random) ->
            change(tables, "update log_leaf set index = 9223372036854775807 where index = ?", leaf(log, random))),

    PUBLICATION_MOVED_FAR_AWAY(
            (tables, log, random) -> change(tables, "update log_publication set size = 9223372036854775807")),

    LEAF_ADDED((tables, log, random) -> {
        byte[] leaf = newLeaf(random);
        change(
                tables,
                "insert into log_leaf (index, event_id, leaf, leaf_hash) values (?, ?, ?, sha256('\\x00'::bytea || ?))",
                (long) log.size(),
                new UUID(8, 0),
                leaf,
                leaf);
    }),

    NODE_CHANGED((tables, log, random) ->
            change(tables, "update log_node set hash = sha256(hash) where index = ?", node(log, random))),

    NODE_DELETED((tables, log, random) -> change(tables, "delete from log_node where index = ?", node(log, random))),

    NODE_ADDED((tables, log, random) -> change(
            tables,
            "insert into log_node (level, index, hash) values (?, ?, sha256('x'))",
            1 + random.nextInt(7),
            (long) log.size() / 256 + random.nextInt(100))),

    CHECKPOINT_ROOT_CHANGED((tables, log, random) ->
            change(tables, "update log_checkpoint set root = sha256(root) where size = ?", checkpoint(log, random))),

    CHECKPOINT_NOTE_CHANGED((tables, log, random) -> {
        int size = checkpoint(log, random);
        StringBuilder note = new StringBuilder(log.key().checkpoint(TestLogKey.ORIGIN, size, log.root(size)));
        int place = random.nextInt(note.length());
        note.setCharAt(place, note.charAt(place) == 'A' ? 'B' : 'A');
        change(tables, "update log_checkpoint set note = ? where size = ?", note.toString(), size);
    }),

    CHECKPOINT_TIME_CHANGED((tables, log, random) ->
            change(tables, "update log_checkpoint set published_at = now() where size = ?", checkpoint(log, random))),

    CHECKPOINT_DELETED((tables, log, random) ->
            change(tables, "delete from log_checkpoint where size = ?", checkpoint(log, random))),

    CHECKPOINT_SIGNED_BY_ANOTHER((tables, log, random) -> {
        int size = checkpoint(log, random);
        change(
                tables,
                "update log_checkpoint set note = ? where size = ?",
                TestLogKey.number(99).checkpoint(TestLogKey.ORIGIN, size, log.root(size)),
                size);
    }),

    CHECKPOINT_OF_A_FORK_SIGNED_BY_THE_LOG((tables, log, random) -> {
        int size = checkpoint(log, random);
        byte[] root = log.forkedAt(random.nextInt(size)).root(size);
        change(
                tables,
                "update log_checkpoint set root = ?, note = ? where size = ?",
                root,
                log.key().checkpoint(TestLogKey.ORIGIN, size, root),
                size);
    }),

    CHECKPOINT_ADDED_BY_THE_LOGS_KEY((tables, log, random) -> {
        int size = newCheckpoint(log, random);
        change(
                tables,
                "insert into log_checkpoint (size, root, note) values (?, ?, ?)",
                size,
                log.root(size),
                log.key().checkpoint(TestLogKey.ORIGIN, size, log.root(size)));
    }),

    FORKED_AND_SIGNED_BY_ANOTHER((tables, log, random) ->
            tables.store(log.forkedAt(random.nextInt(log.published())).signedBy(TestLogKey.number(99)))),

    FORKED_AND_SIGNED_BY_THE_LOG((tables, log, random) -> tables.store(log.forkedAt(random.nextInt(log.published())))),

    FORKED_GROWN_AND_SIGNED_BY_THE_LOG((tables, log, random) -> {
        int more = 1 + random.nextInt(300);
        tables.store(log.forkedAt(random.nextInt(log.published())).grownBy(more, log.size() + more));
    }),

    CUT_TO_AN_OLDER_CHECKPOINT((tables, log, random) ->
            tables.store(log.cutTo(log.checkpoints().headSet(log.published()).last()))),

    HEAD_MOVED(
            (tables, log, random) -> change(tables, "update log_head set size = ?", (long) random.nextInt(log.size()))),

    HEAD_DELETED((tables, log, random) -> change(tables, "delete from log_head")),

    PUBLICATION_MOVED((tables, log, random) ->
            change(tables, "update log_publication set size = ?", (long) random.nextInt(log.published()))),

    PUBLICATION_DELETED((tables, log, random) -> change(tables, "delete from log_publication")),

    SOURCE_CHANGED((tables, log, random) ->
            change(tables, "update log_source set leaves = ?", (long) random.nextInt(log.size()))),

    SOURCE_DELETED((tables, log, random) -> change(tables, "delete from log_source")),

    STATEMENT_DELETED((tables, log, random) -> change(tables, "delete from outbox_statement")),

    STATEMENT_SET_BACK((tables, log, random) -> change(
            tables,
            "update outbox_statement set recorded = recorded - 2, delivered = delivered - 2, logged = logged - 2")),

    OUTBOX_EMPTIED((tables, log, random) ->
            change(tables, "update outbox_statement set waiting = ?", (long) random.nextInt(5))),

    OUTBOX_DELIVERED_WITHOUT_BEING_LOGGED((tables, log, random) -> change(
            tables, "update outbox_statement set recorded = recorded + 3, delivered = delivered + 3, logged = logged")),

    RECORD_DELETED((tables, log, random) -> change(tables, "delete from log_verification")),

    RECORD_EMPTIED((tables, log, random) -> change(tables, "update log_verification set sealed = null")),

    RECORD_CHANGED((tables, log, random) -> {
        int bit = random.nextInt(2000);
        change(tables, "update log_verification set sealed = set_bit(sealed, ?, 1 - get_bit(sealed, ?))", bit, bit);
    });

    private final Hand hand;

    Edit(Hand hand) {
        this.hand = hand;
    }

    void doTo(TestLogTables tables, TestLog log, Random random) {
        hand.edit(tables, log, random);
    }

    private interface Hand {
        void edit(TestLogTables tables, TestLog log, Random random);
    }

    private static void change(TestLogTables tables, String sql, Object... parameters) {
        Sql database = tables.sql();
        if (database.change(sql, parameters) != 1) {
            throw new IllegalStateException("One row is changed");
        }
    }

    private static long leaf(TestLog log, Random random) {
        return random.nextInt(log.size());
    }

    private static long publishedLeaf(TestLog log, Random random) {
        return random.nextInt(log.published());
    }

    private static long node(TestLog log, Random random) {
        return random.nextInt(log.published() / 256);
    }

    private static int checkpoint(TestLog log, Random random) {
        return log.checkpoints().stream()
                .skip(random.nextInt(log.checkpoints().size()))
                .findFirst()
                .orElseThrow();
    }

    private static int newCheckpoint(TestLog log, Random random) {
        int size = 1 + random.nextInt(log.published() - 1);
        return log.checkpoints().contains(size) ? newCheckpoint(log, random) : size;
    }

    private static byte[] newLeaf(Random random) {
        return TestLog.leaf(2_000_000 + random.nextInt(1_000_000));
    }
}
