/** The footer: who prints this, its policies and feeds, privacy in a sentence, and the head of the record where it is known. */
import { addresses, linkFrom, type Place, policyAddress } from './address.ts'
import { grouped } from './dates.ts'
import { shortDigest } from './digest.ts'
import { feeds } from './head.ts'
import { html, type Markup } from './markup.ts'
import type { RecordHead } from './model.ts'

export function footer(place: Place, record?: RecordHead): Markup {
  const { publication, description, policies, privacyOverview, baseUrl } = place.house.settings
  const privacy = policies.find(({ slug }) => slug === 'privacy')
  return html`<footer class="colophon">
<div class="imprint">
<p class="nameplate">${publication}</p>
<p>${description}</p>
</div>
${
  policies.length > 0 &&
  column(
    'Policies',
    policies.map(({ slug, title }) => ({ name: title, href: linkFrom(place, policyAddress(slug)) })),
  )
}${column(
  'Read elsewhere',
  feeds.map(({ name, address }) => ({ name, href: linkFrom(place, address) })),
)}${column('The paper', [
  { name: 'Archive', href: linkFrom(place, addresses.archive) },
  { name: 'Corrections register', href: linkFrom(place, addresses.corrections) },
  { name: 'The record', href: linkFrom(place, addresses.record) },
])}<section class="privacy" aria-label="Privacy">
<p>${privacyOverview}${privacy !== undefined && html` <a href="${linkFrom(place, policyAddress(privacy.slug))}">${privacy.title}</a>`}</p>
${
  baseUrl === '' &&
  html`<p class="unaddressed">This build has no public address yet.</p>
`
}${
  record !== undefined &&
  record.entries > 0 &&
  html`<p>Head of the record, No. ${grouped(record.number)}: <span class="digest">${shortDigest(record.digest)}</span> <a href="${linkFrom(place, addresses.record)}">Check it yourself</a></p>
`
}</section>
</footer>
`
}

function column(name: string, links: readonly { readonly name: string; readonly href: string }[]): Markup {
  const id = `foot-${name.toLowerCase().replaceAll(' ', '-')}`
  return html`<nav aria-labelledby="${id}">
<h2 id="${id}">${name}</h2>
<ul>
${links.map(
  (link) => html`<li><a href="${link.href}">${link.name}</a></li>
`,
)}</ul>
</nav>
`
}
