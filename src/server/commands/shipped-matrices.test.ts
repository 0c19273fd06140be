import { existsSync, globSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkMatrix } from '../../shared/escalation/check/check-matrix.ts'
import { NOTHING_AROUND } from '../../shared/escalation/check/document.ts'
import { resourcesDir } from '../resources-dir.ts'
import { readPeople } from './people-file.ts'
import { readYaml } from './yaml-file.ts'

const shipped = globSync(path.join(resourcesDir(), 'matrices/*.yaml')).filter(
  (file) => !file.endsWith('.people.yaml')
)
const peopleOf = (file: string) => file.replace(/\.yaml$/, '.people.yaml')

test('[MX16] three example matrices are shipped, each with its people', () => {
  expect(shipped.map((file) => path.basename(file, '.yaml')).sort()).toEqual([
    'four-level',
    'uk-moj-on-call',
    'va-gov-call-centre'
  ])
  expect(shipped.filter((file) => !existsSync(peopleOf(file)))).toEqual([])
})

const demo = path.join(resourcesDir(), 'demo/matrix.yaml')
test.each([
  ...shipped.map((file) => [path.basename(file), file, peopleOf(file)]),
  ['the demo', demo, path.join(resourcesDir(), 'demo/people.yaml')]
])('[MX16] %s has no findings', (_name, file, people) => {
  const document = { version: 1, ...(readYaml(file) as object) }
  const around = { ...NOTHING_AROUND, people: readPeople(people) }
  expect(checkMatrix(document, around).findings).toEqual([])
  expect(checkMatrix(document, NOTHING_AROUND).findings).toEqual([])
})
