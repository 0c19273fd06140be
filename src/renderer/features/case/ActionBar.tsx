import {
  Ban,
  Check,
  Clock,
  CornerDownLeft,
  CornerDownRight,
  Ellipsis,
  Hand,
  Pause,
  Play,
  RotateCcw,
  Undo2
} from 'lucide-react'
import type { Option, OptionName } from '../../../shared/case/option.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ActionButton, ActionItem } from './ActionButton.tsx'
import { EscalateMenu, type EscalateMenuProps } from './EscalateMenu.tsx'
import { requestText } from './request-text.ts'
import type { CaseActions } from './useCaseActions.ts'
import { useSay } from './useSay.ts'

const MORE: readonly OptionName[] = [
  'release',
  'assign',
  'transfer',
  'swarm',
  'leaveSwarm',
  'callManager',
  'answerCall',
  'close'
]

/** All that can be done with the case: taking it first, then going up, waiting and ending, and the rest behind "More". */
export function ActionBar({
  options,
  actions,
  escalate
}: {
  options: readonly Option[]
  actions: CaseActions
  escalate: Omit<EscalateMenuProps, 'options' | 'actions'>
}) {
  const say = useSay()
  const { words } = say
  const find = (name: OptionName) => options.find((option) => option.name === name)
  const take = find('accept') ?? find('claim')
  const approve = find('approve')
  const decline = find('decline')
  const handOn = find('handOn')
  const takeIsFirst = take?.can && !approve?.can
  const giveBack = find('return')
  // One's own escalation that nobody has taken up yet: the case is not one's own now, and this is what one can do.
  const takeBack = options.find(
    (option) => option.can && option.name === 'withdraw' && option.kind === 'functional'
  )
  const resume = find('resume')
  const pend = find('pend')
  const hold = find('hold')
  const resolve = find('resolve')
  const reopen = find('reopen')
  const more = options.filter((option) => MORE.includes(option.name))
  const press = actions.press
  return (
    <div className="case-actions" role="toolbar" aria-label={words.case.toolbar}>
      <div className="case-actions-main">
        {approve?.can && (
          <>
            <ActionButton
              option={approve}
              label={requestText(approve, say)}
              variant="primary"
              icon={<Check aria-hidden />}
              onPress={press}
            />
            {decline && <ActionButton option={decline} icon={<Ban aria-hidden />} onPress={press} />}
            {handOn && (
              <ActionButton option={handOn} icon={<CornerDownRight aria-hidden />} onPress={press} />
            )}
          </>
        )}
        {takeBack && <ActionButton option={takeBack} icon={<Undo2 aria-hidden />} onPress={press} />}
        {take && (take.can || !takeBack) && (
          <ActionButton
            option={take}
            keys="C"
            variant={takeIsFirst ? 'primary' : 'plain'}
            icon={<Hand aria-hidden />}
            onPress={press}
          />
        )}
        {reopen && <ActionButton option={reopen} icon={<RotateCcw aria-hidden />} onPress={press} />}
        <EscalateMenu options={options} actions={actions} {...escalate} />
        {giveBack?.can && (
          <ActionButton option={giveBack} icon={<CornerDownLeft aria-hidden />} onPress={press} />
        )}
        {resume && <ActionButton option={resume} icon={<Play aria-hidden />} onPress={press} />}
        {pend && <ActionButton option={pend} icon={<Clock aria-hidden />} onPress={press} />}
        {hold && (
          <ActionButton
            option={hold}
            label={words.case.status.on_hold}
            icon={<Pause aria-hidden />}
            onPress={press}
          />
        )}
        {resolve && <ActionButton option={resolve} icon={<Check aria-hidden />} onPress={press} />}
      </div>
      {more.length > 0 && (
        <Menu
          label={words.case.more}
          placement="top-end"
          button={
            <Button
              variant="quiet"
              className="tl-icon-button case-more-actions"
              aria-label={words.case.more}
              icon={<Ellipsis aria-hidden />}
            />
          }
        >
          {more.map((option) => (
            <ActionItem key={option.id} option={option} onPress={press} />
          ))}
        </Menu>
      )}
    </div>
  )
}
