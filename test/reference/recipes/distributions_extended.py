"""Makes distributions-extended.json: distribution functions where double precision is hard.

Huge and tiny shapes, both sides of the mean, far tails. Everything is summed from series of positive terms
(DLMF 8.7.1, 8.17.8; the hypergeometric terms themselves) at exactly the doubles given: the tail on the point's side
of the mean in 300-bit arithmetic, and where that series is too slow the other one in 1300 bits. Some 10 minutes.

    apt-get install python3-mpmath            # 1.2.1 on Debian 12
    python3 test/reference/recipes/distributions_extended.py > test/reference/distributions-extended.json
"""

import json
import sys

from mpmath import exp, log, loggamma, mp, mpf

mp.prec = 300
SOURCE = "mpmath %s, 300 bits or more; test/reference/recipes/distributions_extended.py" % __import__("mpmath").__version__
cases = []


def series(numerator, denominator, x, most):
    """1 + x (numerator)/(denominator) + ... with rising factorials; None if it takes more than `most` terms."""
    total = term = mpf(1)
    smallest = mpf(2) ** (20 - mp.prec)
    for n in range(most):
        term *= x / (denominator + n) if numerator is None else x * (numerator + n) / (denominator + n)
        total += term
        if term < total * smallest:
            return total
    return None


def gamma_tails(x, a):
    with mp.workprec(300 if x <= a else 1300):
        lower = exp(a * log(x) - x - loggamma(a + 1)) * series(None, a + 1, x, 4_000_000)
        return lower, 1 - lower


def beta_lower(x, y, a, b, most):
    total = series(a + b, a + 1, x, most)
    if total is None:
        return None
    return exp(a * log(x) + b * log(y) - log(a) + loggamma(a + b) - loggamma(a) - loggamma(b)) * total


def beta_tails(x, y, a, b):
    """x and y must be exact to 1300 bits."""
    beyond = x * (a + b) > a
    for bits, most, mirrored in ((300, 30_000, beyond), (1300, 30_000, not beyond), (300, 4_000_000, beyond)):
        with mp.workprec(bits):
            value = beta_lower(y, x, b, a, most) if mirrored else beta_lower(x, y, a, b, most)
            if value is not None:
                return (1 - value, value) if mirrored else (value, 1 - value)
    raise ArithmeticError("too slow")


def hyper_tails(x, m, n, k):
    def logf(z):
        return loggamma(mpf(z) + 1)

    with mp.workprec(1300):
        lower = term = exp(logf(m) - logf(x) - logf(m - x) + logf(n) - logf(k - x) - logf(n - k + x)
                           - logf(m + n) + logf(k) + logf(m + n - k))
        while term > lower * mpf(2) ** -1250:
            term = term * x * (n - k + x) / ((m - x + 1) * (k - x + 1))
            lower += term
            x -= 1
        return lower, 1 - lower


def number(value):
    value = float(value)
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def add(method, given, tails):
    for tail, value in zip(("lower", "upper"), tails):
        if value < mpf("1e-300"):
            continue
        relative = 2e-14 if value > mpf("1e-20") else 3e-13
        cases.append({
            "id": "distributions-extended/%s/%04d" % (method, sum(c["method"] == method for c in cases) + 1),
            "family": "distributions", "method": method,
            "input": {**{key: number(v) for key, v in given.items()}, "tail": tail},
            "expected": {"value": float(value)}, "source": SOURCE, "tol": {"rel": relative, "abs": 1e-305},
        })


STEPS = (-12, -4, -0.1, 0, 0.7, 5, 20)

for a in (1e-6, 0.01, 0.9, 30.25, 1999.5, 2000, 12345.678, 1e6, 1e8):
    points = [a + z * a ** 0.5 for z in STEPS] if a > 20 else (1e-30, 1e-5, 0.2, 1.1, 3.0, 40.0)
    for x in points:
        if x > 0:
            add("pgamma", {"x": x, "shape": a, "scale": 1}, gamma_tails(mpf(x), mpf(a)))

for a, b in ((1e-3, 1e-3), (1e-6, 3), (0.01, 50), (0.4, 1e8), (50, 1e8), (2500, 1e6), (123456.75, 2000.5),
             (5000.5, 2001.25), (1e8, 1e8), (1e9, 3), (7e7, 3e7)):
    mean, deviation = a / (a + b), (a / (a + b) * b / (a + b) / (a + b + 1)) ** 0.5
    small = (1e-30, 1e-12, 1e-8, 1e-3, 0.3, 0.9) if a < 1 else ()
    for x in (*small, *(mean + z * deviation for z in STEPS)):
        if 0 < x < 1:
            add("pbeta", {"x": x, "a": a, "b": b}, beta_tails(mpf(x), 1 - mpf(x), mpf(a), mpf(b)))

for df in (0.01, 2.5, 1e5, 123456.7, 1e7, 1e10):
    for t in (1e-8, 0.3, 1.0, 1.7, 3.0, 9.0, 36.0):
        with mp.workprec(1400):
            share = mpf(df) / (mpf(df) + mpf(t) ** 2)
            rest = 1 - share
        outside, _ = beta_tails(share, rest, mpf(df) / 2, mpf(1) / 2)
        add("pt", {"x": t, "df": df}, (1 - outside / 2, outside / 2))

for d1, d2 in ((1e6, 2e6), (7, 1e9), (5e7, 1e8), (0.02, 300), (1e5, 0.5)):
    for x in (1e-3, 0.9, 0.9999, 1.0001, 1.3, 50.0):
        with mp.workprec(1400):
            whole = mpf(d1) * mpf(x) + mpf(d2)
            share, rest = d1 * mpf(x) / whole, d2 / whole
        add("pf", {"x": x, "df1": d1, "df2": d2}, beta_tails(share, rest, mpf(d1) / 2, mpf(d2) / 2))

for n, p in ((10 ** 8, 0.3), (10 ** 9, 1e-6), (54321, 0.999)):
    mean, deviation = n * p, (n * p * (1 - p)) ** 0.5
    for x in sorted({round(mean + z * deviation) for z in STEPS}):
        if 0 <= x < n:
            lower, upper = beta_tails(mpf(p), 1 - mpf(p), mpf(x + 1), mpf(n - x))
            add("pbinom", {"x": x, "n": n, "p": p}, (upper, lower))

for mean in (1e-5, 2500.25, 1e6, 1e8):
    for x in sorted({round(mean + z * mean ** 0.5) for z in STEPS}):
        if x >= 0:
            lower, upper = gamma_tails(mpf(mean), mpf(x + 1))
            add("ppois", {"x": x, "lambda": mean}, (upper, lower))

for m, n, k in ((1_000_000, 2_000_000, 40_000), (5000, 10, 2505), (600, 598, 612)):
    mean = k * m / (m + n)
    deviation = (mean * n / (m + n) * (m + n - k) / (m + n - 1)) ** 0.5
    for x in sorted({round(mean + z * deviation) for z in STEPS}):
        if max(0, k - n) <= x < min(k, m):
            add("phyper", {"x": x, "m": m, "n": n, "k": k}, hyper_tails(x, m, n, k))

sys.stdout.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
