/** The settings a new desk begins with: Lord's Press, in words written for the product. [BY6] */
import type { HouseSettings } from './settings.ts'

export const lordsPress: HouseSettings = {
  publication: 'Lord’s Press',
  motto: 'A journal of record',
  description: 'A journal of record for diplomacy, protocol, archives and public administration.',
  languages: ['en-GB'],
  city: 'London',
  zone: 'Europe/London',
  baseUrl: '',
  houseCredit: 'LP Staff Writers',
  weather: { date: '', condition: '', temperature: null, humidity: null, wind: null },
  categories: [
    { slug: 'diplomacy', name: 'Diplomacy' },
    { slug: 'nobility-and-protocol', name: 'Nobility & Protocol' },
    { slug: 'archives', name: 'Archives' },
    { slug: 'administration', name: 'Administration' },
    { slug: 'special-reports', name: 'Special Reports' },
    { slug: 'notices', name: 'Notices' },
  ],
  follow: [],
  newsletter: {
    title: 'The letter',
    text: 'Sign up and receive complimentary credentials: they open the archives, the special reports and the exclusive notices. The letter itself is plain text, with no tracking of any kind.',
    action: '',
  },
  sponsors: [],
  sponsorsNote:
    'This paper is free to read. Sponsors and patrons who support it are thanked here by name; they see nothing before it is printed and have no say in it.',
  contributorsNotes: [
    {
      id: 'standing',
      name: 'Standing note',
      text: 'Those who write for this paper have worked in archives, embassies, heralds’ offices and public administration. Some sign with their name, some with initials, some not at all: what is printed should be judged by its sources. Their task is to set down what happened, when, and on whose word, so that it can be found and checked later.',
    },
  ],
  policies: [
    {
      slug: 'corrections',
      title: 'Corrections',
      text: 'An error of fact is put right as soon as it is confirmed. The article says what was wrong, what is right and when it was changed, and the corrections register keeps the note for good.\n\nNothing published is removed in silence. Where an article can no longer be relied on, its address stays and says so.',
    },
    {
      slug: 'bylines',
      title: 'Bylines and anonymity',
      text: 'An article may carry a name, initials, a pen name, the house credit or no line at all. The choice is the writer’s and is kept in confidence.\n\nThe absence of a name changes nothing about what an article must show: where its facts come from, and when they were established.',
    },
    {
      slug: 'unnamed-sources',
      title: 'Unnamed sources',
      text: 'A source is named unless naming would do harm. Where a name is withheld, the article says why, and says what the source was in a position to know.',
    },
    {
      slug: 'privacy',
      title: 'Privacy notice',
      text: 'These pages can be read without an account, without a script and without a cookie. They store nothing on your computer, ask nothing of any other and count no visits, so there is nothing to accept or to refuse.\n\nIf you sign up for the letter, your address is kept for that purpose alone, and is erased when you ask. Links lead to other sites only when you follow them, and what those keep is theirs to tell.',
    },
  ],
  privacyOverview:
    'These pages store nothing on your computer and count no visits. If you sign up for the letter, your address is kept for that alone.',
  contact: '',
  undoSeconds: 60,
  destinations: [{ id: 'site', kind: 'folder', name: 'Site folder', folder: '' }],
}

/** What stands for bylines that are *staff* until the house chooses its own: `Ferry Record Staff Writers` for The Ferry Record. */
export function houseCreditOf(publication: string): string {
  if (publication === lordsPress.publication) return lordsPress.houseCredit
  const credit = `${publication.trim().replace(/^The\s+/iu, '')} Staff Writers`.trim()
  return credit.length > 80 ? 'Staff Writers' : credit
}
