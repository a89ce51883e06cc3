import { lingui } from '@lingui/vite-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './web/first-load.ts'
import { appWorker, workerEntry } from './web/worker/build-worker.ts'

const server = process.env.WEDERHOOR_DEV_SERVER ?? 'http://127.0.0.1:4180'

const { plugin, codeSplitting, resolveDependencies } = firstLoad({
  root: import.meta.dirname,
  shell: 'web/main.tsx',
  inbox: 'web/screens/inbox/inbox.tsx',
})

export default defineConfig(({ command }) => ({
  root: 'web',
  // A sentence without its Dutch stops the build; while writing it is shown in English.
  plugins: [
    lingui({ macroTransform: true, failOnMissing: command === 'build' }),
    react(),
    tailwindcss(),
    plugin,
    appWorker(),
  ],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // The content policy allows no `data:` fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies },
    rolldownOptions: {
      input: { index: 'web/index.html', [workerEntry]: 'web/worker/sw.ts' },
      output: {
        codeSplitting,
        // Browsers look for a newer worker under the very name of the old one.
        entryFileNames: ({ name }) => (name === workerEntry ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '^/api/': { target: server, changeOrigin: true } } },
  preview: { proxy: { '^/api/': { target: server, changeOrigin: true } } },
}))
