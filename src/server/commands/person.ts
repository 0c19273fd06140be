import { hasQueue } from '../../shared/case/routes.ts'
import { isSpan, NO_SPAN, Person } from '../../shared/people/person.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { Reader } from '../../sqlite/db.ts'
import { hashPassword, newPassword } from '../auth/password.ts'
import { findMatrix, newestMatrixVer } from '../log/matrices.ts'
import { dropLogin, findLogin, findPerson, listPeople, putLogin } from '../log/people.ts'
import { dropTokensOf } from '../log/tokens.ts'
import { flag, readFlags, timeOf, whereOf } from './args.ts'
import { BadInput } from './bad-input.ts'
import { type DataFolder, within } from './data-folder.ts'

const USAGE = `person add --data DIR --email ADDRESS --name NAME --role ROLE --tier TIER [--queues L1/front,L2/billing] [--language it] [--time-zone Europe/Rome] [--id ID]
person change --data DIR --email ADDRESS [--name NAME] [--role ROLE] [--tier TIER] [--queues L2/billing] [--language it] [--time-zone Europe/Rome]
person remove --data DIR --email ADDRESS
person away --data DIR --email ADDRESS --until TIME [--from TIME]   (--until now: is back)
person password --data DIR --email ADDRESS
person list --data DIR`

const ABOUT = ['name', 'role', 'tier', 'queues', 'language', 'time-zone']

/** Who works here. The first administrator is made this way too: there is no account that comes with the product. */
export async function personCommand(args: readonly string[], out: (line: string) => void): Promise<void> {
  const [what, ...rest] = args
  if (what === 'add') return add(rest, out)
  if (what === 'change') return change(rest, out)
  if (what === 'remove') return remove(rest, out)
  if (what === 'away') return away(rest, out)
  if (what === 'password') return password(rest, out)
  if (what === 'list') {
    return within(whereOf(readFlags(rest, ['data'])), ({ db }) => {
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
  const person = personOf({
    id: flags['id'] ?? email.replaceAll(/[^a-z0-9.-]/g, '-'),
    name: flag(flags, 'name'),
    role: flag(flags, 'role'),
    tier: flag(flags, 'tier'),
    queues: queuesOf(flags['queues'] ?? ''),
    language: flags['language'] ?? 'en',
    timeZone: timeZoneOf(flags['time-zone'] ?? 'UTC')
  })
  await within(whereOf(flags), async (folder) => {
    if (findPerson(folder.db, person.id))
      throw new BadInput(`there is somebody called ${person.id} already; give another --id`)
    if (findLogin(folder.db, email)) throw new BadInput(`${email} belongs to somebody already`)
    refuseUnknownQueues(folder.db, person)
    await folder.core.putPerson(person)
    out(
      `${person.name} (${person.id}) works here now. Password, shown this once: ${await givePassword(folder, person, email)}`
    )
  })
}

/** Another team, tier or role. A console that is connected learns it within a second, one that is away when it is back. */
async function change(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'email'], ABOUT)
  if (ABOUT.every((name) => flags[name] === undefined)) throw new BadInput(`nothing to change\n${USAGE}`)
  const email = emailOf(flag(flags, 'email'))
  await within(whereOf(flags), async ({ db, core }) => {
    const known = personWith(db, email)
    const { name, role, tier, queues, language } = flags
    const zone = flags['time-zone']
    const person = personOf({
      ...known,
      ...(name && { name }),
      ...(role && { role }),
      ...(tier && { tier }),
      ...(queues !== undefined && { queues: queuesOf(queues) }),
      ...(language && { language }),
      ...(zone && { timeZone: timeZoneOf(zone) })
    })
    refuseUnknownQueues(db, person)
    await core.putPerson(person)
    const places = person.queues.map(queueKey).join(', ') || 'no queue'
    out(`${person.name} (${person.id}): ${person.role}, ${person.tier}, ${places}`)
  })
}

/** The name stays in the histories; the cases can be claimed by those who are left. */
async function remove(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'email'])
  const email = emailOf(flag(flags, 'email'))
  await within(whereOf(flags), async ({ home, db, core }) => {
    const person = personWith(db, email)
    await core.putPerson({ ...person, role: 'agent', queues: [] })
    await home.write((tx) => {
      dropLogin(tx, person.id)
      dropTokensOf(tx, 'person', person.id)
    })
    out(`${person.name} (${person.id}) can sign in no more and works in no queue`)
  })
}

/** Who stands in decides meanwhile. A running server tells it within a second. */
async function away(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'email', 'until'], ['from'])
  const email = emailOf(flag(flags, 'email'))
  const until = flag(flags, 'until') === 'now' ? null : timeOf('until', flag(flags, 'until'))
  const from = flags['from'] === undefined ? Date.now() : timeOf('from', flags['from'])
  if (until !== null && !isSpan({ from, until })) throw new BadInput(`--until: ${NO_SPAN.message}`)
  await within(whereOf(flags), async ({ db, core }) => {
    const person = personWith(db, email)
    const set = await core.setAway(undefined, person.id, until === null ? null : { from, until })
    if (!set.ok) throw new BadInput('--until: that time has passed already')
    const span = until === null ? 'here' : `away from ${iso(from)} until ${iso(until)}`
    out(`${person.name} (${person.id}) is ${span}`)
  })
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

async function password(args: readonly string[], out: (line: string) => void): Promise<void> {
  const flags = readFlags(args, ['data', 'email'])
  const email = emailOf(flag(flags, 'email'))
  await within(whereOf(flags), async (folder) => {
    const person = personWith(folder.db, email)
    out(`New password of ${person.name}, shown this once: ${await givePassword(folder, person, email)}`)
  })
}

/** A new password ends every sign-in made with the old one. */
async function givePassword({ home }: DataFolder, person: Person, email: string): Promise<string> {
  const given = newPassword()
  const hash = await hashPassword(given)
  await home.write((tx) => {
    putLogin(tx, person.id, email, hash)
    dropTokensOf(tx, 'person', person.id)
  })
  return given
}

function personWith(db: Reader, email: string): Person {
  const login = findLogin(db, email)
  const person = login && findPerson(db, login.personId)?.person
  if (!person) throw new BadInput(`nobody works here under ${email}`)
  return person
}

function personOf(candidate: unknown): Person {
  const parsed = Person.safeParse(candidate)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `--${issue.path.map(String).join('.')}: ${issue.message}`)
  throw new BadInput(lines.join('\n'))
}

/** A slip of the pen would leave somebody in front of an empty screen. Before the first matrix nothing can be said. */
function refuseUnknownQueues(db: Reader, { queues }: Person): void {
  const matrix = findMatrix(db, newestMatrixVer(db))
  const unknown = matrix && queues.find((queue) => !hasQueue(matrix, queue))
  if (unknown) throw new BadInput(`--queues: the matrix has no ${queueKey(unknown)}`)
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
