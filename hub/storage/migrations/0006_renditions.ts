/** A page shows the smaller copies of its pictures too; and the field for the lead, empty in pieces begun before there was one. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const renditions: Migration = {
  name: '0006_renditions',
  up(db) {
    db.exec(`
      CREATE TRIGGER record_renditions AFTER INSERT ON record BEGIN
        INSERT OR IGNORE INTO record_picture
          SELECT copy.value, new.article, new.place
          FROM json_each(CAST(new.bytes AS TEXT), '$.article.media') AS picture, json_each(picture.value, '$.renditions') AS copy;
      END;
      UPDATE article SET state = json_set(state, '$.fields.lead',
        json('{"media":"","alt":"","caption":"","credit":"","width":0,"height":0,"focus":{"x":50,"y":50}}'))
        WHERE json_type(state, '$.fields.lead') IS NULL;
    `)
  },
}
