import type { Migration } from './migration.ts'

/**
 * The four kinds of the first version, the shoe closet, the check-ins and the profile.
 *
 * `entry` holds the columns of all kinds; each kind adds a table of its own with the same id. Instants are UTC
 * milliseconds; `wall_ms` is the wall-clock time as if it were UTC, from which days are derived.
 */
export const firstKinds: Migration = {
  version: 1,
  up: db =>
    db.exec(`
      create table entry (
        id             integer primary key autoincrement,  -- never used again after a delete
        kind           text    not null check (kind <> ''),    -- the name of the kind's own table
        at             integer not null,                    -- UTC ms
        offset_minutes integer not null check (offset_minutes between -720 and 840),
        note           text    not null,
        logged_at      integer not null,                    -- UTC ms
        edited_at      integer,                             -- UTC ms
        deleted_at     integer,                             -- UTC ms; in the trash when set
        wall_ms        integer generated always as (at + offset_minutes * 60000) virtual
      ) strict;
      create index entry_by_wall_time on entry (wall_ms) where deleted_at is null;
      create index entry_by_kind on entry (kind, wall_ms) where deleted_at is null;

      create table cramp (
        entry_id         integer primary key references entry (id) on delete cascade,
        onset_precision  text    not null check (onset_precision in ('exact', 'about', 'night')),
        duration_seconds integer check (duration_seconds between 1 and 86400),
        sites            text    not null check (json_type(sites) = 'array'),    -- [{muscle, side}]
        intensity        integer check (intensity between 0 and 10),
        state_at_onset   text,
        woke_me          integer check (woke_me in (0, 1)),
        relief           text    not null check (json_type(relief) = 'array'),   -- [{technique, helped, minutesToRelief}]
        symptoms         text    not null check (json_type(symptoms) = 'array'), -- [symptom]
        soreness_hours   integer check (soreness_hours between 0 and 336)
      ) strict;

      create table fluid (
        entry_id        integer primary key references entry (id) on delete cascade,
        drink           text    not null,
        volume_ml       integer not null check (volume_ml between 1 and 5000),
        alcohol_percent real    check (alcohol_percent between 0 and 96),
        caffeine_mg     integer check (caffeine_mg between 0 and 2000),
        relief_of       integer references entry (id) on delete set null           -- a cramp
      ) strict;
      create index fluid_by_cramp on fluid (relief_of) where relief_of is not null;

      create table shoe (
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

      create table footwear (
        entry_id     integer primary key references entry (id) on delete cascade,
        shoe_id      integer not null references shoe (id),
        taken_off_at integer                                                        -- UTC ms; null while it is on
      ) strict;
      create index footwear_by_shoe on footwear (shoe_id);
      create index footwear_still_on on footwear (entry_id) where taken_off_at is null;

      create table activity (
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
      ) strict;

      create table check_in (
        date       text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        kind       text    not null,
        checked_at integer not null,                                                -- UTC ms
        primary key (date, kind)
      ) strict, without rowid;

      create table profile (
        id          integer primary key check (id = 1),
        name        text    not null,
        welcomed_at integer                                                         -- UTC ms; first-start text read
      ) strict;
      insert into profile (id, name) values (1, '');
    `),
}
