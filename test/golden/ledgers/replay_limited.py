#!/usr/bin/env python3
"""An independent replay of the draws of complete-limited/1, from the description of the algorithm alone.

Needs nothing but Python's standard library: python3 replay_limited.py
Of each batch in complete-limited-1-*.jsonl it takes who was drawn together and what went before, counts the
quotas, finds the probabilities in exact fractions, draws with the key, and compares arms and probabilities
with the entries.
"""

import json
import os
import sys
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor, lcm

from replay import HERE, canonical, order, words


def below(stream, n):
    wide = n > 2**32
    limit = (2**53 if wide else 2**32) // n * n
    while True:
        value = (next(stream) >> 11) * 2**32 + next(stream) if wide else next(stream)
        if value < limit:
            return value % n


def thursday(text):
    day = date.fromisoformat(text)
    return day + timedelta(days=4 - day.isoweekday())


def period(per, day, opened):
    if per == "iso-week":
        return day.isocalendar()[:2]
    if per == "calendar-month":
        return (day.year, day.month)
    if per == "calendar-year":
        return day.year
    years = day.year - opened.year - ((day.month, day.day) < (opened.month, opened.day))
    return max(years, 0)


def due(per, least, opened, today):
    """Each period's floor(least * weeks since the opening / its weeks), summed, week by week."""
    first = thursday(opened.isoformat())
    weeks = {}
    seen = {}
    day = first - timedelta(weeks=60)
    while day < today + timedelta(weeks=60):
        key = period(per, day, opened)
        if key == 0 and per == "agreement-year" and day < first:
            key = -1
        weeks[key] = weeks.get(key, 0) + 1
        if first <= day <= today:
            seen[key] = seen.get(key, 0) + 1
        day += timedelta(weeks=1)
    return sum(least * count // weeks[key] for key, count in seen.items())


def limits(quotas, opened, taken, today):
    """Room and what is owed by arm; taken is a list of (arm, Thursday)."""
    out = {}
    for quota in quotas:
        arm, per = quota["arm"], quota["per"]
        own = [day for each, day in taken if each == arm]
        room, owed = out.get(arm, (None, 0))
        if per == "first-week":
            start = taken[0][1] if taken else today
            left = quota["most"] - own.count(start) if "most" in quota and today == start else None
            asked = quota.get("least", 0)
        else:
            now = period(per, today, opened)
            counted = sum(period(per, day, opened) == now for day in own)
            left = quota["most"] - counted if "most" in quota else None
            asked = due(per, quota["least"], opened, today) if "least" in quota else 0
        if left is not None:
            room = max(left, 0) if room is None else min(room, max(left, 0))
        out[arm] = (room, max(owed, asked - len(own)))
    return {arm: (room, owed if room is None else min(owed, room)) for arm, (room, owed) in out.items()}


def probabilities(weights, sizes, limit):
    """Water-filling: the level at which the held shares sum to one, tried between all breakpoints."""
    steps = sorted({Fraction(j, n) for n in sizes.values() for j in range(n + 1)})
    citizens = sum(m * n for m, n in sizes.items())
    lower, upper = [], []
    for room, owed in limit:
        fits = [p for p in steps if room is None or sum(m * ceil(n * p) for m, n in sizes.items()) <= room]
        enough = [p for p in steps if sum(m * floor(n * p) for m, n in sizes.items()) >= min(owed, citizens)]
        upper.append(max(fits))
        lower.append(min(min(enough), upper[-1]))
    if sum(lower) > 1:
        upper, lower = lower, [Fraction(0)] * len(lower)
    held = lambda level: [min(max(w * level, l), u) for w, l, u in zip(weights, lower, upper)]
    points = sorted({Fraction(0), *(b / w for w, l, u in zip(weights, lower, upper) for b in (l, u))})
    points.append(points[-1] + 1)
    for a, b in zip(points, points[1:]):
        low, high = sum(held(a)), sum(held(b))
        if low <= 1 <= high:
            return held(a if low == high else a + (1 - low) / (high - low) * (b - a))
    raise ValueError("no room")


def rounded(units, p, whole, stream):
    """Unbiased controlled rounding (Cox 1987) in fractions of 1/whole."""
    table = [[n * each % 1 for each in p] for n in units]
    table.append([-sum(row[k] for row in table) % 1 for k in range(len(p))])
    while True:
        open_rows = [r for r, row in enumerate(table) if any(x % 1 for x in row)]
        if not open_rows:
            break
        row, column, path, lines = open_rows[0], None, [], [("row", open_rows[0])]
        while True:
            if len(path) % 2 == 0:
                column = next(k for k in range(len(p)) if k != column and table[row][k] % 1)
                line = ("column", column)
            else:
                row = next(r for r in range(len(table)) if r != row and table[r][column] % 1)
                line = ("row", row)
            path.append((row, column))
            if line in lines:
                circle = path[lines.index(line) :]
                break
            lines.append(line)
        value = lambda cell: table[cell[0]][cell[1]]
        up = min([1 - value(c) for c in circle[::2]] + [value(c) for c in circle[1::2]])
        down = min([value(c) for c in circle[::2]] + [1 - value(c) for c in circle[1::2]])
        step = up if below(stream, int((up + down) * whole)) < down * whole else -down
        for place, (r, k) in enumerate(circle):
            table[r][k] += step if place % 2 == 0 else -step
    return [[int(floor(n * each) + table[g][k]) for k, each in enumerate(p)] for g, n in enumerate(units)]


def check(name):
    case = json.load(open(os.path.join(HERE, f"{name}.json")))
    lines = [json.loads(line) for line in open(os.path.join(HERE, f"{name}.jsonl"))]
    plan = case["protocol"]["allocation"]
    arms = [arm["id"] for arm in case["protocol"]["arms"]]
    weights = [plan["design"]["weights"][arm] for arm in arms]
    opened = date.fromisoformat(lines[0]["date"])
    drawn = 0

    def root(line):
        before = line.get("drawnWith") if line["basis"] == "household" else line.get("first")
        return line if line["basis"] == "drawn" else root(lines[before])

    for roster in (line for line in lines if line["type"] == "roster"):
        at = roster["sequence"]
        entries = lines[at + 1 : at + 1 + len(roster["referrals"])]
        today = thursday(roster["referrals"][0]["referredOn"])
        units = {}
        settled = []
        for entry in entries:
            own = root(entry)["sequence"]
            if own > at:
                units.setdefault(own, []).append(entry)
            else:
                settled.append(entry["arm"])
        groups = {}
        for unit in units.values():
            groups.setdefault((canonical(unit[0]["stratum"]), len(unit)), []).append(unit[0])
        sizes = {}
        for (_, members), firsts in sorted(groups.items(), key=lambda item: item[0][1]):
            sizes[members] = sizes.get(members, 0) + len(firsts)

        taken = [(line["arm"], thursday(line["referredOn"])) for line in lines[:at] if line["type"] == "allocation"]
        by_arm = limits(plan["quotas"], opened, taken, today)
        limit = []
        for arm in arms:
            room, owed = by_arm.get(arm, (None, 0))
            gone = settled.count(arm)
            limit.append((None if room is None else room - gone, max(owed - gone, 0)))
        p = probabilities(weights, sizes, limit) if sizes else [Fraction(w, sum(weights)) for w in weights]
        whole = lcm(*(each.denominator for each in p))

        context = {
            "algorithm": "complete-limited/1",
            "protocol": case["protocol"]["digest"],
            "roster": roster["digest"],
        }
        if "beacon" in entries[0]:
            context["beacon"] = entries[0]["beacon"]
        batch = words(case["key"], canonical(context))
        counts = {}
        for members in sizes:
            own = [key for key in groups if key[1] == members]
            table = rounded([len(groups[key]) for key in own], p, whole, batch)
            counts.update(zip(own, table))
        streams = {}
        for key, firsts in groups.items():
            stratum = key[0]
            stream = streams.setdefault(stratum, words(case["key"], canonical({**context, "stratum": stratum})))
            places = [arm for arm, count in zip(arms, counts[key]) for _ in range(count)]
            for place, unit in enumerate(order(stream, len(firsts))):
                entry = firsts[unit]
                expected = {arm: float(each) for arm, each in zip(arms, p)}
                assert entry["arm"] == places[place], (name, entry["sequence"], places[place])
                assert entry["designProbabilities"] == expected, (name, entry["sequence"], expected)
                drawn += 1
    print(f"{name} same {drawn} draws")


def main():
    for name in sorted(os.listdir(HERE)):
        if name.startswith("complete-limited-1") and name.endswith(".jsonl"):
            check(name.removesuffix(".jsonl"))


if __name__ == "__main__":
    sys.exit(main())
