/** The page's beginning: the interface under its providers, listening for changes. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { z } from 'zod'
import { bridge } from './bridge/bridge.ts'
import { keepDocuments, openEarly } from './editor/openDocuments.ts'
import { App } from './shell/App.tsx'
import { quietly } from './shell/quietRoot.ts'
import { ignoreStrayFiles } from './shell/strayFiles.ts'
import { applyTheme } from './state/appearance.ts'
import { beforeCompose } from './state/beforeCompose.ts'
import { listenForChanges } from './state/changes.ts'
import { askBeforeClosing } from './state/closing.ts'
import { showKeysInMenu, useChosenKeys } from './state/keys.ts'
import { showSilence } from './state/statusLine.ts'
import './ui/base.css'

// Compiled parsers are built with `new Function`, which the page's policy refuses and reports.
z.config({ jitless: true })

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
})
listenForChanges(client, bridge)
keepDocuments(bridge)
askBeforeClosing(window)
ignoreStrayFiles(window)
beforeCompose(window, openEarly)
bridge.onSilence(showSilence)
applyTheme()
showKeysInMenu()
useChosenKeys.subscribe(showKeysInMenu)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
quietly(root, createRoot).render(
  <QueryClientProvider client={client}>
    <Router base={import.meta.env.BASE_URL.replace(/\/$/, '')}>
      <App />
    </Router>
  </QueryClientProvider>,
)
