import type { Case } from '../../../shared/case/case.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { dayTime } from '../../words/day-time.ts'
import { useSay } from './useSay.ts'

/** Who it is about, and how to reach them. */
export function CustomerCard({ kase, now }: { kase: Case; now: number }) {
  const { words, format } = useSay()
  const { customer } = kase
  const { fields, segment, language, channel } = words.case
  const fact = (id: string, label: string, value: string | undefined) => (value ? [{ id, label, value }] : [])
  return (
    <>
      <div className="case-customer">
        <Avatar name={customer.name} size={32} />
        <div className="tl-grow">
          <p className="tl-strong case-customer-name">{customer.name}</p>
          <p className="tl-dim tl-small">
            {segment[customer.segment]} · {language[customer.language]}
          </p>
        </div>
      </div>
      <KeyValueList
        items={[
          ...fact('email', fields.email, customer.email),
          ...fact('phone', fields.phone, customer.phone),
          ...fact('channel', fields.channel, channel[kase.channel]),
          ...fact(
            'opened',
            fields.opened,
            `${dayTime(kase.openedAt, now, format)} · ${format.relative(kase.openedAt, now)}`
          )
        ]}
      />
    </>
  )
}
