import { expect, test } from 'vitest'
import {
  FileFault,
  ImportJob,
  ImportSaid,
  KnownFileFault,
  KnownImportSaid,
  KnownMappingFault,
  KnownRowReason,
  MappingFault,
  RejectedRow
} from '../../../shared/protocol/imports.ts'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { createFormat } from '../../words/format.ts'
import { it } from '../../words/it.ts'
import { faultText } from './mapping-text.ts'
import { rowText } from './row-text.ts'
import { refusedText, saidText } from './said-text.ts'

/** What a code may carry; every one of them picks what it knows. */
const details = {
  has: 3,
  wanted: 7,
  found: 'x',
  columns: { has: 3, wanted: 7 },
  most: 1_000,
  least: 1,
  unit: 'characters',
  what: 'opening',
  formats: ['yyyy-MM-dd', 'd/M/yyyy'],
  field: 'status',
  first: 12,
  steps: { status: 'open', queue: 'L1/front' },
  file: { status: 'closed', queue: 'L2/technical' },
  path: 'customer.name',
  raw: 'RAW',
  allowed: ['a', 'b'],
  zone: 'Mars/One',
  queue: 'L1/none',
  category: 'none',
  column: 'opened',
  times: 2,
  line: 9,
  root: 'html',
  why: { code: 'unclosed-quote' },
  problems: [{ path: 'columns.openedAt', line: 4, why: { code: 'column-missing', column: 'opened' } }],
  rows: 1_234,
  rejected: 99,
  maxShare: 0.05,
  reasons: { 'bad-date': 99 },
  phase: 'publishing',
  name: 'Error',
  cut: true,
  problem: { code: 'empty' }
}

type Member = { readonly shape: Readonly<Record<string, unknown>> }

/** Every member of a union by each of its codes, with what it may carry. */
function all(options: readonly Member[], key: 'code' | 'type'): Record<string, unknown>[] {
  return options.flatMap(({ shape }) => {
    const mine = shape[key] as { readonly values?: ReadonlySet<string>; readonly options?: readonly string[] }
    const carried = Object.fromEntries(Object.keys(shape).map((name) => [name, Reflect.get(details, name)]))
    return [...(mine.options ?? mine.values ?? [])].map((code) => ({ ...carried, [key]: code }))
  })
}

const reasons = all(KnownRowReason.options, 'code').map((why) => ({
  ...details,
  until: null,
  value: '',
  // `file` of a reason is not the file of a fault.
  why: { ...why, ...('file' in why ? { file: details.file } : {}) }
}))
const faults = all(KnownMappingFault.options, 'code').map((one) =>
  'wanted' in one ? { ...one, wanted: 'list' } : one
)
const files = all(KnownFileFault.options, 'code').map((fault) =>
  'file' in fault ? { ...fault, file: 'a.csv' } : fault
)
const sayings = all(KnownImportSaid.options, 'type').map((one) => ({
  ...one,
  ...('columns' in one ? { columns: ['a', 'b'] } : {})
}))

