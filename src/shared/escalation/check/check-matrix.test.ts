import { expect, test } from 'vitest'
import { queue } from '../../../../test/support/cases.ts'
import { chains } from '../../../../test/support/planted/chains.ts'
import { money } from '../../../../test/support/planted/money.ts'
import { names } from '../../../../test/support/planted/names.ts'
import { type Doc, functional, type Planted } from '../../../../test/support/planted/planted.ts'
import { shadows } from '../../../../test/support/planted/shadows.ts'
import { times } from '../../../../test/support/planted/times.ts'
import { ways } from '../../../../test/support/planted/ways.ts'
import { soundMatrix, soundPeople } from '../../../../test/support/sound-matrix.ts'
import { englishOfFinding, linesOfFinding } from '../english-of-finding.ts'
import { type Finding, FindingCode } from '../finding.ts'
import { type Around, checkMatrix, mayPublish } from './check-matrix.ts'
import { NOTHING_AROUND } from './document.ts'

const around = (over: Partial<Around> = {}): Around => ({ ...NOTHING_AROUND, people: soundPeople, ...over })
const PLANTED: readonly Planted[] = [...names, ...ways, ...shadows, ...money, ...chains, ...times]

const whereOf = ({ row, path }: Finding): string => (row ? `${row.list}/${row.id}` : path)

test('[MX4] a sound document has no findings, with people known or not', () => {
  expect(checkMatrix(soundMatrix(), around()).findings).toEqual([])
  expect(checkMatrix(soundMatrix(), NOTHING_AROUND).findings).toEqual([])
})

test.each(PLANTED)(
  '[MX4] found, and nothing else: $fault',
  ({ plant, around: over, finds, values, example }) => {
    const doc: Doc = soundMatrix()
    plant(doc)
    const { matrix, findings } = checkMatrix(doc, around(over))
    expect(matrix).not.toBeNull()
    expect(findings.map((one) => [one.level, one.code, whereOf(one)])).toEqual(finds)
    if (values) expect(findings[0]?.values).toMatchObject(values)
    if (example) expect(findings[0]?.example).toMatchObject(example)
    expect(findings[0]?.path.split('.')[0]).toBe(findings[0]?.row?.list ?? findings[0]?.path.split('.')[0])
  }
)

test('[MX5] [MX10] [MX11] [MX12] [MX13] [MX14] [MX15] [MX17] [MX19] every code is found by one of these, or by the shape', () => {
  const found = new Set(PLANTED.flatMap(({ finds }) => finds.map(([, code]) => code)))
  expect(FindingCode.options.filter((code) => !found.has(code))).toEqual(['shape', 'newer_format'])
})

test('[MX2] [MX3] what is no matrix is told as that, and a newer one as newer', () => {
  const newer = checkMatrix({ ...soundMatrix(), format: 'tierline.matrix/99' }, around())
  expect(newer).toMatchObject({ matrix: null, findings: [{ level: 'error', code: 'newer_format' }] })
  const broken = checkMatrix({ ...soundMatrix(), riskShare: 2, currency: 'euro' }, around())
  expect(broken.matrix).toBeNull()
  expect(broken.findings.map(({ path, code }) => [path, code])).toEqual([
    ['currency', 'shape'],
    ['riskShare', 'shape']
  ])
  expect(mayPublish(broken)).toBe(false)
})

test('[MX3] errors stop publishing, warnings do not', () => {
  for (const { plant, around: over, finds } of PLANTED) {
    const doc: Doc = soundMatrix()
    plant(doc)
    expect(mayPublish(checkMatrix(doc, around(over)))).toBe(finds.every(([level]) => level === 'warning'))
  }
})

test('[MX3] every finding is one English sentence with all its values in it', () => {
  for (const { plant, around: over } of PLANTED) {
    const doc: Doc = soundMatrix()
    plant(doc)
    for (const finding of checkMatrix(doc, around(over)).findings) {
      const text = englishOfFinding(finding)
      expect(text.replace(`{${finding.values['word']}}`, '')).not.toMatch(/[{}]/)
      expect(linesOfFinding(finding)[0]).toContain(text)
    }
  }
  const doc: Doc = soundMatrix()
  functional({ when: { flags: ['fraud'] }, to: queue('L3/core') })(doc)
  expect(checkMatrix(doc, around()).findings.flatMap(linesOfFinding)).toEqual([
    'error: functional new (functional.3): never gets its turn: fraud takes every case it is for',
    '  for example L1/front, bill, urgent, email, B2B, fraud'
  ])
})
