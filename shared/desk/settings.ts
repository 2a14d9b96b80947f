/** House settings: the newspaper's furniture and standing words. `lordsPress` is the publication a new desk begins with. */
import { z } from 'zod'

const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\n\r]*$/, 'must be one line')
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
const link = z.object({ label: line(80), address: z.url().max(500) })
const date = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)

export const HouseSettings = z.object({
  publication: line(80).min(1),
  motto: line(120),
  description: line(400),
  /** BCP 47; the first is the site's. */
  languages: z.array(line(20)).min(1),
  city: line(80),
  /** IANA. */
  zone: line(60),
  /** Where the site stands, `https://…/`; empty: the build is marked "no public address". */
  baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  houseCredit: line(80).min(1),
  /** Entered once a day, taken by editions that follow on that date. */
  weather: z.object({
    date,
    condition: line(60),
    temperature: z.number().min(-90).max(60).nullable(),
    humidity: z.number().min(0).max(100).nullable(),
    wind: z.number().min(0).max(400).nullable(),
  }),
  categories: z.array(z.object({ slug: id, name: line(60).min(1) })).max(24),
  follow: z.array(link).max(12),
  newsletter: z.object({
    title: line(80),
    text: z.string().max(800),
    /** Where the form is sent; empty: the block says that sign-up opens soon and shows no form. */
    action: z.union([z.literal(''), z.url()]),
  }),
  sponsors: z
    .array(
      z.object({
        name: line(120),
        address: z.union([z.literal(''), z.url()]),
        kind: z.enum(['sponsor', 'patron']),
        from: date,
        until: date,
      }),
    )
    .max(60),
  sponsorsNote: z.string().max(600),
  contributorsNotes: z.array(z.object({ id, name: line(60), text: z.string().max(2000) })).min(1),
  /** Plain text, paragraphs parted by an empty line. */
  policies: z.array(z.object({ slug: id, title: line(120), text: z.string().max(20_000) })).max(24),
  privacyOverview: z.string().max(2000),
  /** Where readers write to, of errors and weaknesses: an e-mail address or a page; empty or absent: the pages offer none. [SI14] */
  contact: z.union([z.literal(''), z.email().max(200), z.url({ protocol: /^https?$/ }).max(500)]).optional(),
  /** Files that only other programs read, each more to write with every edition; absent: neither is made. */
  machineFiles: z.object({ newsSitemap: z.boolean(), ninjs: z.boolean() }).optional(),
  /** Seconds between *Publish* and release in which *Undo* takes it back. */
  undoSeconds: z.int().min(0).max(3600),
  destinations: z
    .array(
      z.object({ id, kind: z.literal('folder'), name: line(80), /** Empty: `site/` in the data folder. */ folder: z.string().max(1000) }),
    )
    .max(12),
})
export type HouseSettings = z.infer<typeof HouseSettings>
export type Destination = HouseSettings['destinations'][number]

/** The text of a contributors' note; an unknown id falls back to the first, so that no article ever stands without one. [BY2] */
export function noteText(settings: HouseSettings, note: string): string {
  return (settings.contributorsNotes.find(({ id }) => id === note) ?? settings.contributorsNotes[0])?.text ?? ''
}
