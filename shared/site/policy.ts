/** A policy of the house, as it stands. */
import { linkFrom, type Place, policyAddress } from './address.ts'
import { paragraphs } from './byline.ts'
import { html, type Markup } from './markup.ts'
import type { PageText, PageSpec } from './model.ts'
import { sheet, undated } from './sheet.ts'

/** Throws for a policy the settings do not hold: no page is planned for it. */
export function policyPage({ slug }: Extract<PageSpec, { page: 'policy' }>, place: Place): PageText {
  const policy = place.house.settings.policies.find((candidate) => candidate.slug === slug)
  if (policy === undefined) throw new Error(`policyPage: the house has no policy ${slug}`)
  const text = paragraphs(policy.text)
  return sheet(place, {
    title: policy.title,
    description: text[0] ?? '',
    address: policyAddress(slug),
    dated: undated,
    main: html`<main id="content" class="policy">
<div class="list-heading">
<p class="kicker">Policies</p>
<h1>${policy.title}</h1>
</div>
<div class="body">
${text.map(
  (paragraph) => html`<p>${paragraph}</p>
`,
)}</div>
${others(slug, place)}</main>
`,
  })
}

function others(slug: string, place: Place): Markup {
  const links = place.house.settings.policies.filter((policy) => policy.slug !== slug)
  if (links.length === 0) return html``
  return html`<nav class="index" aria-label="Other policies">
<ul>
${links.map(
  (policy) => html`<li><a href="${linkFrom(place, policyAddress(policy.slug))}">${policy.title}</a></li>
`,
)}</ul>
</nav>
`
}
