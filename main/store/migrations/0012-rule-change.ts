import type { Migration } from './migration.ts'

/** A notice, once, to journals that were analysed under the earlier rule of verdicts. */
export const ruleChange: Migration = {
  version: 12,
  up: db =>
    db.exec(`
      alter table analysis_outcome add column rule_change_pending integer not null default 0
        check (rule_change_pending in (0, 1));
      -- Largest id of a report made under the earlier rule: its words are the last that were stored.
      alter table analysis_outcome add column earlier_reports integer not null default 0;
      update analysis_outcome set rule_change_pending = 1, earlier_reports = (select ifnull(max(id), 0) from report)
        where pattern_found is not null;
    `),
}
