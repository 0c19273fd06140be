import { Person } from '../../shared/people/person.ts'
import { hashPassword, newPassword } from '../auth/password.ts'
import { findLogin, findPerson, listPeople, putLogin } from '../log/people.ts'
import { dropTokensOf } from '../log/tokens.ts'
import { flag, readFlags } from './args.ts'
import { BadInput } from './bad-input.ts'
import { type DataFolder, within } from './data-folder.ts'

const USAGE = `person add --data DIR --email ADDRESS --name NAME --role ROLE --tier TIER [--queues L1/front,L2/billing] [--language it] [--time-zone Europe/Rome] [--id ID]
person password --data DIR --email ADDRESS
person list --data DIR`

/** Who works here. The first administrator is made this way too: there is no account that comes with the product. */
export async function personCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  const [what, ...rest] = args
  if (what === 'add') return add(rest, out)
  if (what === 'password') return password(rest, out)
  if (what === 'list') {
    const data = flag(readFlags(rest, ['data']), 'data')
    return within(data, ({ db }) => {
      for (const one of listPeople(db)) out(`${one.id}\t${one.role}\t${one.tier}\t${one.name}`)
    })
  }
  throw new BadInput(USAGE)
}

async function add(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(
    args,
    ['data', 'email', 'name', 'role', 'tier'],
    ['queues', 'language', 'time-zone', 'id']
  )
  const email = emailOf(flag(flags, 'email'))
  const parsed = Person.safeParse({
    id: flags['id'] ?? email.replaceAll(/[^a-z0-9.-]/g, '-'),
    name: flag(flags, 'name'),
    role: flag(flags, 'role'),
    tier: flag(flags, 'tier'),
    queues: queuesOf(flags['queues'] ?? ''),
    language: flags['language'] ?? 'en',
    timeZone: timeZoneOf(flags['time-zone'] ?? 'UTC')
  })
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `--${issue.path.map(String).join('.')}: ${issue.message}`
    )
    throw new BadInput(lines.join('\n'))
  }
  const person = parsed.data
  await within(flag(flags, 'data'), async (folder) => {
    if (findPerson(folder.db, person.id))
      throw new BadInput(`there is somebody called ${person.id} already; give another --id`)
    if (findLogin(folder.db, email)) throw new BadInput(`${email} belongs to somebody already`)
    folder.core.putPerson(person)
    out(
      `${person.name} (${person.id}) works here now. Password, shown this once: ${await givePassword(folder, person, email)}`
    )
  })
}

async function password(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'email'])
  const email = emailOf(flag(flags, 'email'))
  await within(flag(flags, 'data'), async (folder) => {
    const login = findLogin(folder.db, email)
    const person = login && findPerson(folder.db, login.personId)?.person
    if (!person) throw new BadInput(`nobody works here under ${email}`)
    out(`New password of ${person.name}, shown this once: ${await givePassword(folder, person, email)}`)
  })
}

/** A new password ends every sign-in made with the old one. */
async function givePassword({ db }: DataFolder, person: Person, email: string): Promise<string> {
  const given = newPassword()
  const hash = await hashPassword(given)
  db.write((tx) => {
    putLogin(tx, person.id, email, hash)
    dropTokensOf(tx, 'person', person.id)
  })
  return given
}

function emailOf(text: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) throw new BadInput(`--email: ${text} is no e-mail address`)
  return text.toLowerCase()
}

function queuesOf(text: string): unknown[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((key) => {
      const [tier, team] = key.trim().split('/')
      return { tier, team }
    })
}

function timeZoneOf(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw new BadInput(`--time-zone: ${text} is no time zone (such as Europe/Rome)`)
  }
}
