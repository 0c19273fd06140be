import type { Matrix } from '../../../shared/escalation/matrix.ts'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { MatrixPart } from '../../state/matrix-place.ts'
import { PicturePane } from './picture/PicturePane.tsx'
import { RowsPane } from './rows/RowsPane.tsx'
import { DelegatesPane } from './sections/DelegatesPane.tsx'
import { GeneralPane } from './sections/GeneralPane.tsx'
import { LimitsPane } from './sections/LimitsPane.tsx'
import { MessagePane } from './sections/MessagePane.tsx'
import { CategoriesPane, ExceptionsPane } from './sections/NamedPane.tsx'
import { SlaPane } from './sections/SlaPane.tsx'
import { TiersPane } from './sections/TiersPane.tsx'
import { TryCasePane } from './trial/TryCasePane.tsx'
import { TryHistoryPane } from './trial/TryHistoryPane.tsx'
import { VersionsPane } from './versions/VersionsPane.tsx'

/** The part of the matrix that was chosen. */
export function MatrixPartPane({
  part,
  inForce,
  onOpenCase
}: {
  part: MatrixPart
  inForce: Matrix
  onOpenCase: (caseId: CaseId) => void
}) {
  switch (part) {
    case 'special':
    case 'privacy':
    case 'functional':
    case 'hierarchical':
    case 'automatic':
      return <RowsPane list={part} />
    case 'limits':
      return <LimitsPane />
    case 'delegates':
      return <DelegatesPane />
    case 'exceptions':
      return <ExceptionsPane />
    case 'tiers':
      return <TiersPane />
    case 'categories':
      return <CategoriesPane />
    case 'sla':
      return <SlaPane />
    case 'message':
      return <MessagePane />
    case 'general':
      return <GeneralPane inForce={inForce} />
    case 'picture':
      return <PicturePane />
    case 'tryCase':
      return <TryCasePane inForce={inForce} />
    case 'tryHistory':
      return <TryHistoryPane onOpenCase={onOpenCase} />
    case 'versions':
      return <VersionsPane inForce={inForce} />
  }
}
