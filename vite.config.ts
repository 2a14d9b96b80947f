/** The build: one file, three environments: the page (client), the workstation and its workers (main), the Electron preload. */
import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname
const native = ['electron', 'better-sqlite3', 'sharp']

/** `hub/worker.ts` becomes `hub-worker`: flat, because shared chunks must agree with entries on `import.meta.dirname`. */
function entryName(file: string): string {
  return file
    .replace(/\.ts$/, '')
    .replace(/^electron[\\/]/, '')
    .replaceAll(/[\\/]/g, '-')
}

/** The three shells, and every worker: a file called `worker.ts` or `….worker.ts`. */
function mainEntries(): Record<string, string> {
  const workers = globSync(['hub/**/{worker,*.worker}.ts', 'electron/**/{worker,*.worker}.ts'], { cwd: root })
  const entries = ['electron/main.ts', 'electron/web.ts', 'electron/cli.ts', ...workers.sort()]
  return Object.fromEntries(entries.map((file) => [entryName(file), path.join(root, file)]))
}

/**
 * Asks the browser to make all of the page's code ready at once, beside the page while it loads, and not function by function while
 * somebody waits for a screen that opens. Browsers that do not know it read past it.
 */
const readyAtOnce = '//# allFunctionsCalledOnLoad'

const flat = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' }

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: '/',
  publicDir: existsSync(path.join(root, 'renderer/public')) ? 'public' : false,
  cacheDir: path.join(root, '.cache/vite'),
  plugins: [react()],
  clearScreen: false,
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  // The licences of what is bundled go with it.
  build: {
    emptyOutDir: true,
    reportCompressedSize: false,
    sourcemap: true,
    chunkSizeWarningLimit: 4000,
    license: { fileName: 'licences.md' },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(root, 'out/client'),
        manifest: false,
        // A page under a strict policy has no data: fonts and no inlined scripts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: path.join(root, 'renderer/index.html'), output: { postBanner: readyAtOnce } },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: native, conditions: ['node', 'import', 'module', 'default'] },
      build: {
        outDir: path.join(root, 'out/main'),
        target: 'node22',
        minify: false,
        ssr: true,
        rolldownOptions: { input: mainEntries(), external: native, platform: 'node', output: { ...flat, format: 'esm' } },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: path.join(root, 'out/preload'),
        target: 'node22',
        minify: false,
        ssr: true,
        rolldownOptions: {
          input: { preload: path.join(root, 'electron/shell/preload.ts') },
          external: ['electron'],
          platform: 'node',
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload', 'client']) {
        const environment = builder.environments[name]
        if (!environment) throw new Error(`vite.config.ts has no environment ${name}`)
        await builder.build(environment)
      }
    },
  },
})
