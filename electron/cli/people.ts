/** `people`, `person add`, `person rename`: who works at this desk, their names and roles. */
import { type Person, type Role, roles } from '../../shared/desk/person.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Arguments, type DeskCommand, textOf, textsOf } from './command.ts'
import { type Hand, personMeant, sitDown } from './hand.ts'
import { table } from './table.ts'

export const peopleCommand: DeskCommand = {
  name: 'people',
  form: '',
  summary: 'who is at the desk, with their roles',
  options: {},
  words: [0, 0],
  needs: 'desk',
  async run({ call }) {
    const status = await call('desk.status', {})
    if (!status.ok) return status
    const people = status.value.people.map(personDocument)
    return ok({
      document: { people },
      text: table(
        ['ID', 'NAME', 'ROLES'],
        people.map(({ id, name, roles: held }) => [id, name, rolesOrLeft(held)]),
      ),
    })
  },
}

export const personAddCommand: DeskCommand = {
  name: 'person add',
  form: 'NAME --role ROLE [--role ROLE …] [--as PERSON]',
  summary: 'add somebody; roles: writer, editor, checker, publisher, records editor, administrator',
  options: { role: { type: 'string', multiple: true }, as: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    const written = textsOf(given, 'role')
    if (written.length === 0) return { wrongUsage: 'Say at least one role with --role.' }
    if ((given.words[0] ?? '').trim() === '') return fail('invalid', 'A person needs a name. Nobody was added.')
    const held = rolesMeant(written)
    if (!held.ok) return held
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const added = await hand.call('people.add', { name: given.words[0] ?? '', roles: [...held.value] })
    if (!added.ok) return added
    const person = personDocument(added.value)
    return ok({ document: { person }, text: `${person.name} is at the desk: ${person.roles.map(roleWords).join(', ')}.\n` })
  },
}

export const personRenameCommand: DeskCommand = {
  name: 'person rename',
  form: 'PERSON NAME [--as PERSON]',
  summary: 'call somebody by another name, as themselves or as an administrator',
  options: { as: { type: 'string' } },
  words: [2, 2],
  needs: 'desk',
  async run(hand, given) {
    const [written = '', name = ''] = given.words
    if (written.trim() === '' || name.trim() === '') return fail('invalid', 'A person needs a name. Nothing was changed.')
    const meant = await personMeant(hand, written)
    if (!meant.ok) return meant
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const renamed = await hand.call('people.rename', { id: meant.value.id, name })
    if (!renamed.ok) return renamed
    return ok({ document: { person: personDocument(renamed.value) }, text: `${meant.value.name} is now ${renamed.value.name}.\n` })
  },
}

export const personLeftCommand: DeskCommand = {
  name: 'person left',
  form: 'PERSON [--as PERSON]',
  summary: 'somebody has left the desk: the roles go, the name and all they did stay',
  options: { as: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  run: (hand, given) => setRoles(hand, given, [], ({ name }) => `${name} has left the desk. What they did stands under the name.`),
}

export const personRolesCommand: DeskCommand = {
  name: 'person roles',
  form: 'PERSON --role ROLE [--role ROLE …] [--as PERSON]',
  summary: 'give somebody these roles and no others; who had left is back with them',
  options: { role: { type: 'string', multiple: true }, as: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    const written = textsOf(given, 'role')
    if (written.length === 0) return { wrongUsage: 'Say at least one role with --role. Who has none any more has left: person left.' }
    const held = rolesMeant(written, 'Nothing was changed.')
    if (!held.ok) return held
    return setRoles(hand, given, held.value, ({ name, roles: now }) => `${name} is at the desk: ${now.map(roleWords).join(', ')}.`)
  },
}

async function setRoles(
  hand: Hand,
  given: Arguments,
  wanted: readonly Role[],
  words: (person: Person) => string,
): ReturnType<DeskCommand['run']> {
  const meant = await personMeant(hand, given.words[0] ?? '')
  if (!meant.ok) return meant
  const seated = await sitDown(hand, textOf(given, 'as'))
  if (!seated.ok) return seated
  const set = await hand.call('people.setRoles', { id: meant.value.id, roles: [...wanted] })
  return set.ok ? ok({ document: { person: personDocument(set.value) }, text: `${words(set.value)}\n` }) : set
}

function rolesOrLeft(held: readonly Role[]): string {
  return held.length === 0 ? 'has left' : held.map(roleWords).join(', ')
}

function rolesMeant(written: readonly string[], unchanged = 'Nobody was added.'): Result<readonly Role[]> {
  const found = new Set<Role>()
  for (const text of written) {
    const role = roles.find((known) => plain(known) === plain(text))
    if (!role) return fail('invalid', `There is no role “${text}”. Roles are: ${roles.map(roleWords).join(', ')}. ${unchanged}`)
    found.add(role)
  }
  return ok([...found])
}

/** `records editor`, `records-editor` and `recordsEditor` are one. */
function plain(role: string): string {
  return role.toLowerCase().replaceAll(/[\s_-]+/g, '')
}

function roleWords(role: Role): string {
  return role === 'recordsEditor' ? 'records editor' : role
}

function personDocument({ id, name, roles: held }: Person): {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
} {
  return { id, name, roles: held }
}
