#!/usr/bin/env python3
"""An independent replay of the golden ledgers, from the description of the algorithms alone.

Needs nothing but Python's standard library: python3 replay.py
It draws every line again with the key, compares it with the .jsonl byte for byte, and prints the
Merkle root (RFC 9162, 2.1.1, recursive definition) that a published head has.
"""

import hashlib
import hmac
import json
import os
import re
import sys
from datetime import date

HERE = os.path.dirname(os.path.abspath(__file__))


def canonical(value):
    # RFC 8785 for the values that occur here: all keys are in the BMP, numbers print alike.
    def number(x):
        return int(x) if isinstance(x, float) and x.is_integer() else x

    def walk(v):
        if isinstance(v, dict):
            return {k: walk(v[k]) for k in sorted(v, key=lambda k: k.encode("utf-16-be"))}
        if isinstance(v, list):
            return [walk(x) for x in v]
        return number(v)

    return json.dumps(walk(value), ensure_ascii=False, separators=(",", ":"))


def sha(data):
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode()).hexdigest()


def words(key, context):
    block = 0
    while True:
        digest = hmac.new(key.encode(), f"{context}|{block}".encode(), hashlib.sha256).digest()
        block += 1
        for at in range(0, 32, 4):
            yield int.from_bytes(digest[at : at + 4], "big")


def below(stream, n):
    limit = 2**32 - 2**32 % n
    while True:
        word = next(stream)
        if word < limit:
            return word % n


def order(stream, n):
    items = list(range(n))
    for last in range(n - 1, 0, -1):
        other = below(stream, last + 1)
        items[last], items[other] = items[other], items[last]
    return items


