import { survive } from '../../support/killed.ts'
import type { Console } from '../../support/world.ts'
import type { Story } from './story.ts'
import { work } from './work.ts'

const LONG_OPS = 520
const FLOOD_OPS = 10_000
const YEARS = 10 * 365 * 24 * 3_600_000

export function cutOrMend({ world, saw }: Story, one: Console): void {
  saw(one.online ? 'cut' : 'mend')
  if (one.online) world.cut(one)
  else world.mend(one)
}

/** The process of a console ends, at once or around its next commit; or is started again. */
export function killOrRevive({ world, dice, saw }: Story, one: Console): void {
  if (one.isDead) {
    saw('revive')
    // Nothing starts on a full disk: somebody has made room.
    one.isFull = false
    return world.revive(one)
  }
  saw('kill')
  if (dice.chance(0.5)) one.dieAt = dice.pick(['before', 'after'] as const)
  else world.kill(one)
}

/** A host ends, at once or around its next commit; or is started again. */
export async function serverTrouble({ world, dice, saw }: Story): Promise<void> {
  const host = dice.pick(world.hosts)
  if (!host.isUp) {
    saw('server:up')
    host.isFull = false
    await world.drive(host.start())
    return
  }
  saw('server:down')
  if (dice.chance(0.6)) host.dieAt = dice.pick(['before', 'after'] as const)
  else host.stop()
}

/** What seldom happens. */
export async function trouble(story: Story, one: Console): Promise<void> {
  const { dice, world, consoles, saw } = story
  const kind = dice.pick([
    'full',
    'full',
    'serverFull',
    'clock',
    'clock',
    'deaf',
    'deaf',
    'storm',
    'signOut',
    'backlog',
    ...(world.hosts.length > 1 ? (['away', 'away', 'away'] as const) : [])
  ] as const)
  switch (kind) {
    case 'full':
      saw('disk:full')
      one.isFull = true
      return
    case 'serverFull':
      saw('server:full')
      dice.pick(world.hosts).isFull = true
      return
    case 'clock':
      saw('clock:jump')
      one.skewMs = dice.pick([0, YEARS, -YEARS, 3_600_000, -3_600_000])
      return
    case 'deaf':
      saw('deaf')
      one.isDeaf = true
      return
    case 'storm': {
      saw('storm')
      const up = consoles.filter((each) => each.online)
      if (dice.chance(0.5)) for (const host of world.hosts) if (host.isUp) host.core.drain(() => 10)
      for (const each of up) world.cut(each)
      for (const each of up) world.mend(each)
      return
    }
    case 'signOut':
      if (!world.hosts.some(({ isUp }) => isUp)) return
      saw('signedOut')
      for (const host of world.hosts) if (host.isUp) host.core.signOut(`token-${one.name}`)
      return
    case 'away':
      saw('log:away')
      dice.pick(world.hosts).isAway = true
      return
    case 'backlog':
      return backlog(story, one)
  }
}

/** Days of work without the net, by a machine. */
function flood({ world, cases, saved, saw }: Story, one: Console): void {
  if (one.isDead) world.revive(one)
  one.isFull = false
  world.cut(one)
  for (let n = 0; n < FLOOD_OPS; n += 1) {
    const caseId = cases[n % cases.length]
    const acted = caseId && survive(() => one.desk.act({ type: 'case.note', caseId, body: `flood ${n}` }))
    if (acted?.ok && acted.opId) saved.push({ opId: acted.opId, by: one, waitsOn: undefined, isNote: true })
  }
  world.mend(one)
  saw('flood')
}

/** Hours of work without the net, and all of it goes out at once. */
function backlog({ cases, dice, saved, saw }: Story, one: Console, ops = 60): void {
  const caseId = dice.pick(cases)
  if (one.isDead || one.isFull || !one.desk.place()) return
  let made = 0
  for (let n = 0; n < ops; n += 1) {
    const acted = survive(() => one.desk.act({ type: 'case.note', caseId, body: `backlog ${n}` }))
    if (!acted?.ok || !acted.opId) break
    saved.push({ opId: acted.opId, by: one, waitsOn: undefined, isNote: true })
    made += 1
  }
  if (made > 30) saw('backlog')
}

/** What has gone wrong with this machine may come right; true when it did. */
export function mayComeRight(story: Story, one: Console): boolean {
  const { dice, world } = story
  if (one.isFull && dice.chance(0.4)) {
    one.isFull = false
    story.saw('disk:room')
    return true
  }
  const full = world.hosts.find(({ isFull }) => isFull)
  if (full && dice.chance(0.4)) {
    full.isFull = false
    story.saw('server:room')
    return true
  }
  const away = world.hosts.find(({ isAway }) => isAway)
  if (away && dice.chance(0.3)) {
    away.isAway = false
    story.saw('log:back')
    return true
  }
  if (one.isUnanswered && dice.chance(0.3)) {
    one.isUnanswered = false
    return true
  }
  if (one.isDeaf && dice.chance(0.3)) {
    hearAgain(story, one)
    return true
  }
  if (!one.isDead && one.desk.sync.status().state === 'refused' && dice.chance(0.4)) {
    world.kill(one)
    one.isFull = false
    world.revive(one)
    story.saw('signedIn')
    return true
  }
  return false
}

/** A line of which one half was dead does not live on: the next one is whole. */
export function hearAgain({ world }: Story, one: Console): void {
  if (!one.isDeaf) return
  one.isDeaf = false
  const wasOnline = one.online
  world.cut(one)
  if (wasOnline) world.mend(one)
}

/** The fault that is this story's own, in two steps of it: what is kept early, and laid back late. */
export async function ownFault(story: Story, step: number): Promise<void> {
  const { once, world, consoles, saved, saw } = story
  const [first] = consoles
  if (!first) return
  if (once.own === 'restore') {
    if (step === 30 && world.server.isUp) once.restore = await world.backup()
    if (step !== 55 || !once.restore) return
    saw('restored')
    world.server.isFull = false
    await once.restore()
    once.isRestored = true
    for (const each of saved) each.mayBeLost = true
    return
  }
  if (once.own === 'none') return
  if (once.own === 'flood') {
    if (step === 40) flood(story, first)
    return
  }
  if (step === 35 && first.desk.place() && !first.isDead) {
    // What it has not sent when its disk is copied, two will send.
    world.cut(first)
    for (let n = 0; n < 4; n += 1) work(story, first)
    // More than a hello can name: the rest is known by its name when it comes.
    if (story.isLong) backlog(story, first, LONG_OPS)
    const disk = world.clone(first, `${first.name}-copy`)
    disk.isDead = true
    disk.online = true
    once.copy = { of: first, disk, isRunning: false }
    world.mend(first)
  }
  if (step !== 50 || !once.copy) return
  const { disk, of } = once.copy
  once.copy.isRunning = true
  if (once.own === 'setBack') {
    // The disk is the one of before: what this machine did since is not on it. What the server had of it stands.
    saw('setBack')
    world.kill(of)
    for (const each of saved) if (each.by === of) each.mayBeLost = true
    consoles.splice(consoles.indexOf(of), 1, disk)
  } else {
    saw('twoCopies')
    consoles.push(disk)
    // What the first one sends now it gets no answer to: it goes out again under the name it takes.
    if (of.isDead) world.revive(of)
    of.isDeaf = false
    of.isFull = false
    world.mend(of)
    await world.clock.forward(4_000)
    of.isUnanswered = true
    backlog(story, of, 2)
    for (let n = 0; n < 3; n += 1) work(story, of)
    await world.clock.forward(500)
  }
  world.revive(disk)
}
