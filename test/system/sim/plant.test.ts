import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from 'vitest'
import { MUTANTS } from './mutants.ts'
import { planted } from './plant.ts'

test.each(MUTANTS)(
  '[SM4] the place of the planted fault is there once, and with it the file still parses: $name',
  (mutant) => {
    const text = readFileSync(mutant.file, 'utf8')
    const changed = planted(text, mutant)
    expect(changed).not.toBe(text)
    expect(() => stripTypeScriptTypes(changed)).not.toThrow()
    expect(() => planted(`${text}${text}`, mutant)).toThrow('2 places')
    expect(() => planted('', mutant)).toThrow(mutant.name)
  }
)

test('[SM4] every planted fault has a name of its own', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length)
})