def complete(arms, weights, n, stream):
    total = sum(weights[a] for a in arms)
    u = below(stream, total)
    points = [u + j * total for j in range(n * len(arms) + 1)]
    counts, start = [], 0
    for a in arms:
        remainder = n * weights[a] % total
        extra = sum(start <= p < start + remainder for p in points)
        counts.append(n * weights[a] // total + extra)
        start += remainder
    places = [a for a, c in zip(arms, counts) for _ in range(c)]
    drawn = [None] * n
    for place, citizen in enumerate(order(stream, n)):
        drawn[citizen] = places[place]
    return drawn


class Ledger:
    def __init__(self, case, algorithm):
        self.case, self.algorithm, self.lines = case, algorithm, []
        protocol = case["protocol"]
        self.arms = [a["id"] for a in protocol["arms"]]
        self.plan, self.digest = protocol["allocation"], protocol["digest"]
        self.add(
            case["date"],
            type="opening",
            format="konkurrencemodel-ledger/1",
            protocol=self.digest,
            arms=self.arms,
            allocation=self.plan,
            algorithm=algorithm,
            commitment=sha((case["key"] + self.digest).encode()),
        )

    def add(self, day, **facts):
        line = dict(facts, sequence=len(self.lines), date=day, mode=self.case["mode"])
        line["previous"] = self.lines[-1]["digest"] if self.lines else "0" * 64
        line["digest"] = sha(canonical(line))
        self.lines.append(line)
        return line

    def entries(self, citizen):
        return [x for x in self.lines if x["type"] == "allocation" and x["citizen"] == citizen]

    def stratum(self, referral):
        return {name: referral[name] for name in self.plan["strata"]}

    def levels(self, stratum):
        code = lambda m: {"%": "%25", "/": "%2F"}[m.group()]
        return "/".join(re.sub("[%/]", code, stratum[name]) for name in self.plan["strata"])

    def entry(self, day, referral, batch, block, odds, draw, beacon=None):
        earlier = self.entries(referral["citizen"])
        kept = bool(earlier) and self.plan["referredAgain"] == "keep-arm"
        arm = earlier[0]["arm"] if kept else draw()
        certain = {a: int(a == arm) for a in self.arms}
        facts = dict(
            type="allocation",
            protocol=self.digest,
            algorithm=self.algorithm,
            citizen=referral["citizen"],
            referredOn=referral["referredOn"],
            batch=batch,
            block=block,
            stratum=self.stratum(referral),
            arm=arm,
            basis="kept" if kept else "drawn",
            designProbabilities=certain if kept else odds[0],
            drawProbabilities=certain if kept else odds[1],
        )
        if earlier:
            facts["first"] = earlier[0]["sequence"]
        if beacon is not None:
            facts["beacon"] = beacon
        self.add(day, **facts)


def replay_complete(case):
    ledger = Ledger(case, "complete/1")
    weights = ledger.plan["design"]["weights"]
    total = sum(weights.values())
    odds = {a: weights[a] / total for a in ledger.arms}
    rosters = {}
    for roster in case["rosters"]:
        fresh = [
            r for r in roster["referrals"]
            if all(e["referredOn"] != r["referredOn"] for e in ledger.entries(r["citizen"]))
        ]
        fresh.sort(key=lambda r: (r["citizen"].encode("utf-16-be"), r["referredOn"]))
        year, week, _ = date.fromisoformat(fresh[0]["referredOn"]).isocalendar()
        name = f"{year}-W{week:02}"
        rosters[name] = rosters.get(name, 0) + 1
        batch = name if rosters[name] == 1 else f"{name}.{rosters[name]}"
        frozen = [
            {"citizen": r["citizen"], "referredOn": r["referredOn"], "stratum": ledger.stratum(r)}
            for r in fresh
        ]
        line = ledger.add(roster["date"], type="roster", batch=batch, referrals=frozen)
        groups, seen = {}, set()
        for position, r in enumerate(fresh):
            if not ledger.entries(r["citizen"]) and r["citizen"] not in seen:
                groups.setdefault(canonical(ledger.stratum(r)), []).append(position)
            seen.add(r["citizen"])
        drawn = {}
        for stratum, positions in groups.items():
            context = dict(algorithm="complete/1", protocol=ledger.digest, roster=line["digest"], stratum=stratum)
            if "beacon" in roster:
                context["beacon"] = roster["beacon"]
            arms = complete(ledger.arms, weights, len(positions), words(case["key"], canonical(context)))
            drawn.update(zip(positions, arms))
        for position, r in enumerate(fresh):
            block = f"{batch}/{ledger.levels(ledger.stratum(r))}"
            ledger.entry(
                roster["date"], r, batch, block, (odds, odds), lambda: drawn[position], roster.get("beacon")
            )
    return ledger


def replay_alternation(case):
    ledger = Ledger(case, "alternation/1")
    k = len(ledger.arms)
    even = {a: 1 / k for a in ledger.arms}
    turns = {}
    for r in case["referrals"]:
        if any(e["referredOn"] == r["referredOn"] for e in ledger.entries(r["citizen"])):
            continue
        stratum = canonical(ledger.stratum(r))
        if stratum not in turns:
            context = dict(
                algorithm="alternation/1", drawn=0, mode=case["mode"], protocol=ledger.digest, stratum=stratum
            )
            odds, turn = even, below(words(case["key"], canonical(context)), k)
        else:
            turn = (turns[stratum] + 1) % k
            odds = {a: int(a == ledger.arms[turn]) for a in ledger.arms}
        turns[stratum] = turn
        day = r["referredOn"]
        ledger.entry(day, r, day, ledger.levels(ledger.stratum(r)), (even, odds), lambda: ledger.arms[turn])
    return ledger


def root(leaves):
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\1" + root(leaves[:k]) + root(leaves[k:])).digest()


def main():
    failed = False
    for name, replay in (("complete-1", replay_complete), ("alternation-1", replay_alternation)):
        with open(os.path.join(HERE, name + ".json"), encoding="utf-8") as file:
            ledger = replay(json.load(file))
        text = "".join(canonical(line) + "\n" for line in ledger.lines)
        with open(os.path.join(HERE, name + ".jsonl"), "rb") as file:
            same = file.read() == text.encode()
        failed = failed or not same
        head = root([bytes.fromhex(line["digest"]) for line in ledger.lines]).hex()
        print(name, "same" if same else "DIFFERS", len(ledger.lines), "lines, root", head)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
