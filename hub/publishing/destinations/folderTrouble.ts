/** The computer's errors at a site folder, in words for the desk; what can pass by itself is tried again. */
import { allIsWhole, DeliveryFailure } from '../failure.ts'

export async function explained<T>(folder: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw inWords(folder, error)
  }
}

/** The error itself where nobody could do anything about it. */
function inWords(folder: string, error: unknown): unknown {
  if (isCode(error, 'ENOSPC', 'EDQUOT'))
    return new DeliveryFailure(
      'transient',
      `The disk that holds ${folder} is full. ${allIsWhole}, and nothing is lost; it is tried again by itself. Free some room.`,
    )
  if (isCode(error, 'EACCES', 'EPERM', 'EROFS'))
    return new DeliveryFailure(
      'permanent',
      `The folder ${folder} cannot be written to. ${allIsWhole}, and nothing is lost. Give this program the right to write there, or choose another folder in Settings, then try again.`,
    )
  if (isCode(error, 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOTEMPTY')) {
    return inTheWay(error instanceof Error && 'path' in error ? String(error.path) : folder)
  }
  if (isCode(error, 'ENOENT', 'EIO', 'EBUSY', 'EMFILE', 'ENFILE', 'ESTALE', 'ETIMEDOUT')) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return new DeliveryFailure(
      'transient',
      `The folder ${folder} could not be written just now (${code}). Nothing is lost; it is tried again by itself.`,
    )
  }
  return error
}

/** Where a file of the site should stand, or a folder. */
export function inTheWay(path: string): DeliveryFailure {
  return new DeliveryFailure(
    'permanent',
    `Something that is not of this desk stands in the way of the site, at ${path}. It was left as it is. Move it away, then try again.`,
  )
}

export function absentOnly(error: unknown): undefined {
  if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined
  throw error
}

export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
