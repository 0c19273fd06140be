/** What people granted alone, by customer: a limit may hold for all of a customer's cases in a period (ES27). */
export const grants0050 = {
  version: 50,
  sql: `
    CREATE TABLE grants (
      case_id      TEXT NOT NULL,
      position     INTEGER NOT NULL, -- in the case's own list
      customer_id  TEXT NOT NULL,
      action       TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      at           INTEGER NOT NULL,
      PRIMARY KEY (case_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX grants_of_customer ON grants (customer_id, action, at);
    INSERT INTO grants
      SELECT c.case_id, g.key, json_extract(c.body, '$.customer.id'), json_extract(g.value, '$.action'),
        json_extract(g.value, '$.amountMinor'), json_extract(g.value, '$.at')
      FROM cases c, json_each(c.body, '$.grants') g
      WHERE json_extract(g.value, '$.approvedBy') IS NULL;
  `
} as const
