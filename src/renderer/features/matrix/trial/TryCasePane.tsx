import { useMemo, useState } from 'react'
import type { Case } from '../../../../shared/case/case.ts'
import type { Option } from '../../../../shared/case/option.ts'
import { optionsFor } from '../../../../shared/case/options-for.ts'
import type { Limit, Matrix } from '../../../../shared/escalation/matrix.ts'
import type { Person } from '../../../../shared/people/person.ts'
import { useServerNow } from '../../../state/connection.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import type { Saying } from '../../../words/row-sentence.ts'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { compareOptions, type Pair } from './compare-options.ts'
import { isWay, optionLines, optionTitle } from './option-text.ts'
import { PickCase } from './PickCase.tsx'
import { TraitsForm } from './TraitsForm.tsx'
import { caseOf, firstTraits, type Traits, traitsOf } from './test-case.ts'

const TONES: Readonly<Record<Pair['how'], Tone>> = {
  same: 'neutral',
  added: 'positive',
  removed: 'danger',
  changed: 'warning'
}

/** A case, made up or real, and exactly the buttons it would have: under the draft, and under the matrix in force. */
export function TryCasePane({ inForce }: { inForce: Matrix }) {
  const { doc, say, people, change } = useEditing()
  const texts = say.words.matrixTry
  const now = useServerNow(60_000)
  const [traits, setTraits] = useState<Traits>(() => firstTraits(doc))
  const [real, setReal] = useState<Case | null>(null)
  const workers = people.filter((one) => one.role !== 'administrator')
  const person =
    workers.find((one) => one.id === traits.person) ??
    workers.find((one) => one.tier === traits.queue.tier) ??
    workers[0]
  const pairs = useMemo(() => {
    if (!person) return []
    const kase = real ?? caseOf({ ...traits, person: person.id }, now)
    const under = (matrix: Matrix) => optionsFor(kase, person, matrix, { people, at: now })
    return compareOptions(under(inForce), under(doc))
  }, [person, real, traits, now, inForce, doc, people])
  const ways = pairs.filter(({ before, after }) => [before, after].some((one) => one && isWay(one)))
  const differ = pairs.filter((pair) => pair.how !== 'same').length
  return (
    <div className="matrix-pane">
      <PartHead part="tryCase" />
      <div className="matrix-try">
        <div className="matrix-stack">
          <SectionHeader level={3} title={texts.traits} />
          <PickCase
            picked={real}
            onPick={(kase) => {
              setReal(kase)
              if (kase) setTraits((before) => traitsOf(kase, before))
            }}
          />
          <TraitsForm
            traits={{ ...traits, person: person?.id ?? null }}
            isReal={real !== null}
            onChange={setTraits}
          />
        </div>
        <div className="matrix-stack" role="status">
          {change && <p className="tl-strong">{differ === 0 ? texts.sameAll : texts.differ(differ)}</p>}
          {ways.length === 0 && <p className="tl-dim">{texts.noButtons}</p>}
          <ul className="matrix-pairs">
            {ways.map((pair) => (
              <PairCard
                key={pair.id}
                pair={pair}
                amountMinor={traits.amountMinor}
                limits={{ before: limitsOf(inForce, person), after: limitsOf(doc, person) }}
              />
            ))}
          </ul>
          {pairs.length > ways.length && (
            <p className="tl-dim tl-small">{texts.others(pairs.length - ways.length)}</p>
          )}
        </div>
      </div>
    </div>
  )
}

type Limits = readonly Limit[]

/** What who looks may grant by themself. */
function limitsOf({ limits }: Matrix, person: Person | undefined): Limits {
  return limits.filter(({ tier }) => tier === person?.tier)
}

function PairCard({
  pair,
  amountMinor,
  limits
}: {
  pair: Pair
  amountMinor: number | null
  limits: { before: Limits; after: Limits }
}) {
  const { say, change } = useEditing()
  const texts = say.words.matrixTry
  const words: Readonly<Record<Pair['how'], string>> = {
    same: texts.same,
    added: texts.onlyDraft,
    removed: texts.onlyForce,
    changed: texts.changed
  }
  const shown = pair.after ?? pair.before
  const titles = [pair.before, pair.after].map((option) => option && optionTitle(option, say))
  const isElsewhere = pair.how === 'changed' && titles[0] !== titles[1]
  return (
    <li className={`matrix-card matrix-pair-${pair.how}`}>
      <div className="tl-row">
        <span className="tl-strong tl-grow">
          {isElsewhere && (
            <>
              <s className="tl-dim">{titles[0]}</s> →{' '}
            </>
          )}
          {shown && optionTitle(shown, say)}
        </span>
        {change && <Badge tone={TONES[pair.how]}>{words[pair.how]}</Badge>}
      </div>
      {pair.how === 'changed' ? (
        <dl className="matrix-two">
          <OptionSide
            title={texts.inForce}
            option={pair.before}
            {...{ amountMinor, say }}
            limits={limits.before}
          />
          <OptionSide
            title={texts.underDraft}
            option={pair.after}
            {...{ amountMinor, say }}
            limits={limits.after}
          />
        </dl>
      ) : (
        shown && (
          <Lines
            option={shown}
            {...{ amountMinor, say }}
            limits={pair.after ? limits.after : limits.before}
          />
        )
      )}
    </li>
  )
}

type SideProps = { option: Option | null; amountMinor: number | null; limits: Limits; say: Saying }

function OptionSide({ title, option, ...rest }: SideProps & { title: string }) {
  return (
    <div>
      <dt className="tl-dim tl-small">{title}</dt>
      <dd>{option && <Lines option={option} {...rest} />}</dd>
    </div>
  )
}

function Lines({ option, amountMinor, limits, say }: SideProps & { option: Option }) {
  return (
    <ul className="matrix-lines">
      {optionLines(option, amountMinor, limits, say).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {!option.can && <li className="tl-dim">{say.words.matrixTry.greyed}</li>}
    </ul>
  )
}
