import type { Finding } from '../../shared/escalation/finding.ts'
import { settleMatrix } from '../../shared/escalation/upgrade-matrix.ts'
import type { MatrixPlan } from '../../shared/protocol/matrices.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'

/** A plan with the document it publishes. */
export type KeptPlan = { readonly plan: MatrixPlan; readonly doc: unknown }

type Row = Omit<MatrixPlan, 'findings' | 'name'> & { readonly body: string; readonly findings: string }

const COLUMNS = `plan_id AS id, body, author, reason, base, made_at AS madeAt, publish_at AS publishAt, state, findings,
  moved_to AS movedTo, version`

/** The document is one that was checked, perhaps by an older build, so it has a name. */
function keptOf({ body, findings, ...row }: Row): KeptPlan {
  const doc = settleMatrix(JSON.parse(body)) as { readonly name: string }
  return { plan: { ...row, name: doc.name, findings: JSON.parse(findings) as Finding[] }, doc }
}

export function pushPlan(tx: Writer, { plan, doc }: KeptPlan): void {
  tx.prepare(
    `INSERT INTO matrix_plans (plan_id, body, author, reason, base, made_at, publish_at, state, findings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    plan.id,
    JSON.stringify(doc),
    plan.author,
    plan.reason,
    plan.base,
    plan.madeAt,
    plan.publishAt,
    plan.state,
    JSON.stringify(plan.findings)
  )
}

export function findPlan(db: Reader, id: string): KeptPlan | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM matrix_plans WHERE plan_id = ?`).get(id)
  return row ? keptOf(row as Row) : undefined
}

/** All plans there ever were, the one that is published last on top. */
export function listPlans(db: Reader): KeptPlan[] {
  const rows = db.prepare(`SELECT ${COLUMNS} FROM matrix_plans ORDER BY publish_at DESC, plan_id DESC`).all()
  return (rows as Row[]).map(keptOf)
}

/** Plans whose time has come, oldest first. */
export function listDuePlans(db: Reader, now: number): KeptPlan[] {
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} FROM matrix_plans WHERE state = 'waiting' AND publish_at <= ? ORDER BY publish_at, plan_id`
    )
    .all(now)
  return (rows as Row[]).map(keptOf)
}

/** How a plan ended. */
export type PlanEnd = Pick<MatrixPlan, 'state' | 'findings' | 'movedTo' | 'version'>

export function endPlan(tx: Writer, id: string, end: PlanEnd): void {
  tx.prepare(
    'UPDATE matrix_plans SET state = ?, findings = ?, moved_to = ?, version = ? WHERE plan_id = ?'
  ).run(end.state, JSON.stringify(end.findings), end.movedTo, end.version, id)
}
