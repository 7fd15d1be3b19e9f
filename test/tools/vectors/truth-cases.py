"""Generator of test/fixtures/truth-cases.json: the statistic and its randomisation p, computed a second time.

Written from the description of the method alone, in another language and with another random generator than the
product, so that an error of either shows as a difference. Not part of `npm test`, which reads the frozen file. To run it
again (Python 3.11 or later, numpy 2.4; about five minutes):

    python3 test/tools/vectors/truth-cases.py > test/fixtures/truth-cases.json

The method
    An event e happens on one day of a stratum, at a clock time. D_e: days of the stratum whose value is known at that
    clock time. An event is usable if its own day is in D_e.
    m_e, v_e: mean and variance (divisor n) of the values over D_e.
    T = sum w_e (x_e - m_e) / sqrt(sum w_e^2 v_e)
    w_e = 1, or max(0, 1 + k z_e) with z_e the strength of e less the mean, over the standard deviation (divisor n), of
    all usable events with a strength; 1 where the strength is unknown or all are alike.
    A draw deals days to events: within a stratum the events come in random order, and each is given a day of its own D_e
    that no event before it was given, every such day being equally likely. Where none is left the stratum is dealt again.
    Where cramps are counted, a day can have several events. All are read at one clock time, and a draw exchanges the
    counts of the days of a stratum instead.
    P of a side: share of draws with a T at least as far on that side.
"""

import json
import sys

import numpy as np

DRAWS = 1_000_000
CHUNK = 4_000
TIE = 1e-9


def weights_of(strengths, k):
    """Weight per usable event."""
    known = [s for s in strengths if s is not None]
    if k == 0 or not known or min(known) == max(known):
        return np.ones(len(strengths))
    mean, spread = np.mean(known), np.std(known)
    return np.array([1.0 if s is None else max(0.0, 1.0 + k * (s - mean) / spread) for s in strengths])


def deal(rng, known, draws):
    """Index of the day dealt to each event, per draw. `known`: events x days of one stratum."""
    events, days = known.shape
    order = np.argsort(rng.random((draws, events)), axis=1)
    free = np.ones((draws, days), dtype=bool)
    dealt = np.empty((draws, events), dtype=np.int64)
    rows = np.arange(draws)
    is_dead = np.zeros(draws, dtype=bool)
    for step in range(events):
        event = order[:, step]
        choice = free & known[event]
        running = np.cumsum(choice, axis=1, dtype=np.uint8)
        count = running[:, -1].astype(np.int64)
        is_dead |= count == 0
        nth = np.minimum((rng.random(draws) * count).astype(np.uint8), np.maximum(count - 1, 0).astype(np.uint8))
        day = np.argmax(running > nth[:, None], axis=1)
        dealt[rows, event] = day
        free[rows, day] = False
    if is_dead.any():
        dealt[is_dead] = deal(rng, known, int(is_dead.sum()))
    return dealt


