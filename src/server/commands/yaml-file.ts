import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { BadInput } from './bad-input.ts'

/** What a YAML (or JSON) file says. */
export function readYaml(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`there is no file ${file}, or it cannot be read`)
  }
  try {
    return parse(text)
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n')
    throw new BadInput(`${file} is not valid YAML: ${first}`)
  }
}
