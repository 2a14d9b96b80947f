/** The page for an address under which nothing stands. */
import { addresses, linkFrom, type Place } from './address.ts'
import { html } from './markup.ts'
import type { PageText } from './model.ts'
import { sheet, undated } from './sheet.ts'
import { listHeading } from './stories.ts'

export function notFoundPage(place: Place): PageText {
  return sheet(place, {
    title: 'Nothing stands here',
    description: '',
    dated: undated,
    main: html`<main id="content" class="lost">
${listHeading('Nothing stands at this address', 'Articles keep their address for good, so it may have been copied with a letter too few or too many.')}
<div class="body">
<p>Everything printed is in <a href="${linkFrom(place, addresses.archive)}">all editions</a>; what is new is on <a href="${linkFrom(place, addresses.front)}">the front page</a>.</p>
</div>
</main>
`,
  })
}
