#!/usr/bin/env python3
"""Checks a ledger without the package that wrote it: Python's standard library, and README.md beside this file.

    python3 recompute.py ledger.jsonl [--key-file key.txt] [--protocol protocol.json] [--head head.json]

Always: every line is canonical, carries the digest of what it says and follows the line before; rosters are in
order. With the key: the commitment, and every draw, made again from the key and what the ledger says, quotas
and households included. With the protocol: that it is the one the ledger was opened with. With a published
head: that the ledger begins with the lines it was taken of. Exit status 0 if all of it holds, 1 if not.
"""

import argparse
import hashlib
import hmac
import json
import sys
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, gcd, lcm


class Broken(Exception):
    """What doesn't hold."""


def need(holds, *told):
    if not holds:
        raise Broken(" ".join(map(str, told)))


# -- 1. Canonical JSON (RFC 8785), digests, the Merkle tree (RFC 9162) ----------------------------------------


def units(text):
    """Order by UTF-16 code units."""
    return text.encode("utf-16-be")


def number(x):
    """A number as ECMAScript prints it: the shortest digits that read back the same."""
    if isinstance(x, int) or (x == int(x) and abs(x) < 1e21):
        return str(int(x))
    sign, digits, exponent = Decimal(repr(x)).normalize().as_tuple()
    text = "".join(map(str, digits))
    point = len(text) + exponent
    if 0 < point <= 21:
        text = text.ljust(point, "0")
        body = text[:point] + ("." + text[point:] if text[point:] else "")
    elif -6 < point <= 0:
        body = "0." + "0" * -point + text
    else:
        body = text[0] + ("." + text[1:] if text[1:] else "") + f"e{point - 1:+d}"
    return "-" * sign + body


