// `npm run spec`: lays the rules of docs/spec beside the tests that cite them, and fails where they do not match.
import { globSync, readFileSync } from 'node:fs'
import { citesOf, compare, type Mention, rulesOf } from './spec-rules.ts'

const read = <T>(pattern: string[], of: (file: string, text: string) => T[]): T[] =>
  globSync(pattern)
    .sort()
    .flatMap((file) => of(file, readFileSync(file, 'utf8')))

const rules = read(['docs/spec/**/*.md'], rulesOf)
const cites = read(['{src,test}/**/*.test.{ts,tsx}', 'test/e2e/**/*.spec.ts'], citesOf)
const { untested, unknown, twice } = compare(rules, cites)

list('Rules without a test', untested)
list('Tests that cite an unknown rule', unknown)
list('Rules stated twice', twice)
console.log(`${rules.length} rules, ${cites.length} citations in tests`)
if (untested.length + unknown.length + twice.length > 0) process.exitCode = 1

function list(title: string, mentions: readonly Mention[]): void {
  if (mentions.length === 0) return
  console.error(`${title}:`)
  for (const { rule, where } of mentions) console.error(`  ${rule}  ${where}`)
}
