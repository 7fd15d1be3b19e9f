-- The schema of version 20, as the migrations make it. Written by npx node test/main/store/write-schema.ts

CREATE TABLE activity (
  entry_id            integer primary key references entry (id) on delete cascade,
  activity            text    not null,
  duration_minutes    integer not null check (duration_minutes between 1 and 1440),
  whole_day           integer not null check (whole_day in (0, 1)),
  longest_bout_minutes integer check (longest_bout_minutes between 1 and duration_minutes),
  exertion            integer check (exertion between 0 and 10),
  new_or_harder       integer check (new_or_harder in (0, 1)),
  sweat               text,
  cold                integer check (cold in (0, 1)),
  warm_up_minutes     integer check (warm_up_minutes between 0 and 240),
  cool_down_minutes   integer check (cool_down_minutes between 0 and 240),
  distance_km         real    check (distance_km between 0 and 500),
  climb_m             integer check (climb_m between 0 and 10000)
, water_temperature_c real
  check (water_temperature_c between 0 and 45), shoe_id integer references shoe (id)) strict;

CREATE INDEX activity_by_shoe on activity (shoe_id) where shoe_id is not null;

CREATE TABLE analysis_outcome (
  id            integer primary key check (id = 1),
  pattern_found integer check (pattern_found in (0, 1))
, rule_change_pending integer not null default 0
  check (rule_change_pending in (0, 1)), earlier_reports integer not null default 0) strict;

CREATE TABLE "check_in" (
  date              text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind              text    not null,
  day_start_minutes integer not null check (day_start_minutes between 0 and 720), -- after midnight of date
  checked_at        integer not null, in_one_press integer not null default 0 check (in_one_press in (0, 1)), source_id integer references import_source (id),                                              -- UTC ms
  primary key (date, kind)
) strict, without rowid;

CREATE TABLE checkpoint_result (
  name   text primary key,                                                  -- exposure and range of days
  inputs text not null,                                                     -- fingerprint of what it rests on
  result text not null check (json_valid(result))
) strict, without rowid;

CREATE TABLE coin_answer (
  experiment_id integer not null references coin_experiment (id) on delete cascade,
  date          text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  action        text    not null,
  followed      integer not null check (followed in (0, 1)),
  answered_at   integer not null,                                           -- UTC ms
  primary key (experiment_id, date, action)
) strict, without rowid;

