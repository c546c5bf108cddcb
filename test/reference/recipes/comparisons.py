"""Values of comparisons.json: python3 test/reference/recipes/comparisons.py > test/reference/comparisons.json

Python 3.11 with mpmath 1.2.1, 40 digits. Nothing is shared with the package but the definitions: the constrained
maximum-likelihood proportions are found by bisection of the likelihood's derivative along the constraint, limits by
bisection of the score, and the test by inversion of Newcombe's interval from Wilson's two roots.
"""
import json
from mpmath import mp, mpf, sqrt, erfc, log

mp.dps = 40
ONE = mpf(1)
TABLES = [
    (9, 10, 3, 10), (0, 10, 3, 12), (10, 10, 7, 12), (1, 30, 29, 30), (5, 5, 0, 4), (137, 412, 98, 395),
    (250, 1000, 300, 1000), (3, 1000000, 17, 1000000), (412, 1204, 335, 1198), (299, 300, 280, 290),
]


def upper_tail(z):
    return erfc(z / sqrt(mpf(2))) / 2


def bisect(f, low, high, steps=400):
    """Root of a falling function."""
    for _ in range(steps):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def quantile(tail):
    return bisect(lambda z: upper_tail(z) - tail, mpf(-60), mpf(60))


def slope(x, n, p):
    """Derivative of the binomial log-likelihood, -inf/inf at its poles."""
    total = mpf(0)
    if x > 0:
        total += mp.inf if p <= 0 else x / p
    if x < n:
        total -= mp.inf if p >= 1 else (n - x) / (1 - p)
    return total


def constrained(table, p1_of, dp1, low, high):
    """Most likely p2 in [low, high] with p1 a function of it."""
    x1, n1, x2, n2 = table

    def derivative(p2):
        return slope(x1, n1, p1_of(p2)) * dp1(p2) + slope(x2, n2, p2)

    p2 = bisect(derivative, low, high)
    return p1_of(p2), p2


def score_difference(table, delta, factor):
    x1, n1, x2, n2 = table
    p1, p2 = constrained(table, lambda p: p + delta, lambda p: ONE, max(mpf(0), -delta), min(ONE, 1 - delta))
    deviation = mpf(x1) / n1 - mpf(x2) / n2 - delta
    variance = factor * (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    return mpf(0) if abs(deviation) < mpf(10) ** -35 else deviation / sqrt(variance)


def score_ratio(table, theta, factor):
    x1, n1, x2, n2 = table
    p1, p2 = constrained(table, lambda p: p * theta, lambda p: theta, mpf(0), min(ONE, 1 / theta))
    deviation = mpf(x1) / n1 - theta * x2 / n2
    variance = factor * (p1 * (1 - p1) / n1 + theta**2 * p2 * (1 - p2) / n2)
    return deviation / sqrt(variance)


def score_odds_ratio(table, psi, factor):
    x1, n1, x2, n2 = table

    def p1_of(p):
        return psi * p / (1 - p + psi * p)

    p1, p2 = constrained(table, p1_of, lambda p: psi / (1 - p + psi * p) ** 2, mpf(0), ONE)
    v1, v2 = p1 * (1 - p1), p2 * (1 - p2)
    deviation = (mpf(x1) / n1 - p1) / v1 - (mpf(x2) / n2 - p2) / v2
    return deviation / sqrt(factor * (1 / (n1 * v1) + 1 / (n2 * v2)))


def odds_ratio_limits(table, z):
    x1, n1, x2, n2 = table
    factor = mpf(n1 + n2) / (n1 + n2 - 1)

    def at(t, target):
        return score_odds_ratio(table, mp.e**t, factor) - target

    lower = mpf(0) if x1 == 0 or x2 == n2 else mp.e ** bisect(lambda t: at(t, z), mpf(-40), mpf(40), 200)
    upper = mp.inf if x1 == n1 or x2 == 0 else mp.e ** bisect(lambda t: at(t, -z), mpf(-40), mpf(40), 200)
    return lower, upper


def wilson(x, n, z):
    centre = x + z * z / 2
    half = z * sqrt(mpf(x) * (n - x) / n + z * z / 4)
    return (centre - half) / (n + z * z), (centre + half) / (n + z * z)


def wilson_corrected(x, n, z):
    p, q = mpf(x) / n, mpf(n - x) / n
    lower, upper = mpf(0), ONE
    if x > 0:
        lower = (2 * x + z * z - 1 - z * sqrt(z * z - 2 - ONE / n + 4 * p * (n * q + 1))) / (2 * (n + z * z))
    if x < n:
        upper = (2 * x + z * z + 1 + z * sqrt(z * z + 2 - ONE / n + 4 * p * (n * q - 1))) / (2 * (n + z * z))
    return max(mpf(0), lower), min(ONE, upper)


def newcombe_p(table, null, limits):
    x1, n1, x2, n2 = table
    d = mpf(x1) / n1 - mpf(x2) / n2
    p1, p2 = mpf(x1) / n1, mpf(x2) / n2

    def reach(z):
        l1, u1 = limits(x1, n1, z)
        l2, u2 = limits(x2, n2, z)
        return sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2) if d >= null else sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)

    tiny = mpf(10) ** -30
    if reach(tiny) >= abs(d - null):
        return ONE, mpf("0.5")
    z = bisect(lambda at: abs(d - null) - reach(at), tiny, mpf(60))
    return 2 * upper_tail(z), upper_tail(z if d >= null else -z)


def text(value):
    return "Infinity" if value == mp.inf else float(value)


cases = []
for table in TABLES:
    x1, n1, x2, n2 = table
    counts = dict(x1=x1, n1=n1, x2=x2, n2=n2)
    unbiased = mpf(n1 + n2) / (n1 + n2 - 1)
    for level in ("0.9", "0.95", "0.99"):
        z = quantile((1 - mpf(level)) / 2)
        lower, upper = odds_ratio_limits(table, z)
        cases.append(dict(method="or-miettinen-nurminen", input=dict(counts, level=float(level)),
                          expected=dict(lower=text(lower), upper=text(upper))))
    for name, limits in (("newcombe", wilson), ("newcombe-cc", wilson_corrected)):
        for margin in ("0", "0.05", "0.1"):
            both, greater = newcombe_p(table, -mpf(margin), limits)
            cases.append(dict(method=name + "-test", input=dict(counts, margin=float(margin)),
                              expected=dict(p_two_sided=float(both), p_greater=float(greater))))
    for name, factor in (("miettinen-nurminen", unbiased), ("mee", ONE)):
        for margin in ("0", "0.05", "0.1"):
            statistic = score_difference(table, -mpf(margin), factor)
            cases.append(dict(method=name + "-test", input=dict(counts, margin=float(margin)),
                              expected=dict(statistic=float(statistic), p_greater=float(upper_tail(statistic)))))
    for name, factor in (("rr-miettinen-nurminen", unbiased), ("rr-koopman", ONE)):
        statistic = score_ratio(table, ONE, factor)
        cases.append(dict(method=name + "-test", input=counts,
                          expected=dict(statistic=float(statistic), p_two_sided=float(2 * upper_tail(abs(statistic))))))
    statistic = score_odds_ratio(table, ONE, unbiased)
    cases.append(dict(method="or-miettinen-nurminen-test", input=counts,
                      expected=dict(statistic=float(statistic), p_two_sided=float(2 * upper_tail(abs(statistic))))))

print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
