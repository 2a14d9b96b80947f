/** The house whose pages the tests render: the default one with sponsors, links and an address, and the same before it has any. */
import { hashOf } from '../../shared/canonical.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { House } from '../../shared/site/model.ts'
import { rendererVersion } from '../../shared/site/renderer.ts'

export const house = houseWith({})

/** The default house with sponsors, links and an address, changed as a test wishes. */
export function houseWith(changes: Partial<HouseSettings>): House {
  const settings: HouseSettings = {
    ...lordsPress,
    baseUrl: 'https://paper.example/',
    follow: [{ label: 'Mastodon', address: 'https://social.example/@paper' }],
    newsletter: { ...lordsPress.newsletter, action: 'https://letter.example/sign-up' },
    contact: 'desk@paper.example',
    sponsors: [
      { name: 'The Tern Island Trust', address: 'https://tern.example/', kind: 'sponsor', from: '', until: '' },
      { name: 'Pell & Daughter, bookbinders', address: '', kind: 'sponsor', from: '', until: '' },
      { name: 'Marl Paper Mill', address: '', kind: 'sponsor', from: '', until: '' },
      { name: 'the Friday Readers', address: '', kind: 'patron', from: '', until: '' },
      { name: 'a reader in Ghent', address: '', kind: 'patron', from: '', until: '' },
    ],
    ...changes,
  }
  return { settings, settingsHash: hashOf('settings\n', JSON.stringify(settings)), rendererVersion }
}

/** The same house before it has an address, a form or anybody to thank. */
export const youngHouse = houseWith({ baseUrl: '', newsletter: lordsPress.newsletter, sponsors: [], follow: [], contact: '' })
