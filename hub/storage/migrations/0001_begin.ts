/** The tables a desk begins with. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const begin: Migration = {
  name: '0001_begin',
  up(db) {
    db.exec(`
      CREATE TABLE desk (
        one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, epoch INTEGER NOT NULL, head INTEGER NOT NULL, state TEXT NOT NULL
      ) STRICT;
      CREATE TABLE epoch_line (
        epoch INTEGER PRIMARY KEY, parent INTEGER NOT NULL, from_seq INTEGER NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE stream (
        id TEXT PRIMARY KEY, actor TEXT NOT NULL, key TEXT NOT NULL, acked INTEGER NOT NULL, chain TEXT NOT NULL,
        closed_seq INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE op (
        seq INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, stream TEXT NOT NULL, n INTEGER NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,
        sig BLOB NOT NULL, kind TEXT NOT NULL, v INTEGER NOT NULL, subject TEXT NOT NULL, cmd_id TEXT NOT NULL, body BLOB, blob TEXT NOT NULL,
        salt BLOB, digest TEXT NOT NULL, claimed_at TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, code TEXT NOT NULL,
        reason TEXT NOT NULL, actor TEXT NOT NULL,
        UNIQUE (stream, n), UNIQUE (cmd_id)
      ) STRICT;
      CREATE INDEX op_subject ON op (subject, kind, seq);
      CREATE TABLE blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
      -- Uploads under way, a row a piece: writing the whole again with each piece took minutes for a long book.
      CREATE TABLE blob_piece (name TEXT NOT NULL, place INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, place)) STRICT;
      CREATE TABLE client (doc TEXT NOT NULL, client INTEGER NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (doc, client)) STRICT, WITHOUT ROWID;
      CREATE TABLE article (
        id TEXT PRIMARY KEY, state TEXT NOT NULL, edition_state TEXT NOT NULL, due_at TEXT NOT NULL, slug TEXT NOT NULL, address TEXT NOT NULL,
        category TEXT NOT NULL
      ) STRICT;
      CREATE INDEX article_due ON article (due_at) WHERE due_at <> '';
      CREATE INDEX article_slug ON article (slug) WHERE slug <> '';
      CREATE UNIQUE INDEX article_address ON article (address) WHERE address <> '';
      CREATE TABLE document (article TEXT PRIMARY KEY, state BLOB NOT NULL, upto_seq INTEGER NOT NULL) STRICT;
      CREATE TABLE version (hash TEXT PRIMARY KEY, article TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
      -- The bytes stand last: what lists ask for is then found without reading through them.
      CREATE TABLE record (
        place INTEGER PRIMARY KEY, article TEXT NOT NULL, edition INTEGER NOT NULL, number INTEGER NOT NULL, version TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE, feed_id TEXT NOT NULL, settings TEXT NOT NULL, address TEXT NOT NULL, category TEXT NOT NULL,
        published_at TEXT NOT NULL, month TEXT NOT NULL, current INTEGER NOT NULL,
        kind TEXT NOT NULL GENERATED ALWAYS AS (json_extract(CAST(bytes AS TEXT), '$.article.kind')) STORED,
        bytes BLOB NOT NULL,
        UNIQUE (article, edition)
      ) STRICT;
      CREATE INDEX record_number ON record (number, place);
      CREATE INDEX record_month ON record (month, number);
      CREATE INDEX record_category ON record (category, number);
      CREATE INDEX record_address ON record (address, article);
      CREATE INDEX record_kind ON record (kind, place);
      CREATE INDEX record_current ON record (place) WHERE current = 1;
      CREATE TABLE queue (
        id TEXT PRIMARY KEY, sequence INTEGER NOT NULL, article TEXT NOT NULL, edition INTEGER NOT NULL, destination TEXT NOT NULL,
        action TEXT NOT NULL, state TEXT NOT NULL, detail TEXT NOT NULL, attempts INTEGER NOT NULL, due_at TEXT NOT NULL,
        changed_at TEXT NOT NULL, subject_hash TEXT NOT NULL, files_written INTEGER NOT NULL,
        UNIQUE (destination, sequence)
      ) STRICT;
      CREATE INDEX queue_state ON queue (state, due_at);
      CREATE INDEX queue_turn ON queue (destination, state, sequence);
      CREATE TABLE intent (
        key TEXT PRIMARY KEY, entry TEXT NOT NULL, destination TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL, plan TEXT NOT NULL
      ) STRICT;
      CREATE TABLE site_file (
        destination TEXT NOT NULL, path TEXT NOT NULL, inputs TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (destination, path)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE site_state (
        destination TEXT PRIMARY KEY, folder TEXT NOT NULL, place INTEGER NOT NULL, made TEXT NOT NULL, sequence INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE settings (hash TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
      CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

      -- [WF2] What was approved and what was published never changes; current is the one column that moves.
      CREATE TRIGGER version_fixed BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
      CREATE TRIGGER version_kept BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'a version is never removed'); END;
      CREATE TRIGGER record_fixed BEFORE UPDATE OF place, article, edition, number, version, digest, bytes, feed_id, settings, address,
        category, published_at, month ON record BEGIN SELECT RAISE(ABORT, 'an entry of the record never changes'); END;
      CREATE TRIGGER record_kept BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'an entry of the record is never removed'); END;
      CREATE TRIGGER queue_kept BEFORE DELETE ON queue BEGIN SELECT RAISE(ABORT, 'a queue entry is never removed'); END;
    `)
  },
}
