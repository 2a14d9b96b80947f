/** The field for the picture at the head of a piece: empty in those begun before there was one. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const lead: Migration = {
  name: '0006_lead',
  up(db) {
    db.exec(`
      UPDATE article SET state = json_set(state, '$.fields.lead',
        json('{"media":"","alt":"","caption":"","credit":"","width":0,"height":0,"focus":{"x":50,"y":50}}'))
        WHERE json_type(state, '$.fields.lead') IS NULL;
    `)
  },
}
