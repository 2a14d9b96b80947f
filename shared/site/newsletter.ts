/** The newsletter block: a form once the house has a place to send it, a plain sentence until then. */
import type { Place } from './address.ts'
import { paragraphs } from './byline.ts'
import { html, type Markup } from './markup.ts'

export function newsletter(place: Place): Markup {
  const { title, text, action } = place.house.settings.newsletter
  return html`<section class="newsletter" aria-labelledby="letter">
<h2 id="letter">${title || 'Newsletter'}</h2>
${paragraphs(text).map(
  (paragraph) => html`<p>${paragraph}</p>
`,
)}${
  action === ''
    ? html`<p class="small">Sign-up is not open yet.</p>
`
    : html`<form method="post" action="${action}">
<label for="address">E-mail address</label>
<div class="field"><input id="address" name="email" type="email" autocomplete="email" required><button type="submit">Sign up, free</button></div>
<p class="small">One message asks you to confirm. Until you do, nothing else comes.</p>
</form>
`
}</section>
`
}
