/** A request that comes to wait for somebody, made anew or changed, is news to them. */
export const newsOfRequests0090 = {
  version: 90,
  sql: `
    DROP INDEX facts_news;
    CREATE INDEX facts_news ON facts (seq) WHERE body ->> '$.event.type' IN
      ('approval.requested', 'approval.amended', 'approval.approved', 'approval.declined', 'approval.expired',
       'approval.handedOn', 'approval.reminded', 'escalation.returned', 'case.managerCalled', 'case.callAnswered',
       'case.swarmed', 'case.notified');
  `
} as const
