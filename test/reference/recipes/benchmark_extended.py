"""Values of benchmark-extended.json:
python3 test/reference/recipes/benchmark_extended.py > test/reference/benchmark-extended.json

Python 3.11 with mpmath 1.2.1 or later, 50 digits: what benchmark.json lacks. Nothing is shared with the package but the
definitions: Poisson tails as incomplete gamma functions inverted by bisection, limits of funnels from sums of
probabilities, the beta-binomial likelihood from gamma functions, its maximum by Newton's method on digamma scores in
ln alpha and ln beta from the moments, its standard errors from trigammas and the delta method. Every input is taken as
the double it is.
"""
import json
import random
from mpmath import mp, mpf, sqrt, exp, log, erfc, gammainc, loggamma, digamma, polygamma, matrix, lu_solve, floor, ceil

mp.dps = 50
SOURCE = "python3 test/reference/recipes/benchmark_extended.py, mpmath"
CASES = []


def add(method, given, expected, tol):
    CASES.append({"id": f"benchmark-extended/{method}/{len(CASES):03d}", "family": "benchmark-extended", "method": method,
                  "input": given, "expected": {k: (float(v) if not isinstance(v, (list, bool, int)) else v) for k, v in expected.items()},
                  "source": SOURCE, "tol": tol})


def below(x, m):
    """P(X <= x) of a Poisson count."""
    return gammainc(x + 1, m, regularized=True) if x >= 0 else mpf(0)


def at(x, m):
    return exp(x * log(m) - m - loggamma(x + 1))