def solve(case, rng):
    days_of = {s["id"]: s["days"] for s in case["strata"]}
    usable = []
    for event in case["events"]:
        own = days_of[event["stratum"]].index(event["day"])
        if event["values"][own] is not None:
            usable.append((event, own))
    w = weights_of([event["strength"] for event, _ in usable], case["k"])
    top = bottom = 0.0
    by_stratum = {}
    for (event, own), weight in zip(usable, w):
        values = np.array([np.nan if v is None else v for v in event["values"]], dtype=float)
        known = ~np.isnan(values)
        mean, variance = values[known].mean(), values[known].var()
        top += weight * (values[own] - mean)
        bottom += weight**2 * variance
        by_stratum.setdefault(event["stratum"], []).append((weight, mean, own, known, np.where(known, values, 0.0)))
    base = {"usable": len(usable), "weights": [round(float(x), 12) for x in w]}
    if bottom <= 1e-12:
        return {**base, "T": None, "pMore": 1, "pFewer": 1, "seMore": 0, "seFewer": 0}
    scale = np.sqrt(bottom)
    observed = top / scale
    more = fewer = 0
    for _ in range(DRAWS // CHUNK):
        total = np.zeros(CHUNK)
        for members in by_stratum.values():
            if case["outcome"] == "count":
                # All events of a stratum are read at one clock time: mean and values are those of any of them.
                _, mean, _, known, values = members[0]
                pool = values[known] - mean
                counts = np.bincount([own for _, _, own, _, _ in members], minlength=len(values))[known]
                orders = np.argsort(rng.random((CHUNK, len(pool))), axis=1)
                total += pool[orders] @ counts
                continue
            known = np.array([m[3] for m in members])
            shifted = np.array([m[0] * (m[4] - m[1]) for m in members])
            dealt = deal(rng, known, CHUNK)
            total += shifted[np.arange(len(members))[None, :], dealt].sum(axis=1)
        drawn = total / scale
        more += int((drawn >= observed - TIE).sum())
        fewer += int((drawn <= observed + TIE).sum())
    p = [more / DRAWS, fewer / DRAWS]
    se = [float(np.sqrt(x * (1 - x) / DRAWS)) for x in p]
    return {**base, "T": float(observed), "pMore": p[0], "pFewer": p[1], "seMore": se[0], "seFewer": se[1]}


# Made-up diaries. A day has a value at each of a few clock times: the value of the day, changed a little by the hour.

CLOCKS = 4


def draw_values(rng, kind, days, push):
    """Values at every clock time, clocks x days. `push`: 1 on days to be raised."""
    mood = rng.normal(size=days) + 1.2 * push
    table = []
    for _ in range(CLOCKS):
        here = 0.75 * mood + 0.66 * rng.normal(size=days)
        if kind == "binary":
            table.append((here > 0.5).astype(float))
        elif kind == "counted":
            table.append(np.clip(np.round(1.5 + here), 0, 5))
        elif kind == "continuous":
            table.append(np.round(1800 + 450 * here, 1))
        else:
            table.append(np.full(days, {"constant": 1.0}[kind]))
    return np.array(table)


def make_case(seed, name, what, kind="binary", strata=3, days=14, events=4, gaps=0.0, link=1.0, k=0.0,
              strengths="none", clocks=CLOCKS, constant=0, single=0, outcome="occurrence", trap=False):
    rng = np.random.default_rng(seed)
    case = {"id": name, "what": what, "outcome": outcome, "k": k, "strata": [], "events": []}
    first = 19716
    for s in range(strata):
        size = 1 if s < single else days
        listed = sorted(int(d) for d in rng.choice(size * 2, size=size, replace=False) + first + 60 * s)
        case["strata"].append({"id": s, "days": listed})
        count = min(size, events)
        own = rng.choice(size, size=count, replace=False)
        if outcome == "count":
            own = rng.choice(size, size=events * 3, replace=True)
        push = np.zeros(size)
        push[own] = link
        of_kind = "constant" if single <= s < single + constant else kind
        values = draw_values(rng, of_kind, size, push)
        hidden = rng.random((CLOCKS, size)) < gaps
        for i, day in enumerate(sorted(int(d) for d in own)):
            clock = 0 if outcome == "count" else int(rng.integers(clocks))
            row = [None if hidden[clock, d] else float(values[clock, d]) for d in range(size)]
            if trap and i < 2:
                # Two events that know the same two days: dealings that give one of these to a third event fail.
                keep = sorted(int(d) for d in own)[:2]
                row = [v if d in keep else None for d, v in enumerate(row)]
            if gaps and sum(v is not None for v in row) < 3:
                row = [float(v) for v in values[clock]]
            strength = {
                "none": None,
                "alike": 6,
                "all": int(rng.integers(1, 11)),
                "some": None if rng.random() < 0.4 else int(rng.integers(1, 11)),
                "strong": int(np.clip(round(4 + 3 * push[day] * (values[clock, day] > np.median(values[clock]))
                                            + rng.normal() * 1.5), 0, 10)),
            }[strengths]
            case["events"].append({"stratum": s, "day": listed[day], "strength": strength, "values": row})
    case["expected"] = solve(case, np.random.default_rng(seed + 7_000_000))
    return case


def cases():
    yield make_case(1, "binary", "yes or no, every value known", events=4)
    yield make_case(2, "binary-no-link", "yes or no, values without a link", link=0.0)
    yield make_case(3, "binary-fewer", "yes or no, rarer before events", link=-1.2)
    yield make_case(4, "binary-strong", "yes or no, strong link", link=2.0, strata=4)
    yield make_case(5, "binary-one-clock", "one value per day: a hypergeometric distribution", clocks=1, strata=2)
    yield make_case(6, "binary-gaps", "a fifth of the values unknown, other ones at each clock time", gaps=0.2)
    yield make_case(7, "binary-many-gaps", "half of the values unknown", gaps=0.5, days=18, strata=4)
    yield make_case(8, "binary-many-events", "events on three days of four", events=9, days=12)
    yield make_case(9, "binary-every-day", "an event on every day: values of other days at other clock times",
                    events=6, days=6, strata=4)
    yield make_case(10, "counted", "small whole numbers with many ties", kind="counted")
    yield make_case(11, "counted-fewer", "small whole numbers, lower before events", kind="counted", link=-1.0)
    yield make_case(12, "counted-gaps", "small whole numbers, a third unknown", kind="counted", gaps=0.33, days=18)
    yield make_case(13, "counted-many-events", "small whole numbers, many events", kind="counted", events=8, days=12)
    yield make_case(14, "continuous", "amounts", kind="continuous")
    yield make_case(15, "continuous-no-link", "amounts without a link", kind="continuous", link=0.0, strata=5)
    yield make_case(16, "continuous-fewer", "amounts, lower before events", kind="continuous", link=-1.0)
    yield make_case(17, "continuous-gaps", "amounts, a third unknown", kind="continuous", gaps=0.33, days=20, strata=4)
    yield make_case(18, "long-strata", "strata of 40 days, as a block of eight weeks has", kind="continuous", days=40,
                    events=7, strata=2, link=0.6)
    yield make_case(19, "constant-stratum", "one stratum whose days are alike", constant=1, strata=4)
    yield make_case(20, "all-constant", "every stratum constant: no statistic", constant=3, strata=3)
    yield make_case(21, "one-day-strata", "two strata of a single day each", single=2, strata=5)
    yield make_case(22, "dead-ends", "two events that share two known days: dealings that fail are repeated",
                    trap=True, clocks=1, strata=3, days=8, events=4)
    yield make_case(23, "dead-ends-amounts", "the same with amounts", kind="continuous", trap=True, clocks=1, strata=4,
                    days=7, events=5)
    yield make_case(24, "count", "several cramps a day, yes or no", outcome="count", link=0.7, events=6)
    yield make_case(25, "count-amounts", "several cramps a day, amounts", outcome="count", kind="continuous", link=0.5,
                    events=6)
    yield make_case(26, "count-gaps", "several cramps a day, a fifth of the values unknown", outcome="count",
                    kind="counted", gaps=0.2, events=5, link=-0.5)
    yield make_case(27, "strength-zero", "strengths known and not used", strengths="all", k=0.0)
    yield make_case(28, "strength-half", "weights by half the standardised strength", strengths="strong", k=0.5, strata=4)
    yield make_case(29, "strength-one", "weights by the standardised strength, some of them 0", strengths="strong", k=1.0,
                    kind="continuous", strata=4)
    yield make_case(30, "strength-some", "strength unknown for some events", strengths="some", k=0.5, gaps=0.15, strata=4)
    yield make_case(31, "strength-alike", "strengths all alike: weights of 1", strengths="alike", k=1.0)


# Adjustment for many exposures: one P per exposure, two groups, Holm within each, divided by the group's share.


def holm(ps):
    """Holm 1979, Scandinavian Journal of Statistics 6: step-down adjusted p values."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    adjusted = [0.0] * len(ps)
    largest = 0.0
    for rank, i in enumerate(order):
        largest = max(largest, (len(ps) - rank) * ps[i])
        adjusted[i] = largest
    return adjusted


def adjust(name, suspects, others):
    has_both = bool(suspects) and bool(others)
    result = {
        key: [min(1.0, value / (share if has_both else 1.0)) for value in holm(group)]
        for key, group, share in (("suspects", suspects, 0.8), ("others", others, 0.2))
    }
    return {"id": name, "suspects": suspects, "others": others, "expected": result}


def direction(name, stated, more, fewer):
    if stated == "both":
        p = min(1.0, 2 * min(more, fewer))
    else:
        own, other = (more, fewer) if stated == "more" else (fewer, more)
        p = min(1.0, own / 0.9, other / 0.1)
    return {"id": name, "stated": stated, "pMore": more, "pFewer": fewer, "expected": p}


def main():
    statistics = []
    for case in cases():
        statistics.append(case)
        print(case["id"], {k: v for k, v in case["expected"].items() if k != "weights"}, file=sys.stderr)
    adjustments = [
        adjust("both-groups", [0.004, 0.2, 0.01], [0.001, 0.03, 0.5, 0.9]),
        adjust("no-suspects", [], [0.001, 0.03, 0.5, 0.004, 0.9]),
        adjust("suspects-alone", [0.03, 0.004, 0.2, 0.6, 0.011, 0.05], []),
        adjust("one-suspect", [0.012], [0.002, 0.002, 0.4]),
        adjust("one-of-each", [0.04], [0.01]),
        adjust("ties", [0.02, 0.02, 0.02], [0.02, 0.02]),
        adjust("step-down-keeps-order", [0.01, 0.011, 0.012], [0.03, 0.031, 0.9, 1.0]),
        adjust("nothing-judged", [], []),
    ]
    directions = [
        direction("stated-more-found-more", "more", 0.009, 0.992),
        direction("stated-more-found-fewer", "more", 0.999, 0.002),
        direction("stated-fewer-found-fewer", "fewer", 0.98, 0.018),
        direction("stated-fewer-found-more", "fewer", 0.004, 0.997),
        direction("both-more", "both", 0.01, 0.991),
        direction("both-fewer", "both", 0.97, 0.04),
        direction("both-middle", "both", 0.55, 0.6),
        direction("stated-more-middle", "more", 0.95, 0.12),
        direction("equal-odds", "more", 0.9, 0.1),
    ]
    groups = {"statistics": statistics, "adjustments": adjustments, "directions": directions}
    lines = [f'"purpose":"statistic, randomisation p, direction and adjustment, computed by truth-cases.py","draws":{DRAWS}']
    for key, members in groups.items():
        lines.append(f'"{key}":[\n' + ",\n".join(json.dumps(m, separators=(",", ":")) for m in members) + "\n]")
    print("{\n" + ",\n".join(lines) + "\n}")


if __name__ == "__main__":
    main()
