import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom, the most specific folder first; `*` is one folder's name, a name with an extension one file.
 * A folder may always import itself. This table is the architecture: change it together with ARCHITECTURE.md.
 */
const MAY_IMPORT: readonly (readonly [place: string, may: readonly string[]])[] = [
  ['src/shared/lib', ['zod', '@noble/hashes']],
  ['src/shared/people', ['zod', 'src/shared/lib']],
  [
    'src/shared/escalation/check',
    ['zod', 'src/shared/lib', 'src/shared/people', 'src/shared/escalation', 'src/shared/sla']
  ],
  ['src/shared/escalation', ['zod', 'src/shared/lib', 'src/shared/people']],
  ['src/shared/sla', ['zod', 'src/shared/lib', 'src/shared/people', 'src/shared/escalation']],
  [
    'src/shared/case',
    ['zod', 'src/shared/lib', 'src/shared/people', 'src/shared/escalation', 'src/shared/sla']
  ],
  ['src/shared/assist', ['zod', 'src/shared/lib', 'src/shared/people']],
  ['src/shared/protocol', ['zod', 'src/shared']],

  ['src/snippet', ['src/shared/assist']],
  ['src/matrix-text', ['yaml', 'zod', 'src/shared']],
  ['src/sqlite', ['better-sqlite3', 'node:']],
  ['src/tables', ['src/shared', 'src/sqlite']],

  ['src/engine/store', ['src/shared', 'src/sqlite', 'src/tables', 'zod']],
  ['src/engine/place.ts', ['src/shared', 'src/sqlite', 'src/engine/store']],
  [
    'src/engine/sync',
    [
      'node:crypto',
      'socket.io-client',
      'src/shared',
      'src/sqlite',
      'src/tables',
      'src/engine/store',
      'src/engine/place.ts',
      'pino',
      'zod'
    ]
  ],
  [
    'src/engine/commands',
    ['src/shared', 'src/sqlite', 'src/tables', 'src/engine/store', 'src/engine/place.ts', 'zod']
  ],
  [
    'src/engine/queries',
    [
      'src/shared',
      'src/sqlite',
      'src/tables',
      'src/engine/store',
      'src/engine/place.ts',
      'src/engine/desk.ts',
      'zod'
    ]
  ],
  [
    'src/engine',
    ['node:', 'src/shared', 'src/matrix-text', 'src/sqlite', 'src/tables', 'uuid', 'pino', 'zod']
  ],

  ['src/server/home', ['node:', 'pg', 'src/shared', 'src/sqlite', 'src/server', 'uuid']],
  ['src/server/log', ['node:', 'src/shared', 'src/sqlite', 'src/tables', 'uuid', 'zod']],
  [
    'src/server/session',
    [
      'node:',
      'socket.io',
      'socket.io-parser',
      'src/shared',
      'src/sqlite',
      'src/tables',
      'src/server',
      'pino',
      'uuid',
      'zod'
    ]
  ],
  [
    'src/server/import',
    ['node:', 'csv-parse', 'saxes', 'luxon', 'yaml', 'zod', 'src/shared', 'src/sqlite', 'src/tables', 'uuid']
  ],
  [
    'src/server/http',
    [
      'node:',
      'fastify',
      'src/shared',
      'src/matrix-text',
      'src/sqlite',
      'src/tables',
      'src/server',
      'pino',
      'uuid',
      'zod'
    ]
  ],
  ['src/server/watch', ['node:', 'prom-client', 'fastify', 'src/shared', 'src/sqlite', 'src/server']],
  [
    'src/server/*',
    [
      'node:',
      'src/shared',
      'src/matrix-text',
      'src/sqlite',
      'src/tables',
      'src/server',
      'pino',
      'uuid',
      'yaml',
      'zod'
    ]
  ],
  [
    'src/server',
    [
      'node:',
      'src/shared',
      'src/matrix-text',
      'src/sqlite',
      'src/tables',
      'socket.io',
      'fastify',
      'pino',
      'uuid',
      'yaml',
      'zod'
    ]
  ],

  ['src/host', ['node:', 'src/shared/protocol']],
  ['src/main', ['node:', 'electron', 'src/host', 'src/shared/protocol']],
  ['src/web-host', ['node:', 'socket.io', 'src/host', 'src/shared/protocol']],
  ['src/preload', ['electron', 'src/shared/protocol']],

  ['src/renderer/bridge.ts', ['socket.io-client', 'src/shared']],
  ['src/renderer/ui', ['react', 'react-dom', '@ariakit/react', '@tanstack/react-virtual', 'lucide-react']],
  ['src/renderer/words', ['react', 'src/shared']],
  ['src/renderer/state/check-worker.ts', ['zod', 'src/shared', 'src/renderer/state']],
  [
    'src/renderer/state',
    ['zustand', 'react', 'uuid', 'src/shared', 'src/renderer/bridge.ts', 'src/renderer/words']
  ],
  [
    'src/renderer/features/*',
    ['react', 'lucide-react', 'src/shared', 'src/renderer/state', 'src/renderer/ui', 'src/renderer/words']
  ],
  [
    'src/renderer',
    ['react', 'react-dom', 'lucide-react', 'zod', 'zustand', '@fontsource-variable/inter', 'src/shared']
  ]
]

