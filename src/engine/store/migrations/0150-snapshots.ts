/**
 * Cases come as whole files, so no row says any more which fetch brought it; a fetch that was under way begins anew, and
 * what is held is said by scope. How much waits in the outbox is kept, for a person is warned of too much.
 */
export const snapshots0150 = {
  version: 150,
  sql: `
    ALTER TABLE cases DROP COLUMN boot;

    UPDATE meta SET value = '[]' WHERE key = 'scopes'
      AND EXISTS (SELECT 1 FROM meta b WHERE b.key = 'boot' AND b.value <> 'null');
    DELETE FROM meta WHERE key IN ('boot', 'bootMark');

    -- One row. Answered ops whose fact has not arrived yet are not counted.
    CREATE TABLE outbox_size (ops INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
    INSERT INTO outbox_size
      SELECT count(*), coalesce(sum(octet_length(env)), 0) FROM outbox WHERE state <> 'answered';
    CREATE TRIGGER outbox_grew AFTER INSERT ON outbox WHEN new.state <> 'answered' BEGIN
      UPDATE outbox_size SET ops = ops + 1, bytes = bytes + octet_length(new.env);
    END;
    CREATE TRIGGER outbox_answered AFTER UPDATE OF state ON outbox WHEN new.state = 'answered' AND old.state <> 'answered' BEGIN
      UPDATE outbox_size SET ops = ops - 1, bytes = bytes - octet_length(old.env);
    END;
    CREATE TRIGGER outbox_shrank AFTER DELETE ON outbox WHEN old.state <> 'answered' BEGIN
      UPDATE outbox_size SET ops = ops - 1, bytes = bytes - octet_length(old.env);
    END;
  `
} as const
