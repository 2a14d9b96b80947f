/** A page that leads on to where an article stands: from its short address, and from one it had before its slug changed. [SI4] [SI14] */
import { absolute, addresses, linkFrom, type Place } from './address.ts'
import { grouped } from './dates.ts'
import { html } from './markup.ts'
import type { PageText, PageSpec } from './model.ts'
import { languageOf, textPage } from './sheet.ts'

/** Small, as a site has one for each article; browsers follow it at once and without a script. */
export function pointerPage({ to, number }: Extract<PageSpec, { page: 'pointer' }>, place: Place): PageText {
  const { publication, baseUrl } = place.house.settings
  const target = linkFrom(place, to)
  const markup = html`<!doctype html>
<html${languageOf(place.house)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${target}">
<title>No. ${grouped(number)} – ${publication}</title>
${
  baseUrl === ''
    ? html`<meta name="robots" content="noindex">
`
    : html`<link rel="canonical" href="${absolute(baseUrl, to)}">
`
}<link rel="stylesheet" href="${linkFrom(place, addresses.styles)}">
<link rel="icon" type="image/svg+xml" href="${linkFrom(place, addresses.mark)}">
</head>
<body>
<main class="pointer">
<p class="nameplate"><a href="${linkFrom(place, addresses.front)}">${publication}</a></p>
<h1>No. ${grouped(number)}</h1>
<p><a href="${target}">Go on to where it stands</a></p>
</main>
</body>
</html>
`
  return textPage(place, 'text/html; charset=utf-8', markup.html)
}