def canonical(value):
    if isinstance(value, dict):
        parts = (f"{canonical(k)}:{canonical(value[k])}" for k in sorted(value, key=units))
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def sha(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()


def root(leaves):
    """Leaf: SHA-256(0x00 ‖ digest). Node: SHA-256(0x01 ‖ left ‖ right), left the largest power of two below n."""
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return hashlib.sha256(b"\1" + root(leaves[:left]) + root(leaves[left:])).digest()


def check_chain(texts):
    """The lines, each canonical, digested and linked to the one before."""
    lines, previous = [], "0" * 64
    for sequence, text in enumerate(texts):
        line = json.loads(text)
        at = f"line {sequence + 1}:"
        need(canonical(line) == text, at, "not canonical")
        need(line["digest"] == sha(canonical({k: v for k, v in line.items() if k != "digest"})), at, "changed")
        need(line["previous"] == previous, at, "doesn't follow the line before")
        need(line["sequence"] == sequence, at, "sequence isn't", sequence)
        need((line["type"] == "opening") == (sequence == 0), at, "one opening, as the first line")
        need(sequence == 0 or line["mode"] == lines[0]["mode"], at, "test and live lines in one ledger")
        previous = line["digest"]
        lines.append(line)
    need(lines, "no line")
    return lines


# -- 2. Chance: a stream of words under the key, and what is made of it ----------------------------------------


class Stream:
    """Block i is HMAC-SHA-256(key, context ‖ "|" ‖ i), i in decimal from 0, read as eight big-endian words."""

    def __init__(self, key, context):
        self.key, self.context, self.block, self.words = key, canonical(context), 0, []

    def word(self):
        if not self.words:
            message = f"{self.context}|{self.block}".encode()
            data = hmac.new(self.key, message, hashlib.sha256).digest()
            self.words = [int.from_bytes(data[at : at + 4], "big") for at in range(0, 32, 4)]
            self.block += 1
        return self.words.pop(0)

    def below(self, n):
        """0 … n − 1, all equally likely: what lies beyond the last whole multiple of n is thrown away."""
        wide = n > 2**32
        limit = (2**53 if wide else 2**32) // n * n
        while True:
            value = (self.word() >> 11) * 2**32 + self.word() if wide else self.word()
            if value < limit:
                return value % n

    def uniform(self):
        """A number on [0, 1) of 53 bits: 27 of one word, 26 of the next."""
        return ((self.word() >> 5) * 2**26 + (self.word() >> 6)) / 2**53

    def shuffled(self, items):
        """Fisher–Yates from the last place down to the second: each changes places with one at or before it."""
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
        return items


def filled(arms, counts, stream):
    """The arms of units in their order: places laid out arm by arm, the j-th of them for the j-th shuffled unit."""
    places = [arm for arm, count in zip(arms, counts) for _ in range(count)]
    drawn = [None] * len(places)
    for place, unit in enumerate(stream.shuffled(range(len(places)))):
        drawn[unit] = places[place]
    return drawn


# -- 3. Quotas: what an arm has room for and what it is owed ----------------------------------------------------


def thursday(day):
    return day + timedelta(days=4 - day.isoweekday())


def added_years(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def period(per, day, opened):
    if per == "iso-week":
        return tuple(day.isocalendar())[:2]
    if per == "calendar-month":
        return (day.year, day.month)
    if per == "calendar-year":
        return day.year
    number = max(0, day.year - opened.year - (day.month < opened.month))
    return number - 1 if number > 0 and added_years(opened, number) > day else number


def due(per, least, opened, today):
    """Of each period floor(least · weeks since the opening's / its weeks); a week belongs to its Thursday's."""
    first, whole, come = thursday(opened), {}, {}
    day = first - timedelta(weeks=60)
    while day < today + timedelta(weeks=60):
        key = period(per, day, opened)
        if per == "agreement-year" and day < first:
            key = "before"
        whole[key] = whole.get(key, 0) + 1
        if first <= day <= today:
            come[key] = come.get(key, 0) + 1
        day += timedelta(weeks=1)
    return sum(least * weeks // whole[key] for key, weeks in come.items())


class Counts:
    """What quotas count: allocations by arm and quota day, and the participants last reported."""

    def __init__(self, quotas, opened, batches):
        self.quotas, self.opened, self.batches = quotas, date.fromisoformat(opened), batches
        self.taken, self.reported, self.since = [], {}, {}

    def day(self, referred):
        """Of weeks that are drawn together the Thursday, else the day of the referral itself."""
        day = date.fromisoformat(referred)
        return thursday(day) if self.batches else day

    def add(self, arm, referred):
        self.taken.append((arm, self.day(referred)))
        self.since[arm] = self.since.get(arm, 0) + 1

    def report(self, participants):
        for arm, held in participants.items():
            self.reported[arm], self.since[arm] = held, 0

    def limits(self, referred):
        """By arm: room (None where no quota limits it) and what it is owed."""
        today, out = self.day(referred), {}
        week = period("iso-week", today, self.opened)
        for quota in self.quotas:
            arm = quota["arm"]
            own = [day for each, day in self.taken if each == arm]
            weeks = {period("iso-week", day, self.opened) for day in own}
            left, asked = None, 0
            if "participants" in quota:
                left = quota["participants"] - self.reported.get(arm, 0) - self.since.get(arm, 0)
            elif "weeksPerYear" in quota:
                had = {each for each in weeks if each[0] == week[0]}
                left = None if len(had) < quota["weeksPerYear"] or week in had else 0
            elif quota["per"] == "first-week":
                first = period("iso-week", self.taken[0][1], self.opened) if self.taken else week
                inside = sum(period("iso-week", day, self.opened) == first for day in own)
                left = quota["most"] - inside if "most" in quota and week == first else None
                asked = quota.get("least", 0)
            else:
                now = period(quota["per"], today, self.opened)
                inside = sum(period(quota["per"], day, self.opened) == now for day in own)
                left = quota["most"] - inside if "most" in quota else None
                asked = due(quota["per"], quota["least"], self.opened, today) if "least" in quota else 0
            room, owed = out.get(arm, (None, 0))
            if left is not None:
                room = max(left, 0) if room is None else min(room, max(left, 0))
            out[arm] = (room, max(owed, asked - len(own)))
        return {arm: (room, owed if room is None else min(owed, room)) for arm, (room, owed) in out.items()}


# -- 4. Batches: complete/1 and complete-limited/1 ---------------------------------------------------------------


def complete_counts(n, weights, stream):
    """⌊n·w/W⌋ each; one more where a point u + j·W falls into an arm's stretch of remainders laid end to end."""
    total = sum(weights)
    u = stream.below(total)
    points = [u + j * total for j in range(len(weights) + 1)]
    counts, start = [], 0
    for weight in weights:
        rest = n * weight % total
        counts.append(n * weight // total + sum(start <= point < start + rest for point in points))
        start += rest
    return counts


def held_probabilities(weights, sizes, limits):
    """Weights times one level, held between what the arms are owed and what they have room for."""
    steps = sorted({Fraction(j, n) for n in sizes.values() for j in range(n + 1)})
    citizens = sum(members * n for members, n in sizes.items())
    taken = lambda p, rounding: sum(members * rounding(n * p) for members, n in sizes.items())
    lower, upper = [], []
    for room, owed in limits:
        upper.append(max(p for p in steps if room is None or taken(p, ceil) <= room))
        lower.append(min(min(p for p in steps if taken(p, floor) >= min(owed, citizens)), upper[-1]))
    if sum(lower) > 1:  # too few citizens for all that is owed
        lower, upper = [Fraction(0)] * len(lower), lower
    held = lambda level: [min(max(w * level, low), high) for w, low, high in zip(weights, lower, upper)]
    points = sorted({Fraction(0), *(b / w for w, low, high in zip(weights, lower, upper) for b in (low, high))})
    points.append(points[-1] + 1)
    for a, b in zip(points, points[1:]):
        low, high = sum(held(a)), sum(held(b))
        if low <= 1 <= high:
            return held(a if low == high else a + (1 - low) / (high - low) * (b - a))
    raise Broken("no room")


def rounded(groups, p, whole, stream):
    """Cox's unbiased controlled rounding of the table groups × arms, in fractions of 1/whole."""
    table = [[n * each % 1 for each in p] for n in groups]
    table.append([-sum(row[k] for row in table) % 1 for k in range(len(p))])
    while True:
        unsettled = [r for r, row in enumerate(table) if any(x % 1 for x in row)]
        if not unsettled:
            break
        row, column, path, lines = unsettled[0], None, [], [("row", unsettled[0])]
        while True:
            if len(path) % 2 == 0:
                column = next(k for k in range(len(p)) if k != column and table[row][k] % 1)
                line = ("column", column)
            else:
                row = next(r for r in range(len(table)) if r != row and table[r][column] % 1)
                line = ("row", row)
            path.append((row, column))
            if line in lines:
                break
            lines.append(line)
        circle = path[lines.index(line) :]
        value = lambda cell: table[cell[0]][cell[1]]
        up = min([1 - value(c) for c in circle[::2]] + [value(c) for c in circle[1::2]])
        down = min([value(c) for c in circle[::2]] + [1 - value(c) for c in circle[1::2]])
        step = up if stream.below(int((up + down) * whole)) < down * whole else -down
        for place, (r, k) in enumerate(circle):
            table[r][k] += step if place % 2 == 0 else -step
    return [[floor(n * each) + int(table[g][k]) for k, each in enumerate(p)] for g, n in enumerate(groups)]


def draw_roster(book, roster, beacon):
    """By position of a unit's first referral its arm; and the arms of those that aren't drawn anew."""
    plan, referrals = book.plan, roster["referrals"]
    again, household = plan["referredAgain"] == "draw-again", plan.get("unit") == "household"
    limited = household or bool(plan.get("quotas"))
    units_of = {}
    for position, referral in enumerate(referrals):
        own = position if again else referral["household"] if household else referral["citizen"]
        units_of.setdefault(own, []).append(position)

    settled, groups = {}, {}
    for unit in units_of.values():
        firsts = [book.first(referrals[position]["citizen"]) for position in unit]
        kept = None if again else next((first for first in firsts if first), None)
        origin = book.origins.get(referrals[unit[0]].get("household")) or (kept and book.origin_of(kept))
        origin = origin if household else None
        known = origin or kept
        if known:
            for position, first in zip(unit, firsts):
                settled[position] = (first["arm"] if first else known["arm"], origin)
            continue
        members = len(unit) if limited else 1
        stratum = canonical(referrals[unit[0]]["stratum"])
        groups.setdefault((stratum, members), []).append(unit[0])

    context = {"algorithm": book.algorithm, "protocol": book.protocol, "roster": roster["digest"]}
    if beacon is not None:
        context["beacon"] = beacon
    streams, counts = {}, {}
    for stratum, _ in groups:
        streams.setdefault(stratum, Stream(book.key, {**context, "stratum": stratum}))
    weights = [plan["design"]["weights"][arm] for arm in book.arms]
    p = [Fraction(weight, sum(weights)) for weight in weights]
    if limited and groups:
        sizes = {}
        for (_, members), firsts in sorted(groups.items(), key=lambda item: item[0][1]):
            sizes[members] = sizes.get(members, 0) + len(firsts)
        by_arm = book.counts.limits(referrals[0]["referredOn"])
        limits = []
        for arm in book.arms:
            room, owed = by_arm.get(arm, (None, 0))
            gone = sum(each == arm for each, _ in settled.values())
            limits.append((None if room is None else room - gone, max(owed - gone, 0)))
        p = held_probabilities(weights, sizes, limits)
        whole, batch = lcm(*(each.denominator for each in p)), Stream(book.key, context)
        for members in sizes:
            own = [key for key in groups if key[1] == members]
            counts.update(zip(own, rounded([len(groups[key]) for key in own], p, whole, batch)))
    drawn = {}
    for key, firsts in groups.items():
        stream = streams[key[0]]
        own = counts[key] if limited else complete_counts(len(firsts), weights, stream)
        drawn.update(zip(firsts, filled(book.arms, own, stream)))
    return drawn, settled, {arm: float(each) for arm, each in zip(book.arms, p)}


# -- 5. One at a time ------------------------------------------------------------------------------------------


def lowest(weights):
    divisor = gcd(*weights)
    return [weight // divisor for weight in weights]


def by_weight(arms, weights, stream):
    drawn, reached = stream.below(sum(weights)), 0
    for arm, weight in zip(arms, weights):
        reached += weight
        if drawn < reached:
            return arm


def favoring(stream, slots, favored, share):
    """The favored slots get `share` together, the others the rest; evenly among each."""
    others = [slot for slot in range(slots) if slot not in favored]
    places = favored if not others or share == 1 or stream.uniform() < share else others
    return places[stream.below(len(places))]


def least_of(values, tolerance=0):
    return [place for place, value in enumerate(values) if value - min(values) <= tolerance]


def more(counts, place):
    return [count + (each == place) for each, count in enumerate(counts)]


def apart(kind, xs):
    if kind == "range":
        return max(xs) - min(xs)
    if kind == "variance":
        return (len(xs) * sum(x * x for x in xs) - sum(xs) ** 2) / len(xs) ** 2
    ranked = sum((2 * rank + 1 - len(xs)) * x for rank, x in enumerate(sorted(xs)))
    return ranked / ((len(xs) - 1) * sum(xs))


class Stratum:
    """Where a stratum stands: the entries that its design drew, and how many were drawn beside it."""

    def __init__(self):
        self.drawn, self.aside, self.last, self.counts, self.margins = 0, 0, None, {}, {}


class Single:
    def __init__(self, book):
        self.book, self.design, self.strata = book, book.plan["design"], {}
        weights = self.design.get("weights", {arm: 1 for arm in book.arms})
        self.weights = lowest([weights[arm] for arm in book.arms])
        owned = [(arm, slot, weight) for arm, weight in zip(book.arms, self.weights) for slot in range(weight)]
        self.slots = [{"arm": arm} if weight == 1 else {"arm": arm, "slot": slot} for arm, slot, weight in owned]

    def stream(self, stratum, **place):
        book = self.book
        around = {"algorithm": book.algorithm, "mode": book.mode, "protocol": book.protocol}
        return Stream(book.key, {**around, **place, "stratum": canonical(stratum)})

    def draw(self, referral):
        """The arm (and its slot), and which arms were closed."""
        book, stratum = self.book, referral["stratum"]
        at = self.strata.setdefault(canonical(stratum), Stratum())
        limits = book.counts.limits(referral["referredOn"])
        shut = [arm for arm in book.arms if limits.get(arm, (None, 0))[0] == 0]
        if shut:
            open_arms = [arm for arm in book.arms if arm not in shut]
            weights = lowest([self.design.get("weights", {}).get(arm, 1) for arm in open_arms])
            arm = by_weight(open_arms, weights, self.stream(stratum, aside=at.aside))
            at.aside += 1
            return {"arm": arm}, shut
        drawn = getattr(self, self.design["kind"].replace("-", "_"))(at, stratum, referral)
        at.drawn += 1
        at.last = drawn["arm"]
        return drawn, shut

    def simple(self, at, stratum, _):
        return {"arm": by_weight(self.book.arms, self.weights, self.stream(stratum, drawn=at.drawn))}

    def alternation(self, at, stratum, _):
        arms = self.book.arms
        if at.last is None:
            return {"arm": arms[self.stream(stratum, drawn=at.drawn).below(len(arms))]}
        return {"arm": arms[(arms.index(at.last) + 1) % len(arms)]}

    def permuted_block(self, at, stratum, _):
        sizes, block, start = self.design["sizes"], 0, 0
        while True:
            stream = self.stream(stratum, block=block)
            size = sizes[stream.below(len(sizes))] if len(sizes) > 1 else sizes[0]
            if at.drawn < start + size:
                break
            block, start = block + 1, start + size
        share = size // sum(self.weights)
        places = [arm for arm, weight in zip(self.book.arms, self.weights) for _ in range(weight * share)]
        return {"arm": stream.shuffled(places)[at.drawn - start]}

    def slot(self, at, place):
        at.counts[place] = at.counts.get(place, 0) + 1
        return self.slots[place]

    def counted(self, at):
        return [at.counts.get(place, 0) for place in range(len(self.slots))]

    def biased_coin(self, at, stratum, _):
        number, bias = len(self.slots), self.design["bias"]
        fewest = least_of(self.counted(at))
        favored, share = (list(range(number)), 1) if len(fewest) / number > bias else (fewest, bias)
        return self.slot(at, favoring(self.stream(stratum, drawn=at.drawn), number, favored, share))

    def big_stick(self, at, stratum, _):
        counts = self.counted(at)
        after = [more(counts, place) for place in range(len(counts))]
        allowed = [p for p, each in enumerate(after) if max(each) - min(each) <= self.design["tolerance"]]
        return self.slot(at, favoring(self.stream(stratum, drawn=at.drawn), len(counts), allowed, 1))

    def urn(self, at, stratum, _):
        counts, stream = self.counted(at), self.stream(stratum, drawn=at.drawn)
        most = self.design["initial"] + self.design["added"] * sum(counts)
        while True:
            place = stream.below(len(counts))
            if most == 0 or stream.below(most) < most - self.design["added"] * counts[place]:
                return self.slot(at, place)

    def minimization(self, at, stratum, referral):
        number, preference = len(self.slots), self.design["preference"]
        factors = sorted(self.design["factors"].items(), key=lambda item: units(item[0]))
        levels = [(factor, referral["factors"][factor]) for factor, _ in factors]
        margins = [at.margins.get(level, [0] * number) for level in levels]
        totals = []
        for place in range(number):
            total = 0
            for (_, weight), counts in zip(factors, margins):
                total += weight * apart(self.design["imbalance"], more(counts, place))
            totals.append(total)
        least = least_of(totals, 1e-9 * max(totals))
        share = preference + (len(least) - 1) * ((1 - preference) / (number - 1))
        place = favoring(self.stream(stratum, drawn=at.drawn), number, least, share)
        for level, counts in zip(levels, margins):
            at.margins[level] = more(counts, place)
        return self.slots[place]


# -- 6. The ledger, line by line -------------------------------------------------------------------------------


class Book:
    """What later draws depend on, read off the lines before."""

    def __init__(self, lines, key):
        opening = lines[0]
        self.lines, self.key = lines, key
        self.plan, self.arms = opening["allocation"], opening["arms"]
        self.algorithm, self.protocol, self.mode = opening["algorithm"], opening["protocol"], opening["mode"]
        self.batches = self.plan["design"]["kind"] == "complete"
        self.counts = Counts(self.plan.get("quotas", []), opening["date"], self.batches)
        self.firsts, self.origins, self.single = {}, {}, None if self.batches else Single(self)

    def first(self, citizen):
        return self.firsts.get(citizen)

    def origin_of(self, entry):
        """The entry whose draw gave an entry's arm."""
        if entry["basis"] == "household":
            return self.lines[entry["drawnWith"]]
        if entry["basis"] == "kept":
            return self.origin_of(self.lines[entry["first"]])
        return entry

    def remember(self, entry):
        self.firsts.setdefault(entry["citizen"], entry)
        if "household" in entry:
            self.origins.setdefault(entry["household"], self.origin_of(entry))
        self.counts.add(entry["arm"], entry["referredOn"])

    def settled(self, entry, origin=None):
        """Basis and arm of an entry that isn't drawn; None where it is."""
        first = self.first(entry["citizen"])
        if first and self.plan["referredAgain"] == "keep-arm":
            return "kept", first["arm"]
        origin = origin or self.origins.get(entry.get("household"))
        if origin and self.plan.get("unit") == "household":
            need(entry.get("drawnWith") == origin["sequence"], "another draw than the household's")
            return "household", origin["arm"]
        return None

    def check_drawn(self, entry, basis, arm, slot=None):
        at = f"line {entry['sequence'] + 1}:"
        need(entry["algorithm"] == self.algorithm and entry["protocol"] == self.protocol, at, "another protocol")
        first = self.first(entry["citizen"])
        need(entry.get("first") == (first and first["sequence"]), at, "first isn't the citizen's first entry")
        need(entry["basis"] == basis, at, "basis", entry["basis"], "instead of", basis)
        need(entry["arm"] == arm, at, entry["citizen"], "is in", entry["arm"], "but drawn to", arm)
        need(entry.get("slot") == slot, at, "slot", entry.get("slot"), "instead of", slot)
        self.remember(entry)
        return basis == "drawn"


def check_roster(book, roster, entries):
    """All entries of a roster, which follow it immediately; how many were drawn by chance."""
    referrals = roster["referrals"]
    need(len(entries) <= len(referrals), "more entries than the roster has referrals")
    for referral, entry in zip(referrals, entries):
        for field in ("citizen", "referredOn", "stratum", "household"):
            need(referral.get(field) == entry.get(field), f"line {entry['sequence'] + 1}:", field, "isn't the roster's")
        need(entry.get("beacon") == entries[0].get("beacon"), "several beacons in", roster["batch"])
    if not entries:
        return 0
    beacon = entries[0].get("beacon")
    need(beacon or "beacon" not in book.plan, roster["batch"], "was drawn without the public value of the plan")
    drawn, settled, odds = draw_roster(book, roster, beacon)
    chance = 0
    for position, entry in enumerate(entries):
        known = book.settled(entry, settled.get(position, (None, None))[1])
        if known is None:
            need(entry["designProbabilities"] == odds, f"line {entry['sequence'] + 1}: other probabilities", odds)
        chance += book.check_drawn(entry, *(known or ("drawn", drawn.get(position))))
    return chance


def check_single(book, entry):
    known = book.settled(entry)
    if known:
        return book.check_drawn(entry, *known)
    drawn, shut = book.single.draw(entry)
    need(sorted(entry.get("closed", {})) == sorted(shut), f"line {entry['sequence'] + 1}: other arms were closed:", shut)
    return book.check_drawn(entry, "drawn", drawn["arm"], drawn.get("slot"))


def check_draws(lines, key):
    opening = lines[0]
    need(sha(key + opening["protocol"].encode()) == opening["commitment"], "another key than the ledger commits to")
    book, drawn, at = Book(lines, key), 0, 1
    while at < len(lines):
        line, at = lines[at], at + 1
        if line["type"] == "occupancy":
            book.counts.report(line["participants"])
        elif line["type"] == "roster":
            entries = []
            while at < len(lines) and lines[at]["type"] == "allocation":
                entries.append(lines[at])
                at += 1
            need(at == len(lines) or len(entries) == len(line["referrals"]), f"line {at + 1}: a roster isn't drawn yet")
            drawn += check_roster(book, line, entries)
        elif line["type"] == "allocation":
            need(not book.batches, f"line {at}: an entry without a roster")
            drawn += check_single(book, line)
    return drawn


def check_rosters(lines):
    for line in lines:
        if line["type"] != "roster":
            continue
        order = [(units(each["citizen"]), each["referredOn"]) for each in line["referrals"]]
        need(order == sorted(set(order)), f"line {line['sequence'] + 1}: not in canonical order, each once")
        weeks = {tuple(date.fromisoformat(each["referredOn"]).isocalendar())[:2] for each in line["referrals"]}
        need(len(weeks) == 1, f"line {line['sequence'] + 1}: several weeks")


def check_head(lines, head):
    need(len(lines) >= head["size"], "cut off: the published head was taken of", head["size"], "lines")
    leaves = [bytes.fromhex(line["digest"]) for line in lines[: head["size"]]]
    need(leaves[-1].hex() == head["chain"] and root(leaves).hex() == head["root"], "another ledger than was published")


def main():
    about = __doc__.split("\n", maxsplit=1)[0]
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("ledger")
    parser.add_argument("--key-file")
    parser.add_argument("--protocol")
    parser.add_argument("--head", help="JSON, or a file that holds it")
    given = parser.parse_args()
    read = lambda name: open(name, "rb").read()
    try:
        text = read(given.ledger).decode("utf-8")
        need(text.endswith("\n"), "no line feed after the last line")
        lines = check_chain(text[:-1].split("\n"))
        check_rosters(lines)
        leaves = [bytes.fromhex(line["digest"]) for line in lines]
        head = {"size": len(lines), "chain": lines[-1]["digest"], "root": root(leaves).hex()}
        told = [f"{len(lines)} lines", "chain holds"]
        if given.protocol:
            digest = sha(canonical(json.loads(read(given.protocol))))
            need(digest == lines[0]["protocol"], "another protocol; its digest is", digest)
            told.append("protocol holds")
        if given.head:
            check_head(lines, json.loads(given.head if given.head.startswith("{") else read(given.head)))
            told.append("published head holds")
        if given.key_file:
            drawn = check_draws(lines, read(given.key_file).rstrip(b"\r\n"))
            told.append(f"{drawn} draws hold")
        print("; ".join(told))
        print("head", canonical(head))
    except Broken as broken:
        print("does not hold:", broken)
        return 1
    return 0


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    sys.exit(main())
