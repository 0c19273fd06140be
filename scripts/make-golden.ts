import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

/**
 * Makes the files under test/golden out of an earlier checkout of this repository, with that checkout's own code: databases of
 * consoles and a server in the middle of a day, an envelope of every kind of command, and what was said on the wire.
 *
 *   node scripts/make-golden.ts <folder of the earlier checkout> <name>
 */
const [root, name] = process.argv.slice(2)
if (!root || !name) throw new Error('which checkout, and under which name?')
const out = path.join(import.meta.dirname, '..', 'test', 'golden')

// biome-ignore lint/suspicious/noExplicitAny: another build's modules, of which nothing is known here
const load = async (file: string): Promise<any> => import(pathToFileURL(path.resolve(root, file)).href)

const { z } = await load('node_modules/zod/index.js')
const { createWorld } = await load('test/support/world.ts')
const { openAt, press, caseOf, approvalsOf } = await load('test/support/people-acts.ts')
const { people, ana, ben, lea, sol, max } = await load('test/support/cases.ts')
const { Command } = await load('src/shared/case/command.ts')
const { opHash } = await load('src/shared/protocol/op.ts')
const sync = await load('src/shared/protocol/sync.ts')
// Builds of before protocol 3 had no versions of shapes.
const { versionOf } = await load('src/shared/protocol/upcast.ts').catch(() => ({ versionOf: () => 1 }))

const PACKAGE = { need: 'the second charge back', tried: 'looked it up', impact: 'upset', ask: 'refund her' }

const ASK = { action: 'refund', amountMinor: 12_000, currency: 'EUR', package: PACKAGE }
const ABOUT = { escalationId: 'golden-0', subjectHash: 'a'.repeat(64) }
/** What each kind of command holds besides its case. */
const SAMPLES: Readonly<Record<string, object>> = {
  'case.open': {
    subject: 'Charged twice',
    body: 'I was charged twice.',
    customer: { id: 'cust-1', name: 'Rosa Conti', language: 'it', segment: 'B2C' },
    channel: 'email',
    category: 'billing',
    priority: 'normal',
    queue: { tier: 'L1', team: 'billing' }
  },
  'case.assign': { to: 'ben' },
  'case.transfer': { to: { tier: 'L1', team: 'tech' }, note: 'yours' },
  'case.reply': { body: 'Dear Rosa' },
  'case.note': { body: 'she called' },
  'case.setPriority': { priority: 'high', was: 'normal' },
  'case.setCategory': { category: 'bug', was: 'billing' },
  'case.setFlag': { flag: 'fraud', on: true },
  'case.goPrivate': { to: 'chat' },
  'case.callManager': { note: 'please' },
  'case.answerCall': { note: 'here' },
  'case.swarm': { people: ['ben'], note: 'look' },
  'case.hold': { reason: 'vendor' },
  'case.resolve': { resolution: 'solved' },
  'case.reopen': { reason: 'not solved' },
  'case.grant': { ask: ASK },
  'case.escalate': {
    rowId: 'l1-billing',
    to: { tier: 'L2', team: 'billing' },
    matrixVer: 1,
    package: PACKAGE
  },
  'escalation.accept': { escalationId: 'golden-0' },
  'escalation.return': { escalationId: 'golden-0', note: 'known', to: 'team' },
  'escalation.withdraw': { escalationId: 'golden-0' },
  'approval.request': { rowId: 'refund-200', matrixVer: 1, ask: ASK },
  'approval.amend': { escalationId: 'golden-0', ask: ASK },
  'approval.approve': ABOUT,
  'approval.decline': { ...ABOUT, reason: 'no' },
  'approval.handOn': { ...ABOUT, to: 'sol', note: 'you' }
}

type Said = { who: string; dir: 'up' | 'down'; name: string; payload: unknown; answer?: unknown }
const said: Said[] = []

const world = await createWorld({ people })
listen()
const cases = []
for (let n = 0; n < 6; n += 1) cases.push(await openAt(world, 'L1/billing'))
const [first, second, third, fourth, fifth, sixth] = cases
const [atAna, atBen, atLea, atSol, atMax] = [ana, ben, lea, sol, max].map((one) => world.console(one))
await world.settle()

