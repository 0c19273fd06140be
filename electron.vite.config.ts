import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// By hand: the oldest runtimes that must run this build. Left alone, the plugin would aim at the newest Electron only.
const NODE = 'node20.18'
const CHROME = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE,
      sourcemap: true,
      externalizeDeps: true, // only `dependencies` (better-sqlite3) stay outside; everything else is bundled
      rolldownOptions: {
        // Four processes and a thread, one build: the names are what main, the launcher and the packager look for.
        input: {
          index: 'src/main/index.ts',
          engine: 'src/engine/index.ts',
          'matrix-thread': 'src/engine/matrix-thread.ts',
          server: 'src/server/cli.ts',
          'cut-worker': 'src/server/snapshots/cut-worker.ts',
          'web-host': 'src/web-host/index.ts'
        }
      }
    }
  },
  preload: {
    build: {
      target: NODE,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' } // a sandboxed preload cannot be an ES module
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: CHROME,
      sourcemap: true,
      minify: true,
      assetsInlineLimit: 0, // fonts and images as files: the content policy then needs no `data:` for them
      rolldownOptions: { input: { index: 'src/renderer/index.html' } }
    }
  }
})
