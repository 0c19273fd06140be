import { DiskFault } from '../sqlite/fault.ts'
import { BadInput } from './commands/bad-input.ts'
import { demoCommand } from './commands/demo.ts'
import { runImportCommand } from './commands/import.ts'
import { integrationCommand } from './commands/integration.ts'
import { matrixCommand } from './commands/matrix.ts'
import { personCommand } from './commands/person.ts'
import { restoredCommand } from './commands/restored.ts'
import { serveCommand } from './commands/serve.ts'

const USAGE = `Tierline server

  serve --data DIR --port N [--host ADDRESS]       serve a workspace (127.0.0.1 unless told otherwise)
  demo --data DIR --port N                         serve a workspace with sample data, to try things in
  import --data DIR --file FILE --mapping FILE     bring past cases in (import --help says more)
  matrix check --file FILE [--data DIR]            say what is wrong with an escalation matrix
  matrix publish --data DIR --file FILE            put a matrix in force
  person add --data DIR --email ADDRESS --name NAME --role ROLE --tier TIER [--queues L1/front] [--language it] [--time-zone Europe/Rome]
  person password --data DIR --email ADDRESS       give a new password
  person list --data DIR
  integration add | remove --data DIR --name NAME  keys for programs that bring cases
  integration list --data DIR
  restored --data DIR                              after laying a backup back`

const out = (line: string): void => void process.stdout.write(`${line}\n`)
const err = (line: string): void => void process.stderr.write(`${line}\n`)

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  err(wordsOf(error))
  process.exitCode = 1
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'serve':
      await serveCommand(args, out)
      return 0
    case 'demo':
      await demoCommand(args, out, err)
      return 0
    case 'import':
      return runImportCommand(args, out, err)
    case 'matrix':
      await matrixCommand(args, out)
      return 0
    case 'person':
      await personCommand(args, out)
      return 0
    case 'integration':
      await integrationCommand(args, out)
      return 0
    case 'restored':
      await restoredCommand(args, out)
      return 0
    case '--help':
    case 'help':
      out(USAGE)
      return 0
    default:
      err(command === undefined ? USAGE : `there is no command ${command}\n\n${USAGE}`)
      return 1
  }
}

/** A person gets a sentence; only what we did not foresee comes with its stack. */
function wordsOf(error: unknown): string {
  if (error instanceof BadInput || error instanceof DiskFault) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC') return `the disk is full: ${error.message}`
  if (/^E[A-Z]+$/.test(code)) return error.message
  return error.stack ?? error.message
}