// What is settled: an escalation that came back, a refund somebody approved, a conflict in the review tray.
press(atAna, first, 'claim')
press(atAna, first, 'reply', { body: 'We look into it, Rosa.' })
press(atAna, first, 'escalate', { package: PACKAGE })
await world.settle()
press(atLea, first, 'accept')
await world.settle()
press(atLea, first, 'return', { note: 'see the second invoice' })
press(atAna, second, 'claim')
press(atAna, second, 'grant:refund', { amountMinor: 12_000, package: PACKAGE })
await world.settle()
press(atSol, second, 'approve', { note: 'fine' })
await world.settle()
world.cut(atAna)
press(atAna, third, 'claim')
press(atAna, third, 'reply', { body: 'lost in a conflict' })
press(atBen, third, 'claim')
await world.settle()
world.mend(atAna)
await world.settle()
press(atAna, fifth, 'claim')
press(atAna, fifth, 'escalate', { package: PACKAGE })
await world.settle()
press(atLea, fifth, 'accept')
press(atAna, fourth, 'claim')
press(atAna, fourth, 'grant:refund', { amountMinor: 15_000, package: PACKAGE })
await world.settle()
save('server', world.server.db)

// What waits: done without a network, never sent.
for (const one of [atAna, atLea, atSol]) world.cut(one)
press(atAna, second, 'note', { body: 'she called again' })
press(atAna, second, 'reply', { body: 'It is on its way.' })
press(atAna, second, 'setPriority', { choice: 'high' })
press(atAna, second, 'resolve', { choice: 'solved', note: 'paid back' })
press(atAna, sixth, 'claim')
press(atAna, sixth, 'hold', { choice: 'vendor', note: 'the bank looks' })
press(atLea, fifth, 'return', { note: 'known, see the FAQ' })
press(atSol, fourth, 'approve', { note: 'go on' })
if (approvalsOf(atSol).length !== 0 || caseOf(atAna, second).state.status !== 'resolved')
  throw new Error('the story went another way')
for (const one of [atAna, atLea, atSol]) save(one.name, one.db)
void atMax

write('envelopes.json', envelopes())
write('wire.json', { protocol: sync.PROTOCOL, shapes: shapes(), said })
await world.close()

/** Everything that is said between the consoles and the server from now on. */
function listen(): void {
  const { core } = world.server
  const { connect } = core
  core.connect = (who: { personId: string }, emit: (name: string, payload: unknown) => void) => {
    const session = connect(who, (event: string, payload: unknown) => {
      said.push({ who: who.personId, dir: 'down', name: event, payload: structuredClone(payload) })
      emit(event, payload)
    })
    const { receive } = session
    session.receive = (event: string, payload: unknown) => {
      const one: Said = { who: who.personId, dir: 'up', name: event, payload: structuredClone(payload) }
      said.push(one)
      return receive(event, payload).then((answer: unknown) => {
        one.answer = structuredClone(answer)
        return answer
      })
    }
    return session
  }
}

/** The wire of this build as JSON Schema: what it takes from a server. */
function shapes(): unknown {
  const of = (shape: unknown) => z.toJSONSchema(shape, { io: 'input' })
  const gives = Object.entries(sync.Up).map(([event, one]) => [event, of((one as { gives: unknown }).gives)])
  const down = Object.entries(sync.Down).map(([event, one]) => [event, of(one)])
  return { gives: Object.fromEntries(gives), down: Object.fromEntries(down) }
}

/** One op of every command this build knows, chained as one device makes them. */
function envelopes(): unknown[] {
  let [opNo, previous] = [0, '']
  return Command.options.map((shape: { shape: { type: { value: string } } }) => {
    const type = shape.shape.type.value
    const command = Command.parse({ type, caseId: 'case-1', ...SAMPLES[type] })
    opNo += 1
    const op = {
      ev: 1,
      tv: versionOf(type),
      opId: `golden-${opNo}`,
      opNo,
      deviceId: 'golden-device',
      actorId: 'ana',
      storeId: '',
      caseId: 'case-1',
      base: { caseVer: 1, cursor: 1, matrixVer: 1 },
      deps: [],
      madeAt: 1_767_603_600_000,
      mono: opNo,
      bootId: 'golden-boot',
      offline: true,
      grantId: null,
      command
    }
    previous = opHash(op, previous)
    return { ...op, hash: previous }
  })
}

function save(who: string, db: { prepare(sql: string): { run(file: string): void } }): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-golden-'))
  const file = path.join(folder, 'copy.db')
  db.prepare('VACUUM INTO ?').run(file)
  writeFileSync(path.join(out, `${name}-${who}.db.gz`), gzipSync(readFileSync(file), { level: 9 }))
  rmSync(folder, { recursive: true })
}

function write(what: string, value: unknown): void {
  writeFileSync(path.join(out, `${name}-${what}.gz`), gzipSync(JSON.stringify(value), { level: 9 }))
}
