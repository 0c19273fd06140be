import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { type Clash, clashKey } from '../../../../shared/escalation/merge-matrix.ts'
import { Field } from '../../../ui/Field.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { useEditing } from '../editing.ts'
import { clashText, clashTitle } from './clash-text.ts'

/** What the draft and the version in force both changed, each to something else: one of the two is chosen for each. */
export function Clashes({
  clashes,
  mine,
  theirs,
  yields,
  onChoose
}: {
  clashes: readonly Clash[]
  mine: Matrix
  theirs: Matrix
  /** The keys of those that go the other way. */
  yields: ReadonlySet<string>
  onChoose: (clash: Clash, isTheirs: boolean) => void
}) {
  const { say } = useEditing()
  const { clash: texts } = say.words.matrix
  return (
    <div className="matrix-stack">
      <SectionHeader level={2} title={texts.title} />
      {clashes.map((clash) => (
        <Field key={clashKey(clash)} label={clashTitle(clash, [mine, theirs], say)}>
          <RadioGroup
            value={yields.has(clashKey(clash)) ? 'theirs' : 'mine'}
            options={[
              { value: 'mine', label: texts.mine, hint: clashText(clash, mine, say) },
              {
                value: 'theirs',
                label: texts.theirs(say.format.number(theirs.version)),
                hint: clashText(clash, theirs, say)
              }
            ]}
            onChange={(side) => onChoose(clash, side === 'theirs')}
          />
        </Field>
      ))}
    </div>
  )
}