CREATE TABLE coin_experiment (
  id             integer primary key autoincrement,
  actions        text    not null check (json_type(actions) = 'array'),     -- [{action, arms}], arms by night: 1 with, 0 without
  first_date     text    not null check (first_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  seed           integer not null check (seed between 0 and 4294967295),    -- from the system's randomness
  created_at     integer not null,                                          -- UTC ms
  stopped_on     text    check (stopped_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

CREATE TABLE cramp (
  entry_id         integer primary key references entry (id) on delete cascade,
  duration_seconds integer check (duration_seconds between 1 and 86400),
  sites            text    not null check (json_type(sites) = 'array'),    -- [{muscle, side}]
  intensity        integer check (intensity between 0 and 10),
  state_at_onset   text,
  woke_me          integer check (woke_me in (0, 1)),
  relief           text    not null check (json_type(relief) = 'array'),   -- [{technique, helped, minutesToRelief}]
  symptoms         text    not null check (json_type(symptoms) = 'array'), -- [symptom]
  soreness_hours   integer check (soreness_hours between 0 and 336)
, ongoing integer not null default 0 check (ongoing in (0, 1)), needs_details integer not null default 0 check (needs_details in (0, 1)), relieved_by_rest text, circumstances text not null default '[]'
  check (json_type(circumstances) = 'array'), onset_precision text not null default 'exact' check (onset_precision in
  ('exact', 'about', 'night', 'small-hours', 'morning', 'afternoon', 'evening', 'date'))) strict;

CREATE INDEX cramp_ongoing on cramp (entry_id) where ongoing = 1;

CREATE INDEX cramp_unfinished on cramp (entry_id) where needs_details = 1;

CREATE TABLE day (                                                          -- entry.at is noon of the date
  entry_id                integer primary key references entry (id) on delete cascade,
  heat                    text,
  max_temperature_c       real    check (max_temperature_c between -60 and 60),
  illness_with_fluid_loss integer check (illness_with_fluid_loss in (0, 1)),
  salt_after_sweat        integer check (salt_after_sweat in (0, 1)),
  foot_exercise_minutes   integer check (foot_exercise_minutes between 0 and 240),
  bother                  integer check (bother between 0 and 10),
  urine_colour            text,
  salt_g                  real    check (salt_g between 0 and 50)
) strict;

CREATE TABLE dose (
  entry_id integer primary key references entry (id) on delete cascade,
  name     text not null check (name <> ''),
  amount   text not null                                                    -- as typed: '400 mg', '2 tablets'
) strict;

CREATE TRIGGER entry_note_added after insert on entry begin
  insert into entry_note (rowid, note) values (new.id, new.note);
end;

CREATE TRIGGER entry_note_changed after update of note on entry when old.note <> new.note begin
  insert into entry_note (entry_note, rowid, note) values ('delete', old.id, old.note);
  insert into entry_note (rowid, note) values (new.id, new.note);
end;

CREATE TRIGGER entry_note_removed after delete on entry begin
  insert into entry_note (entry_note, rowid, note) values ('delete', old.id, old.note);
end;

CREATE TABLE entry (
  id             integer primary key autoincrement,  -- never used again after a delete
  kind           text    not null check (kind <> ''),    -- the name of the kind's own table
  at             integer not null,                    -- UTC ms
  offset_minutes integer not null check (offset_minutes between -720 and 840),
  note           text    not null,
  logged_at      integer not null,                    -- UTC ms
  edited_at      integer,                             -- UTC ms
  deleted_at     integer,                             -- UTC ms; in the trash when set
  wall_ms        integer generated always as (at + offset_minutes * 60000) virtual
, source_id integer references import_source (id), source_key text check ((source_key is null) = (source_id is null))) strict;

CREATE INDEX entry_by_kind on entry (kind, wall_ms) where deleted_at is null;

CREATE UNIQUE INDEX entry_by_source on entry (source_id, source_key) where source_id is not null;

CREATE INDEX entry_by_wall_time on entry (wall_ms) where deleted_at is null;

CREATE INDEX entry_in_trash on entry (deleted_at, id) where deleted_at is not null;

CREATE VIRTUAL TABLE entry_note using fts5 (
  note,
  content = 'entry', content_rowid = 'id', columnsize = 0,                  -- rows are not ranked
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'              -- looked for while it is typed
);

CREATE TABLE 'entry_note_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'entry_note_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'entry_note_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE erased_key (
  source_id integer not null references import_source (id) on delete cascade,
  key       text    not null check (key <> ''),
  primary key (source_id, key)
) strict, without rowid;

CREATE TABLE experiment (
  id             integer primary key autoincrement,
  subject        text    not null,                                          -- what is tried
  design         text    not null check (json_type(design) = 'object'),     -- {scheme, periods, periodDays, washoutDays}
  first_date     text    not null check (first_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  seed           integer not null check (seed between 0 and 4294967295),    -- from the system's randomness
  arms           text    not null check (json_type(arms) = 'array'),        -- by period, 1 with and 0 without
  created_at     integer not null,                                          -- UTC ms
  stopped_on     text    check (stopped_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

CREATE TABLE experiment_day (
  experiment_id integer not null references experiment (id) on delete cascade,
  date          text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kept          integer not null check (kept in (0, 1)),
  answered_at   integer not null,                                           -- UTC ms
  primary key (experiment_id, date)
) strict, without rowid;

CREATE TABLE factor (
  id         integer primary key autoincrement,
  name       text    not null check (length(name) > 0),
  created_on text    not null check (created_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  archived   integer not null check (archived in (0, 1)),
  deleted_at integer                                                          -- UTC ms; deleted when set
, answer text not null default 'yes-no'
  check (answer in ('yes-no', 'amount', 'scale')), unit text check ((unit is not null) = (answer = 'amount')), time_window text not null default 'same-night'
  check (time_window in ('same-night', 'hours-12', 'hours-24', 'hours-48')), direction text check (direction in ('more', 'fewer'))) strict;

CREATE TABLE factor_check_in (                                                              -- amounts: that is all
  factor_id         integer not null references factor (id) on delete cascade,
  date              text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  day_start_minutes integer not null check (day_start_minutes between 0 and 720),
  checked_at        integer not null,                                                       -- UTC ms
  primary key (factor_id, date)
) strict, without rowid;

CREATE INDEX factor_check_in_by_date on factor_check_in (date);

CREATE TABLE "fluid" (
  entry_id        integer primary key references entry (id) on delete cascade,
  drink           text    not null,
  volume_ml       real    not null check (volume_ml between 1 and 5000),
  alcohol_percent real    check (alcohol_percent between 0 and 96),
  caffeine_mg     integer check (caffeine_mg between 0 and 2000),
  relief_of       integer references entry (id) on delete set null           -- a cramp
) strict;

CREATE INDEX fluid_by_cramp on fluid (relief_of) where relief_of is not null;

CREATE TABLE food (
  entry_id                integer primary key references entry (id) on delete cascade,
  potassium_servings      real    check (potassium_servings between 0 and 30),
  magnesium_servings      real    check (magnesium_servings between 0 and 30),
  calcium_servings        real    check (calcium_servings between 0 and 30),
  potassium_supplement_mg integer check (potassium_supplement_mg between 0 and 10000),
  magnesium_supplement_mg integer check (magnesium_supplement_mg between 0 and 2000),
  calcium_supplement_mg   integer check (calcium_supplement_mg between 0 and 5000)
) strict;

CREATE TABLE footwear (
  entry_id     integer primary key references entry (id) on delete cascade,
  shoe_id      integer not null references shoe (id),
  taken_off_at integer                                                        -- UTC ms; null while it is on
, closed_by integer references entry (id) on delete set null) strict;

CREATE INDEX footwear_by_ender on footwear (closed_by) where closed_by is not null;

CREATE INDEX footwear_by_shoe on footwear (shoe_id);

CREATE INDEX footwear_still_on on footwear (entry_id) where taken_off_at is null;

CREATE TABLE import_run (
  id        integer primary key autoincrement,
  source_id integer not null references import_source (id) on delete cascade,
  undo      text    not null check (json_type(undo) = 'object')
) strict;

CREATE TABLE import_source (
  id         integer primary key autoincrement,
  name       text not null check (name <> ''),                    -- 'Apple Health'
  reader     text check (reader <> ''),                           -- id of the reader; null from a file without it
  answers    text not null check (json_type(answers) = 'object'), -- to the reader's questions, by question id
  sheet      text not null check (json_type(sheet) = 'object'),   -- of what is complete, by kind and month
  removed_at integer,                                             -- UTC ms; its entries have the same deleted_at
  removed_check_ins text check (json_type(removed_check_ins) = 'array')
) strict;

CREATE UNIQUE INDEX import_source_by_name on import_source (name collate nocase) where removed_at is null;

CREATE TABLE medication (                                                   -- one change of a course
  entry_id       integer primary key references entry (id) on delete cascade,
  name           text not null check (name <> ''),
  medicine_class text not null,
  change         text not null,
  dose           text not null
) strict;

CREATE TABLE night (                                                        -- entry.at is bedtime
  entry_id           integer primary key references entry (id) on delete cascade,
  wake_at            integer,                                               -- UTC ms; null while in bed
  cold_legs          integer check (cold_legs in (0, 1)),
  bedding            text,
  position           text,
  room_feel          text,
  room_temperature_c real    check (room_temperature_c between -10 and 45),
  sleep_disturbance  integer check (sleep_disturbance between 0 and 10)
) strict;

CREATE TABLE own_factor (                                                     -- entry.at is noon of the date
  entry_id  integer primary key references entry (id) on delete cascade,
  factor_id integer not null references factor (id),
  present   integer check (present in (0, 1))
, amount real check (amount between 0.01 and 100000), score integer check (score between 0 and 10)) strict;

CREATE INDEX own_factor_by_factor on own_factor (factor_id);

CREATE TABLE own_thing (
  id         integer primary key autoincrement,  -- never used again after a delete
  list       text    not null check (list <> ''),
  name       text    not null check (length(name) > 0),
  facts      text    not null check (json_type(facts) = 'object'),
  created_on text    not null check (created_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  archived   integer not null check (archived in (0, 1)),
  deleted_at integer                                                          -- UTC ms; deleted when set
) strict;

CREATE TABLE profile (
  id          integer primary key check (id = 1),
  name        text    not null,
  welcomed_at integer                                                         -- UTC ms; first-start text read
, date_of_birth text
  check (date_of_birth glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), sex text, height_cm real check (height_cm between 50 and 260), weight_kg real check (weight_kg between 15 and 400), conditions text not null default '[]' check (json_type(conditions) = 'array'), pregnancy_week integer check (pregnancy_week between 1 and 43), off_weekdays text not null default '[5,6]'   -- Monday = 0
  check (json_type(off_weekdays) = 'array'), region text, day_start_minutes integer not null default 240
  check (day_start_minutes between 0 and 720), tracked_kinds text not null
  default '["cramp","fluid","footwear","activity","stretch","night","day"]'
  check (json_type(tracked_kinds) = 'array'), date_order    text    check (date_order in ('dmy', 'mdy', 'ymd')), hour_cycle    integer check (hour_cycle in (12, 24)), first_weekday integer check (first_weekday between 0 and 6), paper         text    check (paper in ('A4', 'Letter')), decimal_sign  text    check (decimal_sign in ('.', ',')), volume_unit text check (volume_unit in ('ml', 'fl-oz-us', 'fl-oz-uk')), temperature_unit text check (temperature_unit in ('c', 'f')), reminder_hour integer check (reminder_hour between 7 and 21), reminder_asked integer not null default 0 check (reminder_asked in (0, 1)), reminded_on text, cramp_muscles text not null default '[]' check (json_type(cramp_muscles) = 'array'), cramp_times text not null default '[]' check (json_type(cramp_times) = 'array')) strict;

CREATE TABLE report (
  id        integer primary key autoincrement,
  made_at   integer not null,                                               -- UTC ms
  from_date text    not null,
  to_date   text    not null,
  paper     text    not null,
  content   text    not null check (json_valid(content)),                   -- the report, with its order
  hash      text    not null unique check (length(hash) = 64)               -- SHA-256 of content
) strict;

CREATE TABLE shoe (
  id           integer primary key autoincrement,
  name         text    not null check (length(name) > 0),
  kind         text    not null,
  arch_support text,
  fit          text,
  heel_mm      integer check (heel_mm between 0 and 250),
  cushioning   text,
  insole       integer check (insole in (0, 1)),
  retired      integer not null check (retired in (0, 1))
) strict;

CREATE TABLE shown_checkpoint (
  last_date text    primary key check (last_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  shown_at  integer not null                                                -- UTC ms, first time
) strict, without rowid;

CREATE TABLE shown_estimate (
  exposure text primary key
) strict, without rowid;

CREATE TABLE stretch (
  entry_id         integer primary key references entry (id) on delete cascade,
  muscles          text    not null check (json_array_length(muscles) > 0), -- [muscle]
  duration_minutes real    not null check (duration_minutes between 0.1 and 240),
  before_bed       integer not null check (before_bed in (0, 1))
) strict;

CREATE TABLE suggestion_decision (
  suggestion text    primary key,                                           -- its id in the catalogue
  decision   text    not null check (decision in ('accepted', 'dismissed', 'done')),
  reason     text    not null,                                              -- why dismissed; '' where not said
  decided_at integer not null                                               -- UTC ms
) strict, without rowid;

CREATE TABLE suspect (
  exposure      text    not null,                                           -- its key
  named_on      text    not null check (named_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_beforehand integer not null check (is_beforehand in (0, 1)),           -- before its estimate was shown
  withdrawn_on  text    check (withdrawn_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  keeps_share   integer not null check (keeps_share in (0, 1)),             -- of the budget, though withdrawn
  primary key (exposure, named_on)
) strict, without rowid;

CREATE TABLE warning (
  id              integer primary key autoincrement,
  rule            text    not null,
  entry_id        integer not null references entry (id) on delete cascade, -- what raised it
  raised_at       integer not null,                                         -- UTC ms
  acknowledged_at integer                                                   -- UTC ms
, snoozed_until integer, ended_at integer, closing text not null default '') strict;

CREATE INDEX warning_by_entry on warning (entry_id);

CREATE UNIQUE INDEX warning_once on warning (rule, entry_id);
