/** The tables a workstation begins with. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const begin: Migration = {
  name: '0001_begin',
  up(db) {
    db.exec(`
      CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      -- Streams of this device: private keys stay in this encrypted file.
      CREATE TABLE stream (
        id TEXT PRIMARY KEY, actor TEXT NOT NULL UNIQUE, secret BLOB NOT NULL, n INTEGER NOT NULL, chain TEXT NOT NULL, acked INTEGER NOT NULL
      ) STRICT;
      -- Signed operations that have not come back in the desk's order yet.
      CREATE TABLE outbox (
        stream TEXT NOT NULL, n INTEGER NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, sig BLOB NOT NULL, kind TEXT NOT NULL, v INTEGER NOT NULL,
        subject TEXT NOT NULL, cmd_id TEXT NOT NULL, body BLOB, blob TEXT NOT NULL, salt BLOB NOT NULL, digest TEXT NOT NULL, claimed_at TEXT NOT NULL,
        PRIMARY KEY (stream, n)
      ) STRICT;
      CREATE TABLE blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
      -- The order as pulled; own operations stay here until the hub calls them stable. [SY5]
      CREATE TABLE op (
        seq INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, stream TEXT NOT NULL, n INTEGER NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,
        sig BLOB NOT NULL, kind TEXT NOT NULL, v INTEGER NOT NULL, subject TEXT NOT NULL, cmd_id TEXT NOT NULL, body BLOB, blob TEXT NOT NULL,
        salt BLOB, digest TEXT NOT NULL, claimed_at TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
        actor TEXT NOT NULL
      ) STRICT;
      -- Everything a reducer made: the desk's state stands in meta.
      CREATE TABLE article (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, edition_state TEXT NOT NULL, created_by TEXT NOT NULL,
        last_at TEXT NOT NULL, slug TEXT NOT NULL, address TEXT NOT NULL
      ) STRICT;
      CREATE INDEX article_last ON article (last_at DESC, key DESC);
      CREATE INDEX article_creator ON article (created_by, last_at DESC, key DESC);
      CREATE INDEX article_state ON article (edition_state, last_at DESC, key DESC);
      CREATE INDEX article_slug ON article (slug) WHERE slug <> '';
      CREATE INDEX article_address ON article (address) WHERE address <> '';
      -- Documents: one compacted state and the updates after it; cursors grow for ever. [SY11]
      CREATE TABLE document (article TEXT PRIMARY KEY, state BLOB NOT NULL, upto INTEGER NOT NULL) STRICT;
      CREATE TABLE document_update (cursor INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
      CREATE INDEX document_update_article ON document_update (article, cursor);
      CREATE TABLE version (hash TEXT PRIMARY KEY, article TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
      CREATE TRIGGER version_fixed BEFORE UPDATE ON version BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
      CREATE TRIGGER version_kept BEFORE DELETE ON version BEGIN SELECT RAISE(ABORT, 'a version is never removed'); END;
      -- Releases as the hub froze them: the preview of a published piece is made from these.
      CREATE TABLE release (
        article TEXT NOT NULL, edition INTEGER NOT NULL, version TEXT NOT NULL, envelope TEXT NOT NULL, digest TEXT NOT NULL, feed_id TEXT NOT NULL,
        settings TEXT NOT NULL, PRIMARY KEY (article, edition)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE settings (hash TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
      -- Text as searched and listed; key = article.key, which ascends with the instant of creation.
      CREATE TABLE article_text (
        key INTEGER PRIMARY KEY, headline TEXT NOT NULL, standfirst TEXT NOT NULL, body TEXT NOT NULL, byline TEXT NOT NULL, words INTEGER NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE article_fts USING fts5(
        headline, standfirst, body, byline, content='article_text', content_rowid='key', tokenize="unicode61 remove_diacritics 2"
      );
      CREATE TRIGGER article_text_added AFTER INSERT ON article_text BEGIN
        INSERT INTO article_fts (rowid, headline, standfirst, body, byline) VALUES (new.key, new.headline, new.standfirst, new.body, new.byline);
      END;
      CREATE TRIGGER article_text_changed AFTER UPDATE ON article_text BEGIN
        INSERT INTO article_fts (article_fts, rowid, headline, standfirst, body, byline)
          VALUES ('delete', old.key, old.headline, old.standfirst, old.body, old.byline);
        INSERT INTO article_fts (rowid, headline, standfirst, body, byline) VALUES (new.key, new.headline, new.standfirst, new.body, new.byline);
      END;
      -- Articles whose words were saved after their text was last indexed: a crash between the two loses nothing.
      CREATE TABLE unindexed (article TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    `)
  },
}
