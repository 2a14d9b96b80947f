/** Versions: kept, read, brought back. */
import { readVersion } from '../../shared/desk/version.ts'
import { fail, ok } from '../../shared/result.ts'
import { markRead } from '../database/readMarks.ts'
import { keepVersion, versionBytesOf } from '../database/versions.ts'
import { articleView, localDraft } from './articleView.ts'
import { restoreVersion } from './restoreVersion.ts'
import { articleFor, command, deskOf, guarded, type Handlers, personOf } from './context.ts'

export const versionHandlers: Pick<Handlers, 'versions.keep' | 'versions.restore' | 'versions.markRead' | 'versions.read'> = {
  async 'versions.keep'(context, caller, { id, label }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const article = articleFor(context, caller, id)
    if (!article.ok) return article
    const draft = localDraft(context, at.value.desk, article.value)
    const kept = await command(context, caller.person, { kind: 'version.keep', subject: id, body: { version: draft.hash, label } })
    if (!kept.ok) return kept
    keepVersion(context.db, draft.hash, id, draft.bytes)
    return articleView(context, at.value.desk, at.value.person, id)
  },

  async 'versions.restore'(context, caller, { id, version }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    const done = await restoreVersion(context, at.value.desk, at.value.person, id, version)
    return done.ok ? articleView(context, at.value.desk, at.value.person, id) : done
  },

  'versions.markRead'(context, caller, { id, version }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    const article = articleFor(context, caller, id)
    if (!article.ok) return article
    if (!article.value.versions.some(({ hash }) => hash === version)) return fail('notFound', 'There is no such version of this article.')
    return guarded(async () => {
      markRead(context.db, caller.person, id, version, context.now().toISOString())
      return ok({ done: true })
    })
  },

  'versions.read'(context, caller, { id, version }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const article = articleFor(context, caller, id)
    if (!article.ok) return article
    const kept = article.value.versions.find(({ hash }) => hash === version) ?? null
    const bytes = versionBytesOf(context.db, version)
    if (bytes) return ok({ version: readVersion(bytes, version), kept })
    const draft = localDraft(context, desk.value, article.value)
    if (draft.hash === version) return ok({ version: draft.version, kept })
    return fail('notFound', 'This version is not on this computer.')
  },
}