for (const [language, words] of [
  ['en', en],
  ['es', es],
  ['it', it]
] as const) {
  const telling = { words, format: createFormat(language) }

  test(`[IM51] every code of an import has words in ${language}, and they show no hole`, () => {
    const texts = [
      ...reasons.map((row) => rowText(RejectedRow.parse(row), telling)),
      ...faults.map((fault) => faultText(MappingFault.parse(fault), telling)),
      ...files.map((problem) => saidText(ImportSaid.parse({ type: 'BadFile', problem }), telling).text),
      ...sayings.map((said) => saidText(ImportSaid.parse(said), telling).text)
    ]
    expect(texts.length).toBeGreaterThan(75)
    expect(texts.filter((text) => !/\p{L}{3}/u.test(text) || /undefined|\[object|NaN/.test(text))).toEqual([])
    // Each parsed as what it is: none of them fell back to the general sentence.
    const general = [words.importing.reasons, words.importing.mappingFaults, words.importing.fileFaults]
    const begins = [...general.map(({ other }) => other('')), words.importing.said.Other('')]
    const fallen = texts.filter((text) => begins.some((begin) => text.startsWith(begin.slice(0, -4))))
    expect(fallen).toEqual([])
  })

  test(`[IM51] what a newer server says is told in general words with its raw code, in ${language}`, () => {
    const row = RejectedRow.parse({
      line: 2,
      until: null,
      column: '',
      value: '',
      why: { code: 'too-purple', hue: 1 }
    })
    expect(rowText(row, telling)).toContain('too-purple')
    expect(faultText(MappingFault.parse({ code: 'yaml-haiku' }), telling)).toContain('yaml-haiku')
    const file = ImportSaid.parse({ type: 'BadFile', problem: { code: 'on-fire' } })
    expect(saidText(file, telling).text).toContain('on-fire')
    expect(saidText(ImportSaid.parse({ type: 'Postponed', until: 7 }), telling).text).toContain('Postponed')
  })
}

const english = { words: en, format: createFormat('en') }

test('[IM51] a code this console knows, with values it does not, is told by its code too', () => {
  expect(MappingFault.parse({ code: 'wrong-type', wanted: 'poem' })).toEqual({
    code: 'other',
    raw: 'wrong-type'
  })
  expect(FileFault.parse({ code: 'broken-xml' })).toEqual({ code: 'other', raw: 'broken-xml' })
})

test('[IM51] an import with an unknown code is still listed', () => {
  const job = {
    id: 'a',
    name: 'a.csv',
    mapping: 'desk',
    phase: 'failed',
    done: 0,
    total: null,
    rejected: 1,
    imported: 0,
    skipped: 0,
    leftOut: 0,
    said: { type: 'Postponed' },
    startedAt: 0,
    rejections: [{ line: 2, until: null, column: '', value: '', why: { code: 'too-purple' } }]
  }
  const parsed = ImportJob.parse(job)
  expect(parsed.said).toEqual({ type: 'Other', raw: 'Postponed' })
  expect(ImportJob.parse(parsed)).toEqual(parsed)
})

test('[IM3] the columns of the file are told once, below what is missing', () => {
  const told = saidText(
    ImportSaid.parse({
      type: 'MissingColumns',
      problems: ['id', 'opened'].map((column) => ({
        path: column,
        line: 3,
        why: { code: 'column-missing', column }
      })),
      columns: ['first', 'second'],
      looksLike: ';'
    }),
    english
  )
  expect(told).toEqual({
    text: 'The mapping does not fit the file.',
    problems: [
      { at: 'Line 3', line: 3, path: 'id', text: 'The file has no column “id”.' },
      { at: 'Line 3', line: 3, path: 'opened', text: 'The file has no column “opened”.' }
    ],
    notes: [
      'The file seems to be separated by semicolons. Say so under source.delimiter.',
      'The columns of the file: first, second.'
    ]
  })
})

test('[IM1] very many problems are cut, and counted', () => {
  const problems = Array.from({ length: 50 }, (_, line) => ({
    path: `k${line}`,
    line,
    why: { code: 'unknown-key' }
  }))
  const told = saidText(ImportSaid.parse({ type: 'BadMapping', problems }), english)
  expect([told.problems.length, told.notes]).toEqual([20, ['And 30 more.']])
})

test('[IM51] where the server says nothing more, what became of the asking is told', () => {
  const types = [
    'WrongPassword',
    'NotReachable',
    'NotAllowed',
    'TooManyTries',
    'NotFound',
    'ServerSaidNo'
  ] as const
  const texts = types.map((type) => refusedText({ type, message: 'English of the server' }, english).text)
  expect(texts.filter((text) => text.includes('English of the server'))).toEqual([])
  expect(new Set(texts).size).toBe(5)
})
