import type { Migration } from './migration.ts'

/** The other kinds, the running cramp, the complete profile, and the raised warning cards. */
export const allKinds: Migration = {
  version: 2,
  up: db =>
    db.exec(`
      alter table cramp add column ongoing integer not null default 0 check (ongoing in (0, 1));
      alter table cramp add column needs_details integer not null default 0 check (needs_details in (0, 1));
      alter table cramp add column relieved_by_rest text;
      alter table cramp add column circumstances text not null default '[]'
        check (json_type(circumstances) = 'array');                               -- [circumstance]
      create index cramp_ongoing on cramp (entry_id) where ongoing = 1;
      create index cramp_unfinished on cramp (entry_id) where needs_details = 1;

      -- The entry that ended this wearing by being put on; null when the person gave the end.
      alter table footwear add column closed_by integer references entry (id) on delete set null;
      create index footwear_by_ender on footwear (closed_by) where closed_by is not null;

      alter table activity add column water_temperature_c real
        check (water_temperature_c between 0 and 45);                             -- of a swim

      create table stretch (
        entry_id         integer primary key references entry (id) on delete cascade,
        muscles          text    not null check (json_array_length(muscles) > 0), -- [muscle]
        duration_minutes real    not null check (duration_minutes between 0.1 and 240),
        before_bed       integer not null check (before_bed in (0, 1))
      ) strict;

      create table food (
        entry_id                integer primary key references entry (id) on delete cascade,
        potassium_servings      real    check (potassium_servings between 0 and 30),
        magnesium_servings      real    check (magnesium_servings between 0 and 30),
        calcium_servings        real    check (calcium_servings between 0 and 30),
        potassium_supplement_mg integer check (potassium_supplement_mg between 0 and 10000),
        magnesium_supplement_mg integer check (magnesium_supplement_mg between 0 and 2000),
        calcium_supplement_mg   integer check (calcium_supplement_mg between 0 and 5000)
      ) strict;

      create table day (                                                          -- entry.at is noon of the date
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

      create table night (                                                        -- entry.at is bedtime
        entry_id           integer primary key references entry (id) on delete cascade,
        wake_at            integer,                                               -- UTC ms; null while in bed
        cold_legs          integer check (cold_legs in (0, 1)),
        bedding            text,
        position           text,
        room_feel          text,
        room_temperature_c real    check (room_temperature_c between -10 and 45),
        sleep_disturbance  integer check (sleep_disturbance between 0 and 10)
      ) strict;

      create table medication (                                                   -- one change of a course
        entry_id       integer primary key references entry (id) on delete cascade,
        name           text not null check (name <> ''),
        medicine_class text not null,
        change         text not null,
        dose           text not null
      ) strict;

      alter table profile add column date_of_birth text
        check (date_of_birth glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
      alter table profile add column sex text;
      alter table profile add column height_cm real check (height_cm between 50 and 260);
      alter table profile add column weight_kg real check (weight_kg between 15 and 400);
      alter table profile add column conditions text not null default '[]' check (json_type(conditions) = 'array');
      alter table profile add column pregnancy_week integer check (pregnancy_week between 1 and 43);
      alter table profile add column off_weekdays text not null default '[5,6]'   -- Monday = 0
        check (json_type(off_weekdays) = 'array');
      alter table profile add column region text;
      alter table profile add column volume_unit text not null default 'ml';
      alter table profile add column temperature_unit text not null default 'c';
      alter table profile add column day_start_minutes integer not null default 240
        check (day_start_minutes between 0 and 720);
      alter table profile add column tracked_kinds text not null
        default '["cramp","fluid","footwear","activity","stretch","night","day"]'
        check (json_type(tracked_kinds) = 'array');

      create table warning (
        id              integer primary key autoincrement,
        rule            text    not null,
        entry_id        integer not null references entry (id) on delete cascade, -- what raised it
        raised_at       integer not null,                                         -- UTC ms
        acknowledged_at integer                                                   -- UTC ms
      ) strict;
      create unique index warning_once on warning (rule, entry_id);
    `),
}
