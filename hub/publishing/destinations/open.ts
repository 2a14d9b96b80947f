/** From a destination's settings to the destination; a new kind is one file beside this and one case here. */
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
