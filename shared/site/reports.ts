/** All special reports, the one with the newest part first. */
import { addresses, linkFrom, type Place, seriesAddress } from './address.ts'
import { countWords } from './dates.ts'
import { html } from './markup.ts'
import type { PageText, PageSpec, ReportLine } from './model.ts'
import { capital } from './notices.ts'
import { listMasthead, sheet } from './sheet.ts'
import { categoryKicker, creditLine, headlineLink, listHeading } from './stories.ts'

const title = 'Special reports'

export function reportsPage({ reports, newest }: Extract<PageSpec, { page: 'reports' }>, place: Place): PageText {
  return sheet(place, {
    title,
    description: `The special reports of ${place.house.settings.publication}.`,
    address: addresses.reports,
    dated: listMasthead(newest),
    main: html`<main id="content" class="archive reports">
${listHeading(title, 'Pieces that belong together, each report on a page of its own. The one with the newest part stands first.')}
<ul class="series-parts">
${reports.map((report) => reportLine(report, place))}</ul>
</main>
`,
  })
}

function reportLine({ name, parts, newest }: ReportLine, place: Place) {
  const count = parts === 1 ? 'One part so far' : `${capital(countWords(parts))} parts so far, the newest`
  return html`<li><article class="story plain">
${categoryKicker(newest.category, place)}<h2><a href="${linkFrom(place, seriesAddress(name))}">${name}</a></h2>
<p class="summary">${count}: ${headlineLink(newest, place)}</p>
${creditLine(newest)}</article></li>
`
}
