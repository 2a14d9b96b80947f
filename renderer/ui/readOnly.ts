/** Fields below it are read and not changed: whoever looks has not the right. */
import { createContext } from 'react'

export const ReadOnlyContext = createContext(false)
