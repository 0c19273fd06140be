import { CircleDollarSign, CornerDownLeft, CornerDownRight, FileCheck, Pencil, Undo2 } from 'lucide-react'
import type { RefObject } from 'react'
import type { Option } from '../../../shared/case/option.ts'
import type { SimilarCase } from '../../../shared/protocol/views.ts'
import { Button } from '../../ui/Button.tsx'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { Menu, MenuGroup } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { approverText } from '../../words/approver-text.ts'
import { ActionItem } from './ActionButton.tsx'
import { escalateGroups } from './escalate-groups.ts'
import { requestText } from './request-text.ts'
import type { CaseActions } from './useCaseActions.ts'
import { type Say, useSay } from './useSay.ts'

const MINUTE = 60_000

export type EscalateMenuProps = {
  options: readonly Option[]
  actions: CaseActions
  similar: readonly SimilarCase[]
  /** Pressed from elsewhere to open it. */
  button: RefObject<HTMLButtonElement | null>
  onLook: (like: SimilarCase) => void
}

/**
 * Every way up, as the matrix draws it: first what one can do oneself and how cases like this ended, then expertise,
 * then authority, then what is already under way.
 */
export function EscalateMenu({ options, actions, similar, button, onLook }: EscalateMenuProps) {
  const say = useSay()
  const { words } = say
  const texts = words.escalation
  const { yourself, functional, authority, underWay } = escalateGroups(options)
  const nothing = functional.length + authority.length + underWay.length + yourself.length === 0
  if (nothing) return null
  const item = (option: Option) => (
    <ActionItem
      key={option.id}
      option={option}
      icon={iconOf(option)}
      label={labelOf(option, say)}
      description={descriptionOf(option, say)}
      onPress={actions.press}
    />
  )
  return (
    <Menu
      label={texts.title}
      placement="top-start"
      wide
      button={
        <Button ref={button} icon={<EscalationIcon kind="functional" label="" />} keys="E">
          {texts.title}
        </Button>
      }
    >
      {yourself.length > 0 && (
        <MenuGroup label={texts.yourself}>
          {yourself.map((option) => (
            <ActionItem
              key={option.id}
              option={option}
              icon={<CircleDollarSign aria-hidden />}
              label={texts.upTo(actionWord(option, say), leftText(option, say))}
              description={texts.leftOnCase(leftText(option, say))}
              onPress={actions.press}
            />
          ))}
        </MenuGroup>
      )}
      {similar.length > 0 && (
        <MenuGroup label={texts.similar}>
          {similar.map((one) => (
            <MenuItem
              key={one.id}
              icon={<FileCheck aria-hidden />}
              description={endText(one, say)}
              onSelect={() => onLook(one)}
            >
              {one.subject}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {functional.length > 0 && <MenuGroup label={texts.functional}>{functional.map(item)}</MenuGroup>}
      {authority.length > 0 && <MenuGroup label={texts.hierarchical}>{authority.map(item)}</MenuGroup>}
      {underWay.length > 0 && <MenuGroup label={texts.open}>{underWay.map(item)}</MenuGroup>}
    </Menu>
  )
}

/** The group says the word; the sign need not say it again. */
function iconOf({ name, kind }: Option) {
  if (name === 'escalate') return <EscalationIcon kind="functional" label="" />
  if (name === 'return') return <CornerDownLeft aria-hidden />
  if (name === 'amend') return <Pencil aria-hidden />
  if (name === 'handOn') return <CornerDownRight aria-hidden />
  return kind === 'hierarchical' && name !== 'withdraw' ? (
    <EscalationIcon kind="hierarchical" label="" />
  ) : (
    <Undo2 aria-hidden />
  )
}

function labelOf(option: Option, say: Say): string {
  const { words, names, format } = say
  const texts = words.escalation
  const { about } = option
  switch (option.name) {
    case 'escalate':
      return about.to ? names.queue(about.to) : texts.title
    case 'return':
      return about.to ? texts.returnTo(names.queue(about.to)) : words.case.actions.return
    case 'grant':
      return about.leftMinor && about.currency
        ? texts.approvalOver(actionWord(option, say), format.money(about.leftMinor, about.currency))
        : texts.approvalFor(actionWord(option, say))
    case 'amend':
    case 'withdraw':
    case 'approve':
    case 'decline':
      return requestText(option, say)
    case 'handOn':
      return words.case.actions.handOn
    case 'move':
      return about.to ? texts.moveTo(names.queue(about.to)) : words.case.actions.move
    case 'exception':
      return about.exception
        ? texts.exceptionOf(names.exception(about.exception))
        : words.case.actions.exception
    default:
      return words.case.actions[option.name]
  }
}

function descriptionOf(option: Option, say: Say): string | undefined {
  const { words, format } = say
  const texts = words.escalation
  const { about } = option
  if (option.name === 'escalate' && about.acceptMinutes) {
    const asks = option.can
      ? option.fields.flatMap((field) => (field.kind === 'package' ? [texts.packageShort[field.name]] : []))
      : []
    return [
      about.special && texts.because(texts.special[about.special]),
      texts.acceptsWithin(format.duration(about.acceptMinutes * MINUTE)),
      asks.length > 0 && texts.asks(format.list(asks))
    ]
      .filter(Boolean)
      .join(' · ')
  }
  if (option.name === 'grant' || option.name === 'move' || option.name === 'exception') {
    const steps = about.chain ?? about.routes?.[0]?.chain ?? []
    return steps
      .map((step) => texts.chain(approverText(step.approver, say), format.duration(step.minutes * MINUTE)))
      .join(texts.thenBy)
  }
  return undefined
}

function actionWord({ about }: Option, { words }: Say): string {
  return about.action ? words.escalation.action[about.action] : ''
}

function leftText({ about }: Option, { format }: Say): string {
  return about.currency ? format.money(about.leftMinor ?? 0, about.currency) : ''
}

function endText({ ref, resolution, note }: SimilarCase, { words }: Say): string {
  const ends: Readonly<Record<string, string>> = words.case.resolution
  const end = resolution ? (ends[resolution] ?? resolution) : null
  return [ref, end, note].filter(Boolean).join(' · ')
}
