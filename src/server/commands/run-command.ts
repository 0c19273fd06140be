import { DiskFault } from '../../sqlite/fault.ts'
import { BadInput } from './bad-input.ts'
import { checkpointCommand } from './checkpoint.ts'
import { demoCommand } from './demo.ts'
import { runImportCommand } from './import.ts'
import { integrationCommand } from './integration.ts'
import { matrixCommand } from './matrix.ts'
import { migrateCommand } from './migrate.ts'
import { personCommand } from './person.ts'
import { restoredCommand } from './restored.ts'
import { serveCommand } from './serve.ts'

const USAGE = `Tierline server

  serve --data DIR --port N [--host ADDRESS] [--proxy ADDRESS] [--database URL [--cache DIR]]
                                                   serve a workspace (on 127.0.0.1 unless told otherwise;
                                                   --proxy: the reverse proxy in front, often 127.0.0.1;
                                                   --database: a workspace in PostgreSQL, for several nodes)
    --webhook URL [--webhook-secret-file FILE] [--webhook-kinds grant,allow,mail]
                                                   tell a system of yours what was granted, signed with the secret
                                                   in the file or in TIERLINE_WEBHOOK_SECRET
    --metrics-port N [--metrics-host ADDRESS]      numbers for Prometheus, and whether it runs and is ready, on a port of
                                                   their own (of 127.0.0.1 unless told otherwise)
  demo --data DIR --port N                         serve a workspace with sample data, to try things in
  import --data DIR --file FILE --mapping FILE     bring past cases in (import --help says more)
  matrix check --file FILE [--data DIR]            say what is wrong with an escalation matrix
  matrix publish --data DIR --file FILE [--at TIME]
                                                   put a matrix in force, now or then; the first one begins the workspace
  matrix list | show | diff | export | rollback | plan | try
                                                   the versions there are (matrix alone says more)
  person add --data DIR --email ADDRESS --name NAME --role ROLE --tier TIER [--queues L1/front] [--language it] [--time-zone Europe/Rome]
  person change --data DIR --email ADDRESS [--queues L2/billing] [--tier L2] [--role ROLE] ...
  person remove --data DIR --email ADDRESS         no sign-in, no queues; the name stays in the histories
  person away --data DIR --email ADDRESS --until TIME|now [--from TIME]
                                                   who stands in decides meanwhile
  person password --data DIR --email ADDRESS       give a new password
  person list --data DIR
  integration add | remove --data DIR --name NAME  keys for programs that bring cases
  integration list --data DIR
  restored --data DIR                              after laying a backup back
  migrate --data DIR --database URL                move a workspace out of its folder into an empty database
  checkpoint --database URL                        lay a copy into the database for new nodes to begin from

A workspace in PostgreSQL: --database URL in place of --data DIR, or DATABASE_URL in the environment. Connect to the database
itself and not through a pooler.`

type Say = (line: string) => void

/** Does what the command line asks. Gives the exit code; why something cannot be done is said on `err`. */
export async function runCommand(asked: readonly string[], out: Say, err: Say): Promise<number> {
  try {
    return await run(asked, out, err)
  } catch (error) {
    err(wordsOf(error))
    return 1
  }
}

async function run([command, ...args]: readonly string[], out: Say, err: Say): Promise<number> {
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
    case 'migrate':
      await migrateCommand(args, out)
      return 0
    case 'checkpoint':
      await checkpointCommand(args, out)
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
