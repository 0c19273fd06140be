import { expect, test } from 'vitest'
import { Tier } from '../people/tier.ts'
import { AssistRights, DEFAULT_RIGHTS, lowestThatMay, mayTier, type Wish } from './tier-rights.ts'

/** What the page on co-browse says, a line each: who of L0, L1, L2, L3, L4 may. */
const TABLE: readonly (readonly [Wish, string])[] = [
  [{ do: 'cobrowse' }, '-yyy-'],
  [{ do: 'annotate' }, '-yyy-'],
  [{ do: 'control' }, '-yyy-'],
  [{ do: 'type' }, '--yy-'],
  [{ do: 'screen' }, '-yyy-'],
  [{ do: 'voice' }, '--yy-'],
  [{ do: 'invite', tier: 'L1' }, '-----'],
  [{ do: 'invite', tier: 'L2' }, '-y---'],
  [{ do: 'invite', tier: 'L3' }, '--yy-'],
  [{ do: 'accept', tier: 'L1' }, '--yy-'],
  [{ do: 'accept', tier: 'L2' }, '---y-'],
  [{ do: 'accept', tier: 'L3' }, '---y-'],
  [{ do: 'handBack' }, '---y-'],
  [{ do: 'record' }, '--yy-'],
  [{ do: 'replay', of: 'own' }, '-yyy-'],
  [{ do: 'replay', of: 'team' }, '--yy-'],
  [{ do: 'replay', of: 'all' }, '---y-'],
  [{ do: 'provider', kind: 'cobrowse' }, '-yyy-'],
  [{ do: 'provider', kind: 'screen' }, '-yyy-'],
  [{ do: 'provider', kind: 'video' }, '--yy-'],
  [{ do: 'chooseProvider' }, '---y-'],
  [{ do: 'endOther' }, '---y-']
]

test.each(TABLE)('[AV1] %j: %s', (wish, who) => {
  const may = Tier.options.map((tier) => (mayTier(DEFAULT_RIGHTS, tier, wish) ? 'y' : '-')).join('')
  expect(may).toBe(who)
  expect(lowestThatMay(DEFAULT_RIGHTS, wish)).toBe(Tier.options[who.indexOf('y')])
})

test('[AV1] a company may change the table; a tier that is missing may do nothing, and an unknown right is refused', () => {
  const { L2, ...others } = DEFAULT_RIGHTS
  const changed = AssistRights.parse({ ...others, L1: { ...DEFAULT_RIGHTS.L1, voice: true } })
  expect(mayTier(changed, 'L1', { do: 'voice' })).toBe(true)
  expect(mayTier(changed, 'L2', { do: 'cobrowse' })).toBe(false)
  expect(AssistRights.safeParse({ L2: { ...L2, everything: true } }).success).toBe(false)
})