/** Imports for their effect only: styles in the page. Anything else that runs on import hides what depends on it. */
const EFFECTS = /^src\/renderer\/.*\.css$|^@fontsource-variable\//

const FROM = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g
const EFFECT = /^\s*import\s+['"]([^'"]+)['"]/gm

/** The part of `target` that `place` covers, if it covers any: `src/a/*` covers `src/a/b` of `src/a/b/c.ts`. */
function covers(place: string, target: string): string | undefined {
  const end = place.endsWith(':') ? '' : '(?=/|$)'
  return target.match(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}${end}`)?.[0]
}

function matches(pattern: RegExp, file: string): string[] {
  return [...codeOf(file).matchAll(pattern)].map(([, from = '']) =>
    from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from
  )
}

/** The file without its comments, so that an example in one is not taken for an import. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
}

function placeOf(file: string): { home: string; may: readonly string[] } | undefined {
  for (const [place, may] of MAY_IMPORT) {
    const home = covers(place, file)
    // `src/server/*` is for folders: a file of that level belongs to the folder above.
    if (home && (home !== file || home === place)) return { home, may }
  }
  return undefined
}

function breaches(file: string): string[] {
  const place = placeOf(file)
  const may = place ? [place.home, ...place.may] : []
  const targets = [...matches(FROM, file), ...matches(DYNAMIC, file)]
  return targets.filter((target) => !may.some((allowed) => covers(allowed, target)))
}

const files = globSync('src/**/*.{ts,tsx}')
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))

test('[AR1] every source file lives in a folder the architecture knows', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !placeOf(file))).toEqual([])
})

test('[AR2] folders import only what the architecture lets them', () => {
  expect(files.flatMap((file) => breaches(file).map((target) => `${file} -> ${target}`))).toEqual([])
})

test('[AR3] nothing is imported for its effect but styles', () => {
  const effects = files.flatMap((file) => matches(EFFECT, file).map((target) => ({ file, target })))
  const hidden = effects.filter(
    ({ file, target }) => !(file.startsWith('src/renderer/') && EFFECTS.test(target))
  )
  expect(hidden).toEqual([])
})

test('[AR4] the shared rules know no clock, no chance and no process', () => {
  const impure =
    /\bDate\b|\bMath\.random\b|\bprocess\.|\bset(?:Timeout|Interval)\b|\bperformance\b|\bcrypto\./
  const shared = files.filter((file) => file.startsWith('src/shared/'))
  expect(shared.length).toBeGreaterThan(0)
  expect(shared.filter((file) => impure.test(withoutWords(codeOf(file))))).toEqual([])
})

test('[AR5] own files are imported by their whole name', () => {
  const vague = files.flatMap((file) =>
    [...matches(FROM, file), ...matches(DYNAMIC, file)].filter(
      (target) => target.startsWith('src/') && !/\.(?:tsx?|css|json|svg)(?:\?[\w&]+)?$/.test(target)
    )
  )
  expect(vague).toEqual([])
})

test('[AR6] the type check covers every file', () => {
  const projects = globSync('tsconfig.*.json')
    .map((file): unknown => JSON.parse(readFileSync(file, 'utf8')))
    .filter((project): project is { include: string[]; exclude?: string[] } =>
      Object.hasOwn(project as object, 'include')
    )
  const inside = (file: string, patterns: readonly string[]): boolean =>
    patterns.some((pattern) => covers(pattern, file) || path.posix.matchesGlob(file, pattern))
  const checked = (file: string): boolean =>
    projects.some(({ include, exclude = [] }) => inside(file, include) && !inside(file, exclude))
  const all = globSync(['*.ts', '{src,test,scripts,bench}/**/*.{ts,tsx}']).map((file) =>
    file.replaceAll(path.sep, '/')
  )
  expect(all.filter((file) => !checked(file))).toEqual([])
})

/** Code without what is written for people: a word in a message is not a clock. */
function withoutWords(code: string): string {
  return code.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''").replaceAll(/\bz\.date\b/g, '')
}
