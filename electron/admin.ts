/** What only the command line does: whole builds, verifying and rebuilding while it waits, backups. */
import { fail, ok } from '../shared/result.ts'
import { readArticle } from './database/articles.ts'
import { type Context, deskOf, guarded } from './handlers/context.ts'
import { rebuildAll, verifyAll } from './jobs/verify.ts'
import { previewOf } from './preview/preview.ts'
import type { Admin } from './session.ts'

export function adminOf(context: Context): Admin {
  return {
    buildSite: (folder) =>
      guarded(async () => {
        await context.sync.sync()
        const built = await context.line.ask({ type: 'buildSite', folder })
        return built.ok ? ok({ files: built.value.files }) : fail('invalid', built.message)
      }),

    async previewBytes(id) {
      const desk = deskOf(context)
      if (!desk.ok) return desk
      const article = readArticle(context.db, id)
      return article
        ? ok((await previewOf(context, desk.value, article)).bytes)
        : fail('notFound', 'There is no such article at this desk.')
    },

    verify: () => guarded(async () => ok({ problems: await verifyAll(context, () => {}) })),

    rebuild: () => guarded(async () => ok({ changed: await rebuildAll(context, () => {}) })),

    backup: (file) => guarded(() => context.backup(file)),
  }
}