def bisected(f, low, high):
    """The root of a function that rises."""
    low, high = mpf(low), mpf(high)
    while f(high) < 0:
        high *= 2
    for _ in range(240):
        middle = (low + high) / 2
        if f(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def normal_quantile(tail):
    return bisected(lambda z: tail - erfc(z / sqrt(mpf(2))) / 2, 0, 1)


# Mid-p limits and tests of O against E.
for o, e, level in [(0, 2.5, 0.95), (1, 1.3, 0.998), (3, 7.25, 0.95), (10, 7.25, 0.9), (45, 31.4, 0.95), (400, 352.0, 0.99), (120000, 119000.0, 0.95)]:
    tail = (1 - mpf(level)) / 2
    above = lambda m: 1 - below(o, m) + at(o, m) / 2
    under = lambda m: below(o - 1, m) + at(o, m) / 2
    lower = mpf(0) if o == 0 else bisected(lambda m: above(m) - tail, mpf(10) ** -30, o)
    upper = bisected(lambda m: tail - under(m), mpf(o) if o > 0 else mpf(10) ** -30, o + 1)
    p = min(mpf(1), 2 * min(above(mpf(e)), under(mpf(e))))
    add("smr-mid-p", {"observed": o, "expected": e, "level": level}, {"lower": lower / mpf(e), "upper": upper / mpf(e), "p_two_sided": p},
        {"abs": 0, "rel": 1e-10})

# Byar's p-value: twice the tail beyond the z at which a limit meets 1.
for o, e in [(1, 1.3), (3, 7.25), (45, 31.4), (30, 31.4), (400, 352.0), (0, 4.0)]:
    m = mpf(e)
    upper_z = 3 * sqrt(mpf(o + 1)) * ((m / (o + 1)) ** (mpf(1) / 3) - 1 + 1 / (9 * mpf(o + 1)))
    high = mpf(1) if o == 0 else erfc(3 * sqrt(mpf(o)) * (1 - 1 / (9 * mpf(o)) - (m / o) ** (mpf(1) / 3)) / sqrt(mpf(2))) / 2
    low = erfc(upper_z / sqrt(mpf(2))) / 2
    add("smr-byar-test", {"observed": o, "expected": e}, {"p_greater": high, "p_less": low, "p_two_sided": min(mpf(1), 2 * min(high, low))},
        {"abs": 0, "rel": 1e-10})

# Dobson's interval with exact limits, and Fay and Feuer's without an event.
for events, total, standard, level in [([0, 3, 1, 9], [310, 290, 150, 77], [25000, 20000, 18000, 9000], 0.95),
                                       ([120, 340, 80], [400, 900, 130], [0.2, 0.5, 0.3], 0.998), ([0, 1], [50, 10], [1, 1], 0.95)]:
    w = [mpf(v) for v in standard]
    c = [wi / sum(w) / n for wi, n in zip(w, total)]
    rate = sum(ci * x for ci, x in zip(c, events))
    variance = sum(ci * ci * x for ci, x in zip(c, events))
    o = sum(events)
    tail = (1 - mpf(level)) / 2
    low = bisected(lambda m: 1 - below(o - 1, m) - tail, mpf(10) ** -30, o)
    high = bisected(lambda m: tail - below(o, m), o, o + 1)
    stretch = sqrt(variance / o)
    add("dobson-exact", {"events": events, "total": total, "standard": standard, "level": level},
        {"rate": rate, "lower": max(rate + stretch * (low - o), 0), "upper": min(rate + stretch * (high - o), 1)}, {"abs": 0, "rel": 1e-10})
for total, standard in [([50, 10], [3, 1]), ([310, 290, 150], [25, 20, 18])]:
    largest = max(mpf(wi) / sum(standard) / n for wi, n in zip(standard, total))
    add("dobson-exact", {"events": [0] * len(total), "total": total, "standard": standard, "level": 0.95},
        {"rate": mpf(0), "lower": mpf(0), "upper": min(-log((1 - mpf(0.95)) / 2) * largest, 1)}, {"abs": 0, "rel": 1e-10})

# Funnels of observed over expected: Poisson.
for target, e in [(1.0, 0.4), (1.0, 3.7), (1.0, 25.0), (1.2, 180.5), (0.8, 4000.0)]:
    m = mpf(target) * mpf(e)
    expected = {}
    for name, level in [("95", 0.95), ("99.8", 0.998)]:
        for side, p in [("lower", (1 - mpf(level)) / 2), ("upper", 1 - (1 - mpf(level)) / 2)]:
            r = max(int(floor(m - 12 * sqrt(m))), 0)
            while below(r, m) < p:
                r += 1
            expected[f"{side}_{name}"] = max((r - (below(r, m) - p) / at(r, m)) / mpf(e), 0)
            expected[f"{'fewest' if side == 'lower' else 'most'}_{name}"] = r
        half = normal_quantile((1 - mpf(level)) / 2) * sqrt(mpf(target) / mpf(e))
        expected[f"normal_lower_{name}"] = max(mpf(target) - half, 0)
        expected[f"normal_upper_{name}"] = mpf(target) + half
    add("funnel-poisson", {"target": target, "expected": e}, expected, {"abs": 0, "rel": 1e-9})

# Overdispersion with the extremes left out, or as they are.
draw = random.Random(7)
for k, share in [(12, 0.1), (40, 0.1), (40, 0.0), (98, 0.05)]:
    z = [round(draw.gauss(0, 1.6), 3) for _ in range(k)]
    s = [round(draw.uniform(0.01, 0.08), 4) for _ in range(k)]
    ordered = sorted(mpf(v) for v in z)

    def quantile(p):
        place = (k - 1) * mpf(p)
        i, j = int(floor(place)), int(ceil(place))
        return ordered[i] + (place - i) * (ordered[j] - ordered[i])

    low, high = quantile(share), quantile(1 - mpf(share))
    kept = [(mpf(v), 1 / mpf(e) ** 2) for v, e in zip(z, s) if low <= mpf(v) <= high]
    squares = sum(v * v for v, _ in kept)
    n = len(kept)
    weights = sum(w for _, w in kept)
    tau = max(squares - (n - 1), 0) / (weights - sum(w * w for _, w in kept) / weights)
    add("overdispersion-truncated", {"z": z, "standard_errors": s, "truncate": share},
        {"phi": squares / n, "tau2": tau, "kept": n, "phi_raw": sum(mpf(v) ** 2 for v in z) / k}, {"abs": 1e-15, "rel": 1e-11})


def fitted(x, n):
    """Beta-binomial by Newton's method in ln alpha and ln beta."""
    mean = mpf(sum(x)) / sum(n)
    total = sum(n)
    squares = sum((xi - ni * mean) ** 2 / ni for xi, ni in zip(x, n))
    room = sum((ni - 1) * (1 - mpf(ni) / total) for ni in n)
    rho = min(max((squares - mean * (1 - mean) * (len(x) - 1)) / (mean * (1 - mean) * room), mpf(10) ** -7), mpf("0.99"))
    a, b = mean * (1 / rho - 1), (1 - mean) * (1 / rho - 1)

    def loglik(a, b):
        return sum(loggamma(xi + a) + loggamma(ni - xi + b) - loggamma(ni + a + b) for xi, ni in zip(x, n)) \
            + len(x) * (loggamma(a + b) - loggamma(a) - loggamma(b))

    def scores(a, b):
        common = digamma(a + b) * len(x) - sum(digamma(ni + a + b) for ni in n)
        return (common + sum(digamma(xi + a) for xi in x) - len(x) * digamma(a),
                common + sum(digamma(ni - xi + b) for xi, ni in zip(x, n)) - len(x) * digamma(b))

    def hessian(a, b):
        common = polygamma(1, a + b) * len(x) - sum(polygamma(1, ni + a + b) for ni in n)
        return (common + sum(polygamma(1, xi + a) for xi in x) - len(x) * polygamma(1, a), common,
                common + sum(polygamma(1, ni - xi + b) for xi, ni in zip(x, n)) - len(x) * polygamma(1, b))

    here = loglik(a, b)
    for _ in range(200):
        sa, sb = scores(a, b)
        haa, hab, hbb = hessian(a, b)
        # In the logarithms.
        g = matrix([a * sa, b * sb])
        h = matrix([[a * a * haa + a * sa, a * b * hab], [a * b * hab, b * b * hbb + b * sb]])
        determinant = h[0, 0] * h[1, 1] - h[0, 1] ** 2
        step = lu_solve(h, -g) if determinant > 0 and h[0, 0] < 0 else g / (abs(g[0]) + abs(g[1]))
        size = mpf(1) / max(1, abs(step[0]), abs(step[1]))
        while loglik(a * exp(size * step[0]), b * exp(size * step[1])) < here and size > mpf(10) ** -40:
            size /= 2
        a, b = a * exp(size * step[0]), b * exp(size * step[1])
        here = loglik(a, b)
        if abs(step[0]) + abs(step[1]) < mpf(10) ** -30:
            break
    haa, hab, hbb = hessian(a, b)
    determinant = haa * hbb - hab * hab
    vaa, vab, vbb = -hbb / determinant, hab / determinant, -haa / determinant
    s = a + b
    mu_a, mu_b = b / s ** 2, -a / s ** 2
    se_mu = sqrt(mu_a ** 2 * vaa + 2 * mu_a * mu_b * vab + mu_b ** 2 * vbb)
    se_rho = sqrt(vaa + 2 * vab + vbb) / (s + 1) ** 2
    chosen = sum(loggamma(ni + 1) - loggamma(xi + 1) - loggamma(ni - xi + 1) for xi, ni in zip(x, n))
    return {"alpha": a, "beta": b, "mu": a / s, "rho": 1 / (s + 1), "se_mu": se_mu, "se_rho": se_rho, "loglik": here + chosen}


def drawn(k, low, high, mean, rho):
    x, n = [], []
    for _ in range(k):
        size = draw.randint(low, high)
        p = draw.betavariate(mean * (1 / rho - 1), (1 - mean) * (1 / rho - 1))
        n.append(size)
        spread = (size * p * (1 - p)) ** 0.5
        x.append(sum(draw.random() < p for _ in range(size)) if size < 20000 else min(max(round(draw.gauss(size * p, spread)), 0), size))
    return x, n


# Many units and few citizens, large totals, correlations next to 0 and 1, means next to 0. Where units of a million
# differ by little, the score's terms are a million times its value: 1e-8 is what doubles leave.
for (k, low, high, mean, rho), rel in [((98, 100, 400, 0.35, 0.01), 1e-10), ((60, 2, 4, 0.4, 0.3), 1e-10), ((25, 5, 60, 0.03, 0.05), 1e-10),
                                       ((40, 30, 30, 0.5, 0.9), 1e-10), ((30, 90000, 110000, 0.3, 1e-4), 1e-8),
                                       ((50, 1000000, 1000000, 0.42, 1e-3), 1e-8), ((50, 1000000, 1000000, 0.001, 0.2), 1e-10)]:
    x, n = drawn(k, low, high, mean, rho)
    add("beta-binomial", {"x": x, "n": n}, fitted(x, n), {"abs": 0, "rel": rel})

print("[\n" + ",\n".join(json.dumps(each, separators=(", ", ": ")) for each in CASES) + "\n]")
