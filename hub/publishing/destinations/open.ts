/** From a destination's settings to the destination; a new kind is one file beside this and one case here. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Destination as DestinationSettings } from '../../../shared/desk/settings.ts'
import type { HubContext } from '../../context.ts'
import type { Destination } from './destination.ts'
import { openFolder } from './folder.ts'

/** `isKnown`: a site of this desk was seen there before. */
export function openDestination(hub: Pick<HubContext, 'folder'>, settings: DestinationSettings, isKnown: boolean): Destination {
  const isOwn = settings.folder === ''
  return openFolder({ folder: resolve(hub.folder, settings.folder || 'site'), isOwn, isKnown })
}

/**
 * Where nothing lies of a site in the desk's own folder, as after restoring a backup, which holds no pages. A folder elsewhere may
 * be a disk that is not put in, or belong to the desk that the backup is of: it is left to people.
 */
export function isOwnFolderGone(hub: Pick<HubContext, 'folder'>, { folder }: DestinationSettings): boolean {
  return folder === '' && !existsSync(resolve(hub.folder, 'site'))
}
