/** Rights are three things: what was one text says whose they are. */
import type { Migration } from '../../../sqlite/migrate.ts'

export const rights: Migration = {
  name: '0009_rights',
  up(db) {
    db.exec(`
      UPDATE article SET state = json_set(state, '$.fields.rights',
        json_object('whose', json_extract(state, '$.fields.rights'), 'licence', '', 'askedOn', ''))
        WHERE json_type(state, '$.fields.rights') = 'text'
    `)
  },
}
