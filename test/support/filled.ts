import type { Case } from '../../src/shared/case/case.ts'
import { commandFrom, type Filled } from '../../src/shared/case/command-from.ts'
import type { Option } from '../../src/shared/case/option.ts'
import type { Random } from './random.ts'

/** How often a button is pressed, against 1 for the rest: or everybody would write notes and no case would get anywhere. */
const WEIGHT: Readonly<Record<string, number>> = {
  note: 0.3,
  reply: 0.6,
  setCategory: 0.15,
  setPriority: 0.25,
  assign: 0.3,
  transfer: 0.2,
  release: 0.3,
  claim: 3,
  accept: 4,
  approve: 4,
  decline: 0.5,
  amend: 1,
  escalate: 2,
  grant: 1.5,
  flag: 0.1,
  unflag: 0.3,
  swarm: 0.2,
  return: 2,
  reopen: 2,
  close: 0.5
}

/** One of the buttons that can be pressed, those more often that move a case. */
export function anyButton(dice: Random, options: readonly Option[]): Option | undefined {
  const enabled = options.filter((option) => option.can)
  const weights = enabled.map((option) => WEIGHT[option.name] ?? 1)
  let left = dice.next() * weights.reduce((total, weight) => total + weight, 0)
  return enabled.find((_option, index) => {
    left -= weights[index] ?? 0
    return left <= 0
  })
}

/** The command of a button, with something in each field it asks for. `words`: what is written. */
export function pressedWith(dice: Random, option: Option, kase: Case, words: string): unknown {
  const filled: { -readonly [K in keyof Filled]: Filled[K] } = {
    package: { need: words, tried: 'a second look', impact: 'one customer', ask: 'a decision' }
  }
  for (const field of option.can ? option.fields : []) {
    if (field.kind === 'text') filled[field.name] = words
    else if (field.kind === 'queue' || field.kind === 'person')
      filled.to = dice.pick<string | object>(field.choices) as never
    else if (field.kind === 'choice') filled.choice = dice.pick(field.choices)
    else if (field.kind === 'money') filled.amountMinor = dice.pick([500, 3_000, 12_000, 60_000])
  }
  return commandFrom(option, kase, filled)
}
