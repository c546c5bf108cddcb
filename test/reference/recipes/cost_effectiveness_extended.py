"""Values of cost-effectiveness-extended.json:
python3 test/reference/recipes/cost_effectiveness_extended.py > test/reference/cost-effectiveness-extended.json

Python 3.11 with mpmath 1.2.1 or later, 60 digits: Fieller's sets and net benefits where doubles are hard. Nothing is
shared with the package but the definitions: roots of the quadratic as it stands, every input taken as the double it is,
quantiles by bisection of the tails. `tol` is what 40 roundings of each input (2^-53 of it) make of the results: a limit
next to where it becomes infinite can't be known as well as others.
"""
import itertools
import json
from mpmath import mp, mpf, sqrt, erfc, betainc

mp.dps = 60
SOURCE = "python3 test/reference/recipes/cost_effectiveness_extended.py, mpmath"


def upper_tail(q, df):
    if df is None:
        return erfc(q / sqrt(mpf(2))) / 2
    return betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + q * q), regularized=True) / 2


def quantile(level, df):
    tail = (1 - mpf(level)) / 2
    low, high = mpf(0), mpf(1)
    while upper_tail(high, df) > tail:
        high *= 2
    for _ in range(220):
        middle = (low + high) / 2
        if upper_tail(middle, df) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


QUANTILES = {}


def quantile_of(level, df):
    key = (level, df)
    if key not in QUANTILES:
        QUANTILES[key] = quantile(level, df)
    return QUANTILES[key]


def tolerance(evaluate, inputs):
    """How far the results move as each of the inputs does by a rounding."""
    inputs = [mpf(x) for x in inputs]
    base = evaluate(*inputs)
    moved = {name: mpf(0) for name, value in base.items() if isinstance(value, mpf)}
    for at in range(len(inputs)):
        other = evaluate(*(x * (1 + mpf(2) ** -53) if i == at else x for i, x in enumerate(inputs)))
        for name in moved:
            moved[name] += 40 * abs(other[name] - base[name])
    relative = {name: move / abs(base[name]) if base[name] != 0 else mpf(1) for name, move in moved.items()}
    known = [share for share in relative.values() if share < mpf("0.01")]
    return {
        "abs": float(max([move for name, move in moved.items() if relative[name] >= mpf("0.01")], default=0)),
        "rel": float(max(known, default=0)),
    }


def printed(values):
    return {name: float(value) if isinstance(value, mpf) else value for name, value in values.items()}


def fieller(a, b, va, c, vb, q):
    q2 = q ** 2
    A, B, C = b * b - q2 * vb, a * b - q2 * c, a * a - q2 * va
    D = B * B - A * C
    if A > 0:
        ends = sorted([(B - sqrt(D)) / A, (B + sqrt(D)) / A])
        return {"kind": "bounded", "lower": ends[0], "upper": ends[1]}
    if D <= 0:
        return {"kind": "whole-line", "lower": "-Infinity", "upper": "Infinity"}
    ends = sorted([(B - sqrt(D)) / A, (B + sqrt(D)) / A])
    return {"kind": "exclusive", "lower": ends[0], "upper": ends[1]}


def net_benefit(df):
    def evaluate(c, e, vc, cov, ve, price, q):
        found = price * e - c
        error = sqrt(price * price * ve - 2 * price * cov + vc)
        t = found / error
        tail = upper_tail(abs(t), df)
        return {
            "nmb": found,
            "se": error,
            "lower": found - q * error,
            "upper": found + q * error,
            "prob_cost_effective": 1 - tail if t > 0 else tail,
        }

    return evaluate


# numerator, denominator, variance, covariance, variance
PAIRS = {
    "narrow": (1000000.5, 12345.678, 1.0, 0.00005, 1e-8),
    "narrower": (3.0, 7.0, 1e-16, 5e-17, 1e-16),
    "just significant": (1.0, 0.39200001, 0.04, 0.01, 0.04),
    "just not significant": (1.0, 0.3919, 0.04, 0.01, 0.04),
    "nearly dependent": (5.0, 4.0, 1.0, 0.999999, 1.0),
    "nearly dependent, other sign": (5.0, 4.0, 1.0, -0.999999, 1.0),
    "a price per success, and a base": (50.0, 4.0, 4.0, 6.0, 9.0),
    "a price per success, and a base, near 0": (50.0, 0.5, 4.0, 6.0, 9.0),
    "fixed price": (1200.0, 0.06, 0.0, 0.0, 0.0005),
    "fixed price, near 0": (1200.0, 0.03, 0.0, 0.0, 0.0005),
    "no price at all": (0.0, 0.06, 0.0, 0.0, 0.0005),
    "known denominator": (3.0, -7.0, 2.0, 0.0, 0.0),
    "no denominator": (3.0, 0.0, 0.3, 0.1, 0.2),
    "neither": (0.0, 0.0, 0.3, 0.1, 0.2),
    "nothing known": (0.3, 0.1, 0.3, 0.05, 0.2),
    "large over small": (3e60, 4e-60, 3e119, 1e-1, 2e-121),
    "small over large": (-3e-60, 4e60, 3e-121, 1e-1, 2e119),
}
DIFFERENCES = {
    "nearly no variance": (1000.0, 0.1, 10000.0, 0.9999999, 0.0001),
    "negative covariance": (1000.0, 0.1, 10000.0, -0.5, 0.0001),
    "fixed price": (1200.0, 0.06, 0.0, 0.0, 0.0005),
    "small": (1e-30, 2e-30, 1e-60, 1e-61, 1e-60),
}

cases = []
for (name, (a, b, va, c, vb)), (level, df) in itertools.product(
    PAIRS.items(), [(0.95, None), (0.95, 28), (0.95, 3.5), (0.8, None), (0.999, None)]
):
    inputs = (a, b, va, c, vb, quantile_of(level, df))
    given = {"numerator": a, "denominator": b, "var_numerator": va, "var_denominator": vb, "cov": c}
    cases.append(
        {
            "id": f"{name}, {level}, {df}",
            "method": "fieller",
            "input": {**given, "level": level, "df": df},
            "expected": printed(fieller(*(mpf(x) for x in inputs))),
            "source": SOURCE,
            "tol": tolerance(fieller, inputs),
        }
    )
for (name, (c, e, vc, cov, ve)), price, (level, df) in itertools.product(
    DIFFERENCES.items(), [1.0, 10000.0, 12345.6], [(0.95, None), (0.9, 28), (0.99, 3.5)]
):
    inputs = (c, e, vc, cov, ve, price, quantile_of(level, df))
    given = {"delta_cost": c, "delta_effect": e, "var_cost": vc, "var_effect": ve, "cov": cov}
    cases.append(
        {
            "id": f"{name}, {price}, {level}, {df}",
            "method": "nmb",
            "input": {**given, "lambda": price, "level": level, "df": df},
            "expected": printed(net_benefit(df)(*(mpf(x) for x in inputs))),
            "source": SOURCE,
            "tol": tolerance(net_benefit(df), inputs),
        }
    )

print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
