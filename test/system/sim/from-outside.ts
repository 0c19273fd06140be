import type { Case } from '../../../src/shared/case/case.ts'
import { personScopes } from '../../../src/shared/case/rights.ts'
import type { Person } from '../../../src/shared/people/person.ts'
import { ben, lea, matrix, queue, sol } from '../../support/cases.ts'
import type { Host } from '../../support/host.ts'
import { outlive } from '../../support/killed.ts'
import { openAt } from '../../support/people-acts.ts'
import type { World } from '../../support/world.ts'
import { fail } from './oracle.ts'
import type { Story } from './story.ts'

/** A customer writes. */
export async function intake(story: Story): Promise<void> {
  const { dice, world, cases } = story
  const host = hostOf(story)
  if (!host) return
  if (dice.chance(0.5) && cases.length < 12) {
    const opened = await outlive(
      openAt(world, dice.pick(['L1/billing', 'L2/billing']), {
        channel: dice.pick(['email', 'social'] as const),
        flags: dice.pick([[], [], ['public'], ['fraud']] as Case['flags'][])
      })
    )
    if (opened) cases.push(opened)
    return
  }
  const body = `customer ${story.written.length + 1}`
  const told = await outlive(world.drive(host.core.intake.customerWrote(dice.pick(cases), body)))
  if (told === undefined || told.ok) story.written.push({ body, isTold: told !== undefined })
}

/** Whoever writes from outside comes to a host that is up. */
export function hostOf({ world, dice }: Story): Host | undefined {
  const up = world.hosts.filter(({ isUp }) => isUp)
  return up.length > 0 ? dice.pick(up) : undefined
}

/** Somebody publishes a matrix: each time another one, every third without the rows that are seldom. `isRich`: one that has them. */
export async function publish(story: Story, isRich = false): Promise<void> {
  const { world, saw } = story
  const host = hostOf(story)
  if (!host) return
  story.published.versions += 1
  if (isRich && story.published.versions % 3 === 0) story.published.versions += 1
  const other = matrix()
  const functional =
    story.published.versions % 2 === 0
      ? other.functional
      : other.functional.map((row) =>
          row.id === 'l1-billing'
            ? {
                ...row,
                to: queue('L2/tech'),
                onChange: story.published.versions % 3 === 0 ? ('rebind' as const) : ('confirm' as const)
              }
            : row
        )
  saw('matrix')
  const before = headOf(world)
  const rows = story.published.versions % 3 === 0 ? {} : RICH
  const published = await outlive(
    world.drive(
      host.core.publishMatrix(
        { ...other, functional, riskShare: story.published.versions % 2 ? 0.4 : 0.25, ...rows },
        'sim'
      )
    )
  )
  if (published && !published.ok) fail('MX3', 'a matrix of the story was not published', published.error)
  if (published?.ok) story.matrices.push({ after: headOf(world), before, what: published.value.version })
}

/** Every kind of row the document knows, so that stories come by them. */
const RICH = {
  special: [
    {
      id: 'fraud',
      reason: 'fraud',
      tiers: ['L1', 'L2'],
      when: { flags: ['fraud'] },
      to: queue('L3/core'),
      package: ['need'],
      acceptMinutes: 15,
      resolveMinutes: 60
    }
  ],
  privacy: [{ id: 'public', when: { flags: ['public'] }, to: 'chat' }],
  exceptions: [{ id: 'late', name: { en: 'Late return' } }],
  delegates: [{ of: sol.id, to: lea.id, when: 'always' }],
  automatic: [
    {
      id: 'own-late',
      trigger: { on: 'breached', clock: 'own' },
      tiers: ['L1'],
      act: { do: 'escalate', to: queue('L2/billing'), acceptMinutes: 20, resolveMinutes: 120 }
    },
    {
      id: 'bounced',
      trigger: { on: 'returned', times: 1 },
      tiers: ['L1', 'L2'],
      act: { do: 'notify', whom: { role: 'supervisor' } }
    }
  ],
  hierarchical: [
    ...matrix().hierarchical.map((row) =>
      row.id === 'refund-200' ? { ...row, twoPeopleOverMinor: 10_000 } : row
    ),
    {
      id: 'to-core',
      action: 'move',
      to: queue('L3/core'),
      tiers: ['L1', 'L2'],
      acceptMinutes: 30,
      resolveMinutes: 300,
      chain: [
        {
          approver: { role: 'supervisor' },
          minutes: 30,
          onTimeout: { do: 'notify', whom: { role: 'escalation_manager' } }
        }
      ],
      package: ['ask']
    },
    {
      id: 'late',
      action: 'exception',
      exception: 'late',
      tiers: ['L1', 'L2'],
      chain: [{ approver: { role: 'supervisor' }, minutes: 30, onTimeout: { do: 'decline' } }],
      package: ['ask']
    }
  ]
}

/** Somebody works elsewhere from now on. */
export async function movePerson(story: Story): Promise<void> {
  const { dice } = story
  const host = hostOf(story)
  if (!host) return
  const moved: Person = dice.chance(0.5)
    ? {
        ...ben,
        queues: dice.pick([
          [queue('L1/billing')],
          [queue('L1/tech')],
          [queue('L2/billing')],
          [queue('L1/billing'), queue('L2/billing')]
        ]),
        tier: dice.pick(['L1', 'L2'] as const)
      }
    : {
        ...lea,
        queues: dice.pick([
          [queue('L2/billing')],
          [queue('L2/tech'), queue('L2/billing')],
          [queue('L2/tech')]
        ])
      }
  await move(story, moved, host)
}

/** From here on they see something else; when exactly, only the log knows. */
export async function move({ world, saw, sights }: Story, moved: Person, host: Host): Promise<void> {
  saw('moved')
  const all = sights.get(moved.id) ?? []
  const last = all.at(-1)
  if (last) last.before = Math.min(last.before, headOf(world))
  const done = await outlive(world.drive(host.core.putPerson(moved).then(() => true)))
  const what = done ? personScopes(moved) : null
  sights.set(moved.id, [...all, { after: headOf(world), before: Number.POSITIVE_INFINITY, what }])
}

function headOf({ truth }: World): number {
  return (truth.prepare('SELECT coalesce(max(seq), 0) AS seq FROM facts').get() as { seq: number }).seq
}
