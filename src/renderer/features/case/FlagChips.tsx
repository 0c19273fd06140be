import { Flag as FlagIcon, Globe, Scale, ShieldAlert, Star, ZapOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Case } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import { Flag } from '../../../shared/escalation/matrix.ts'
import { Chip } from '../../ui/Chip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { useSay } from './useSay.ts'

const icons: Record<Flag, ReactNode> = {
  vip: <Star size={12} aria-hidden />,
  fraud: <ShieldAlert size={12} aria-hidden />,
  compliance: <Scale size={12} aria-hidden />,
  outage: <ZapOff size={12} aria-hidden />,
  public: <Globe size={12} aria-hidden />
}

/** The flags of a case, each with its sign and word; raised and taken down where one may. */
export function FlagChips({
  kase,
  options,
  onChoose
}: {
  kase: Case
  options: readonly Option[]
  onChoose: (option: Option, choice: string) => void
}) {
  const { words } = useSay()
  const raise = options.find((option) => option.name === 'flag')
  const lower = options.find((option) => option.name === 'unflag')
  const mayLower = choicesOf(lower)
  const mayRaise = choicesOf(raise)
  return (
    <>
      {kase.flags.map((flag) => {
        const word = words.case.flag[flag]
        return (
          <span key={flag} className={`case-flag case-flag-${flag}`}>
            <Chip
              icon={icons[flag]}
              remove={
                lower && mayLower.includes(flag)
                  ? { label: words.case.flags.lower(word), onClick: () => onChoose(lower, flag) }
                  : undefined
              }
            >
              {word}
            </Chip>
          </span>
        )
      })}
      {raise && mayRaise.length > 0 && (
        <Menu
          label={words.case.flags.raise}
          button={
            <IconButton
              size="small"
              label={words.case.flags.raise}
              icon={<FlagIcon size={14} aria-hidden />}
            />
          }
        >
          {mayRaise.map((flag) => (
            <MenuItem key={flag} icon={icons[flag]} onSelect={() => onChoose(raise, flag)}>
              {words.case.flag[flag]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  )
}

function choicesOf(option: Option | undefined): Flag[] {
  if (!option?.can) return []
  return option.fields.flatMap((field) =>
    field.kind === 'choice' ? Flag.options.filter((flag) => field.choices.includes(flag)) : []
  )
}
