/**
 * The peer's site: the same texts in as many pages as ours – short addresses, feeds, months, furniture, record cards – as somebody
 * who knows Hugo would write it. Articles and short addresses, all but three hundred of the pages, say what ours say to the letter;
 * `samePages` looks at it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { furniture } from '../../shared/site/furniture.ts'
import { corpusOf } from './corpus.ts'

const corpus = corpusOf(23)
const days = 300

/** Hugo's path; Debian's is installed where that is possible. */
export function findHugo(): string | undefined {
  const at = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((file) => existsSync(file))
  if (at !== undefined) return at
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', 'install', '-y', '--no-install-recommends', 'hugo'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return existsSync('/usr/bin/hugo') ? '/usr/bin/hugo' : undefined
}

/** `site`: a new folder. */
export function buildWithHugo(hugo: string, folder: string, site: string): void {
  const { status, stderr } = spawnSync(hugo, ['--source', folder, '--destination', site, '--quiet'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Hugo ended with ${status}: ${stderr}`)
}

export interface HugoWatch {
  /** Adds one piece and answers when its page and the front that names it are written. */
  add(place: number): Promise<void>
  stop(): void
}

/** Hugo kept open over its site, writing what changes; answers once everything stands. */
export async function watchWithHugo(hugo: string, folder: string, articles: number): Promise<HugoWatch> {
  const child = spawn(hugo, ['--watch', '--source', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  while (!said.includes('Watching for')) {
    if (child.exitCode !== null) throw new Error(`Hugo ended with ${child.exitCode}: ${said}`)
    await wait(50)
  }
  const front = path.join(folder, 'public/index.html')
  return {
    async add(place) {
      const before = statSync(front).mtimeMs
      const page = path.join(folder, 'public', writePiece(folder, place, articles), 'index.html')
      while (!existsSync(page) || statSync(front).mtimeMs === before) await wait(2)
    },
    stop: () => void child.kill(),
  }
}

/** Everything before the first build. */
export function writeHugoSite(folder: string, articles: number): void {
  for (const [name, text] of Object.entries(files)) write(folder, name, text)
  for (const { slug, title } of lordsPress.policies)
    write(folder, `content/policies/${slug}.md`, `---\ntitle: "${title}"\n---\n\n${title}\n`)
  cpSync(path.join(import.meta.dirname, '../../resources/theme'), path.join(folder, 'static/theme'), { recursive: true })
  for (let place = 0; place < articles; place += 1) writePiece(folder, place, articles)
}

/** Answers the folder of its page. */
function writePiece(folder: string, place: number, articles: number): string {
  const { headline, standfirst, blocks } = corpus.article(place, 500)
  const day = new Date(
    Date.parse('2026-01-05T09:00:00Z') + Math.min(days, Math.floor((place * days) / articles)) * 86_400_000,
  ).toISOString()
  const local = inLondon(day)
  const body = blocks.map(({ type, text }) => (type === 'heading' ? `## ${text}` : text)).join('\n\n')
  const slug = `${headline.toLowerCase().replaceAll(' ', '-')}-${place}`
  const { slug: category, name } = lordsPress.categories[place % lordsPress.categories.length] ?? { slug: '', name: '' }
  const digest = (n: number) => createHash('sha256').update(String(n)).digest('hex')
  write(
    folder,
    `content/${category}/piece-${place}.md`,
    `---\ntitle: "${headline}"\nslug: ${slug}\ndate: ${local}\nmonths: ["${day.slice(0, 7)}"]\naliases: ["/n/${place + 1}/"]\nnumber: ${place + 1}\ncategory: "${name}"\nstandfirst: "${standfirst}"\nhistory: ["Edition 1, original"]\ndigest: "${digest(place)}"\nprevious: "${digest(place - 1)}"\n---\n\n${body}\n`,
  )
  return `${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}`
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** British time, as the paper prints it. */
function inLondon(utc: string): string {
  const isSummer = utc >= '2026-03-29T01:00:00' && utc < '2026-10-25T01:00:00'
  return `${new Date(Date.parse(utc) + (isSummer ? 3_600_000 : 0)).toISOString().slice(0, 19)}${isSummer ? '+01:00' : '+00:00'}`
}

/** Our own words below a page, as text of a template with the way back to the front in it: no template has less to do for them. */
const around = furniture(
  { path: 'about/index.html', house: { settings: lordsPress, settingsHash: '', rendererVersion: '' } },
  { current: '', hasLetter: false, record: undefined },
)
const below = around.below.html.replaceAll('href="../', 'href="{{ .root }}')
const [sections] = /<nav class="sections"[\s\S]*<\/nav>/u.exec(around.above.html) ?? ['']
const above = sections
  .replaceAll('href="../', 'href="{{ .root }}')
  .replaceAll(/(category\/([\w-]+)\/")>/gu, '$1{{ if eq .current "$2" }} aria-current="true"{{ end }}>')

const policy =
  "object-src 'none'; frame-src 'none'; worker-src 'none'; connect-src 'none'; script-src-attr 'none'; base-uri 'none'; form-action 'none'"

/** `$root` leads back to the front; what stands around a page is made once for each section and depth. */
const rooted = '{{ $root := strings.Repeat (sub (strings.Count "/" .RelPermalink) 1) "../" }}'

const head = `<head>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="same-origin">
<title>{{ .Title }} – {{ .Site.Title }}</title>
{{ with .Params.standfirst }}<meta name="description" content="{{ . }}">{{ end }}
{{ partialCached "links.html" $around $root }}
{{ block "ld" . }}{{ end }}</head>`

const links = `<meta name="robots" content="noindex"><link rel="stylesheet" href="{{ .root }}theme/site.css"><link rel="icon" type="image/svg+xml" href="{{ .root }}theme/mark.svg">
<link rel="alternate" type="application/rss+xml" title="${lordsPress.publication}, RSS" href="{{ .root }}feed.xml"><link rel="alternate" type="application/atom+xml" title="${lordsPress.publication}, Atom" href="{{ .root }}atom.xml"><link rel="alternate" type="application/feed+json" title="${lordsPress.publication}, JSON Feed" href="{{ .root }}feed.json">`

/** Sixteen groups of four; the first and last three. */
const inFours = 'replaceRE "(....)" "$1 " '
const short = (digest: string) => `{{ replaceRE "^(....)(....)(....).*(....)(....)(....)$" "$1 $2 $3 … $4 $5 $6" ${digest} }}`

const story = `<article class="story plain"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="summary">{{ .Params.standfirst }}</p><p class="credit">LP Staff Writers · <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January, 15.04" }}</time></p></article>
`
const ledger = `<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "Mon 2" }}</time> <span class="title"><a href="{{ .RelPermalink }}">{{ .Title }}</a></span> <span class="section">{{ .Params.category }}</span> <span class="by">LP Staff Writers</span></li>
`
const rss = (
  words: string,
) => `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
{{ range first 25 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid isPermaLink="false">{{ .Params.digest }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ ${words} | html }}</description></item>
{{ end }}</channel></rss>`
const atom = (
  words: string,
) => `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>
{{ range first 25 .RegularPagesRecursive }}<entry><title>{{ .Title }}</title><id>{{ .Params.digest }}</id><link href="{{ .Permalink }}"/><updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated><content type="html">{{ ${words} | html }}</content></entry>
{{ end }}</feed>`
const json = (
  words: string,
) => `{"version": "https://jsonfeed.org/version/1.1", "title": {{ .Title | jsonify }}, "items": [{{ range $i, $e := first 25 .RegularPagesRecursive }}{{ if $i }},{{ end }}
{"id": {{ .Params.digest | jsonify }}, "url": {{ .Permalink | jsonify }}, "title": {{ .Title | jsonify }}, "date_published": {{ .Date.Format "2006-01-02T15:04:05Z07:00" | jsonify }}, "content_html": {{ ${words} | jsonify }}}{{ end }}]}`

const files: Readonly<Record<string, string>> = {
  'config.toml': `baseURL = "https://bench.example/"
title = "${lordsPress.publication}"
paginate = 40
enableRobotsTXT = true
disableKinds = ["sitemap"]
[params]
description = "${lordsPress.description}"
note = "${lordsPress.contributorsNotes[0]?.text ?? ''}"
[taxonomies]
month = "months"
[permalinks]
${lordsPress.categories.map(({ slug }) => `"${slug}" = "/:year/:month/:slug/"`).join('\n')}
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[outputFormats.ATOM]
mediaType = "application/atom+xml"
baseName = "atom"
isPlainText = true
[outputFormats.FEED]
mediaType = "application/json"
baseName = "feed"
isPlainText = true
[outputFormats.MONTHMAP]
mediaType = "application/xml"
baseName = "sitemap"
isPlainText = true
[outputs]
home = ["HTML", "RSS", "ATOM", "FEED"]
section = ["HTML", "RSS", "ATOM", "FEED"]
taxonomy = ["HTML", "MONTHMAP"]
term = ["HTML", "MONTHMAP"]
`,
  'layouts/_default/baseof.html': `<!doctype html><html lang="en-GB">
${rooted}{{ $around := dict "root" $root "current" .Section }}${head}
<body><a class="skip" href="#content">Go to the text</a>
<header class="masthead compact"><p class="nameplate"><a href="{{ $root }}">{{ .Site.Title }}</a></p><p class="dated">{{ if .IsPage }}Published {{ .Date.Format "Monday 2 January 2006, 15.04" }}. London.{{ end }}</p></header>
{{ partialCached "sections.html" $around $root .Section }}<main id="content">{{ block "main" . }}{{ end }}</main>{{ partialCached "below.html" $around $root }}{{ block "running" . }}{{ end }}</body></html>`,
  'layouts/partials/links.html': links,
  'layouts/partials/sections.html': above,
  'layouts/partials/below.html': below,
  'layouts/_default/single.html': `{{ define "ld" }}{{ $minutes := math.Max 1 (math.Round (div .WordCount 238.0)) }}{{ $at := .Date.Format "2006-01-02T15:04:05-07:00" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@graph" (slice (dict "@type" "NewsArticle" "headline" .Title "description" .Params.standfirst "inLanguage" "en-GB" "datePublished" $at "dateModified" $at "version" 1 "identifier" (printf "No. %v" .Params.number) "author" (dict "@type" "NewsMediaOrganization" "name" .Site.Title) "publisher" (dict "@type" "NewsMediaOrganization" "name" .Site.Title "description" .Site.Params.description) "articleSection" .Params.category "wordCount" .WordCount "timeRequired" (printf "PT%vM" $minutes) "isAccessibleForFree" true)) | jsonify (dict "indent" " ") | safeJS }}</script>{{ end }}
{{ define "main" }}${rooted}{{ $at := .Date.Format "2006-01-02T15:04:05-07:00" }}{{ $minutes := int (math.Max 1 (math.Round (div .WordCount 238.0))) }}<article class="piece article"><header class="headline"><p class="kicker"><a href="{{ $root }}category/{{ .Section }}/">{{ .Params.category }}</a></p><h1>{{ .Title }}</h1><p class="standfirst">{{ .Params.standfirst }}</p><p class="byline">By <b>LP Staff Writers</b> · <time datetime="{{ $at }}">{{ .Date.Format "2 January 2006, 15.04" }}</time> · {{ index (slice "no" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten") $minutes }} {{ if eq $minutes 1 }}minute{{ else }}minutes{{ end }}</p></header>
<aside class="facts" aria-label="In the record"><dl><div><dt>Record</dt><dd>No. {{ lang.FormatNumber 0 .Params.number }}</dd></div><div><dt>Edition</dt><dd>1</dd></div><div><dt>History</dt><dd><a href="#record">Record card</a></dd></div></dl></aside>
<div class="text"><div class="body">{{ .Content }}</div>
<section class="filed" aria-labelledby="filed"><h2 id="filed">Filed under</h2><ul><li><a href="{{ $root }}category/{{ .Section }}/">{{ .Params.category }}</a></li></ul></section>
<section class="contributors" aria-label="Byline and contributors’ note"><p class="credit">LP Staff Writers</p><p class="note">{{ .Site.Params.note }}</p></section>
<section class="record-card" id="record" aria-labelledby="record-title"><h2 id="record-title"><span class="label">Record card</span> <span class="number">No. {{ lang.FormatNumber 0 .Params.number }}, edition 1</span></h2><dl><div><dt>First published</dt><dd>{{ .Date.Format "Monday 2 January 2006, 15.04" }} {{ if eq (.Date.Format "-07:00") "+01:00" }}BST{{ else }}GMT{{ end }}</dd></div><div><dt>History</dt><dd><ol class="history">{{ range .Params.history }}<li>{{ . }}</li>{{ end }}</ol></dd></div><div><dt>SHA-256</dt><dd><span class="digest">{{ ${inFours}.Params.digest }}</span></dd></div><div><dt>Follows</dt><dd><span class="digest">${short('.Params.previous')}</span> in the chain. <a href="{{ $root }}record/">Check&nbsp;it&nbsp;yourself</a></dd></div><div><dt>Cite this</dt><dd>LP Staff Writers, “{{ .Title }}”, {{ .Site.Title }}, {{ .Date.Format "2 January 2006" }}, No. {{ lang.FormatNumber 0 .Params.number }}, edition 1, <a href="{{ $root }}n/{{ .Params.number }}/">/n/{{ .Params.number }}/</a></dd></div></dl></section></div></article>{{ end }}
{{ define "running" }}<div class="running head" aria-hidden="true"><span>{{ .Site.Title }}</span> <span>No. {{ lang.FormatNumber 0 .Params.number }}, edition 1</span></div><div class="running tail" aria-hidden="true"><span>/n/{{ .Params.number }}/ · SHA-256 ${short('.Params.digest')}</span></div>{{ end }}`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .RegularPages).Pages }}${story}{{ end }}{{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Newer</a>{{ end }}{{ if .HasNext }}<a href="{{ .Next.URL }}">Older</a>{{ end }}{{ end }}{{ end }}`,
  'layouts/_default/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ol class="ledger sectioned">{{ range .Pages }}${ledger}{{ end }}</ol>{{ end }}`,
  'layouts/_default/taxonomy.html': `{{ define "main" }}<h1>All editions</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul><ol class="ledger sectioned">{{ range first 40 .Site.RegularPages }}${ledger}{{ end }}</ol>{{ end }}`,
  'layouts/_default/term.monthmap.xml': `<urlset>{{ range .Pages }}<url><loc>{{ .Permalink }}</loc></url>{{ end }}</urlset>`,
  'layouts/_default/taxonomy.monthmap.xml': `<sitemapindex>{{ range .Pages }}<sitemap><loc>{{ .Permalink }}sitemap.xml</loc></sitemap>{{ end }}</sitemapindex>`,
  'layouts/index.html': `{{ define "main" }}{{ range first 30 .Site.RegularPages }}${story}{{ end }}{{ range .Site.Sections }}<h2>{{ .Title }}</h2>{{ range first 8 .RegularPages }}${story}{{ end }}{{ end }}{{ end }}`,
  'layouts/404.html': `{{ define "main" }}<h1>Nothing stands here</h1>{{ end }}`,
  'layouts/alias.html': `{{ $to := print "../.." .Page.RelPermalink }}<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0; url={{ $to }}"><title>No. {{ lang.FormatNumber 0 .Page.Params.number }} – ${lordsPress.publication}</title><meta name="robots" content="noindex"><link rel="stylesheet" href="../../theme/site.css"><link rel="icon" type="image/svg+xml" href="../../theme/mark.svg"></head><body><main class="pointer"><p class="nameplate"><a href="../../">${lordsPress.publication}</a></p><h1>No. {{ lang.FormatNumber 0 .Page.Params.number }}</h1><p><a href="{{ $to }}">Go on to where it stands</a></p></main></body></html>`,
  'layouts/index.rss.xml': rss('.Content'),
  'layouts/index.atom.xml': atom('.Content'),
  'layouts/index.feed.json': json('.Content'),
  'layouts/_default/section.rss.xml': rss('.Params.standfirst'),
  'layouts/_default/section.atom.xml': atom('.Params.standfirst'),
  'layouts/_default/section.feed.json': json('.Params.standfirst'),
}
