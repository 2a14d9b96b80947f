/** `settings` and `set`: the house's settings, and one field of an article. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { issueWords } from '../../shared/issueWords.ts'
import { settingsSentence } from '../../shared/desk/settingsPlace.ts'
import { fieldNames } from '../../shared/desk/fields.ts'
import { HouseSettings } from '../../shared/desk/settings.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { articleDocument, articleLine } from './articleDocument.ts'
import { type DeskCommand, textOf } from './command.ts'
import { fieldForms, fieldValue } from './fieldValue.ts'
import { fieldWords } from './fieldWords.ts'
import { articleMeant, sitDown } from './hand.ts'
import { savedText } from './savedText.ts'

export const settingsCommand: DeskCommand = {
  name: 'settings',
  form: '[FILE.json] [--as PERSON]',
  summary: 'print the house’s settings, or change those that a file names',
  options: { as: { type: 'string' } },
  words: [0, 1],
  needs: 'desk',
  async run(hand, given) {
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const read = await hand.call('settings.read', {})
    if (!read.ok) return read
    const [file] = given.words
    if (file === undefined) return ok({ document: read.value, text: `${JSON.stringify(read.value.settings, null, 2)}\n` })
    const wanted = await partialSettings(resolve(hand.cwd, file), file)
    if (!wanted.ok) return wanted
    const settings = HouseSettings.safeParse({ ...read.value.settings, ...wanted.value })
    if (!settings.success) {
      const problems = settings.error.issues.map((issue) => ({ where: issue.path.join('.'), message: issueWords(issue) }))
      return fail('invalid', `${settingsSentence(settings.error.issues)} Nothing was changed.`, problems)
    }
    const changed = await hand.call('settings.change', { base: read.value.hash, settings: settings.data })
    if (!changed.ok) return changed
    return ok({ document: changed.value, text: savedText(changed.value.saved) })
  },
}

export const setCommand: DeskCommand = {
  name: 'set',
  form: 'ARTICLE FIELD VALUE --as PERSON',
  summary: `set a field of an article: ${fieldNames.join(', ')}`,
  details: fieldNames.map(formOf).join(''),
  options: { as: { type: 'string' } },
  words: [3, 3],
  needs: 'desk',
  async run(hand, given) {
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const [article = '', written = '', value = ''] = given.words
    const field = fieldNames.find((name) => name.toLowerCase() === written.toLowerCase())
    if (!field) return fail('invalid', `There is no field “${written}”. Fields are: ${fieldNames.join(', ')}. Nothing was changed.`)
    const id = await articleMeant(hand, article)
    if (!id.ok) return id
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const read = await hand.call('articles.read', { id: id.value })
    if (!read.ok) return read
    const base = read.value.fields[field]
    const meant = await fieldValue(hand, field, value, base)
    if (!meant.ok) return meant
    const set = await hand.call('articles.setField', { id: id.value, field, value: meant.value, base })
    if (!set.ok) return set
    const { row, fields } = set.value
    const { people, zone } = seated.value
    const nameOf = (person: string) => people.find((one) => one.id === person)?.name ?? person
    return ok({
      document: { article: articleDocument(row), fields },
      text: `${field} is now: ${fieldWords(field, fields, { nameOf, zone })}.\n${articleLine(row)}`,
    })
  },
}

/** How a value is written, where it is not one plain line. */
function formOf(field: (typeof fieldNames)[number]): string {
  const form = fieldForms[field]
  return form ? `  ${field.padEnd(16)} ${form}\n` : ''
}

async function partialSettings(path: string, file: string): Promise<Result<object>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      return fail('invalid', `${file} holds no settings: a JSON object with their names is needed. Nothing was changed.`)
    const unknown = Object.keys(parsed).filter((name) => !Object.hasOwn(HouseSettings.shape, name))
    if (unknown.length > 0)
      return fail(
        'invalid',
        `There are no settings called ${unknown.join(', ')}. Settings are: ${Object.keys(HouseSettings.shape).join(', ')}. Nothing was changed.`,
      )
    return ok(parsed)
  } catch (error) {
    const code = errorCode(error)
    const reason = error instanceof SyntaxError ? 'is not JSON' : code === 'ENOENT' ? 'is not there' : `could not be read (${code})`
    return fail(code === 'ENOENT' ? 'notFound' : 'invalid', `${file} ${reason}. Nothing was changed.`)
  }
}
