import { AuthorityAction, type Limit, type Matrix } from '../../../../shared/escalation/matrix.ts'
import type { Tier } from '../../../../shared/people/tier.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Field } from '../../../ui/Field.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { money, type Saying } from '../../../words/row-sentence.ts'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { ChipEditor } from './ChipEditor.tsx'

const DAYS = 30
const MAX_DAYS = 3660

/** What each tier may grant by itself: actions down, tiers across. */
export function LimitsPane() {
  const { doc, say } = useEditing()
  const texts = say.words.matrixRows.limits
  const tiers = doc.tiers.filter(
    (tier) => tier.teams.length > 0 || doc.limits.some((one) => one.tier === tier.id)
  )
  return (
    <div className="matrix-pane">
      <PartHead part="limits" />
      <DataTable
        caption={say.words.matrix.parts.limits}
        rows={AuthorityAction.options}
        keyOf={(action) => action}
        columns={[
          {
            id: 'action',
            header: texts.action,
            cell: (action) => say.words.escalation.action[action]
          },
          ...tiers.map(({ id }) => ({
            id,
            header: `${id} ${say.names.tier(id)}`,
            cell: (action: AuthorityAction) => <LimitCell action={action} tier={id} />
          }))
        ]}
      />
    </div>
  )
}

function LimitCell({ action, tier }: { action: AuthorityAction; tier: Tier }) {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrixRows.limits
  const limit = doc.limits.find((one) => one.action === action && one.tier === tier)
  const put = (next: Limit | null) =>
    change?.((now) => withLimit(now, action, tier, next), `limits.${action}.${tier}`)
  return (
    <ChipEditor
      label={texts.cell(say.words.escalation.action[action], tier)}
      text={limit ? limitText(limit, say) : texts.none}
      look={limit ? undefined : 'quiet'}
    >
      {() => <LimitFields limit={limit ?? { action, tier, perCaseMinor: 0 }} onChange={put} />}
    </ChipEditor>
  )
}

function LimitFields({ limit, onChange }: { limit: Limit; onChange: (limit: Limit | null) => void }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrixRows.limits
  const { locale } = say.format
  const money = { currency: doc.currency, locale }
  const { perCustomer, ...alone } = limit
  return (
    <div className="matrix-stack">
      <Field label={texts.perCase}>
        <MoneyField
          {...money}
          minor={limit.perCaseMinor}
          onChange={(minor) =>
            onChange(minor === null || minor === 0 ? null : { ...limit, perCaseMinor: minor })
          }
        />
      </Field>
      <Field label={texts.perCustomer}>
        <MoneyField
          {...money}
          minor={perCustomer?.minor ?? null}
          onChange={(minor) =>
            onChange(
              minor === null ? alone : { ...limit, perCustomer: { minor, days: perCustomer?.days ?? DAYS } }
            )
          }
        />
      </Field>
      {perCustomer && (
        <Field label={texts.within}>
          <NumberField
            value={perCustomer.days}
            locale={locale}
            suffix={texts.days}
            onChange={(days) =>
              isDays(days) && onChange({ ...limit, perCustomer: { minor: perCustomer.minor, days } })
            }
          />
        </Field>
      )}
    </div>
  )
}

function isDays(days: number | null): days is number {
  return days !== null && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS
}

function withLimit(doc: Matrix, action: AuthorityAction, tier: Tier, next: Limit | null): Matrix {
  const at = doc.limits.findIndex((one) => one.action === action && one.tier === tier)
  const limits =
    at < 0 ? [...doc.limits, ...(next ? [next] : [])] : doc.limits.toSpliced(at, 1, ...(next ? [next] : []))
  return { ...doc, limits }
}

function limitText({ perCaseMinor, perCustomer }: Limit, say: Saying): string {
  const texts = say.words.matrixRows.limits
  const one = money(perCaseMinor, say)
  if (!perCustomer) return one
  return `${one} · ${texts.customer(money(perCustomer.minor, say), say.format.number(perCustomer.days))}`
}
