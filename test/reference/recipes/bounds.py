"""Values of bounds.json: python3 test/reference/recipes/bounds.py > test/reference/bounds.json

Python 3.11 with mpmath 1.2.1, 40 digits, and exact fractions. Nothing is shared with the package but the definitions:
Lee's bounds come from sorting the outcomes of the group with more of them known and cutting off a share (fractions of
a person among equal outcomes), their standard errors from Lee's (2009) Proposition 3 as it is printed, for any
distribution; Imbens and Manski's critical value by bisection; Newcombe's limits from Wilson's two roots; tipping
points from the whole grid of numbers of successes among the unknown.

The cases named attrition are what R's attrition 1.0.0 (github.com/acoppock/attrition, 8b492bf; R 4.2.2) gives for the same
numbers of rows, estimator_ev(Y, Z, R, minY = 0, maxY = 1) and estimator_trim(Y, Z, R): it takes Wald's limits,
variances with n - 1, and cuts off whole persons, and so agrees in large numbers only; their tolerance says how far.
"""
import json
from fractions import Fraction
from mpmath import mp, mpf, sqrt, erfc

mp.dps = 40
TABLES = [  # x1, u1, n1, x2, u2, n2
    (40, 10, 100, 30, 20, 100), (412, 60, 1204, 335, 30, 1198), (7, 3, 20, 9, 1, 18), (90, 5, 100, 85, 12, 100),
    (3, 0, 40, 0, 9, 40), (55, 25, 100, 20, 3, 80), (30, 0, 60, 22, 0, 50), (12, 8, 48, 31, 16, 96), (1, 2, 5, 0, 1, 4),
    (0, 6, 30, 24, 2, 30), (470, 40, 900, 380, 44, 880), (2, 15, 20, 3, 10, 18),
]
ATTRITION = [
    ((400000, 100000, 1000000, 300000, 200000, 1000000),
     dict(region_lower=-0.0999999999999988, region_upper=0.200000000000001,
          lower=-1.01151398104329e-01, upper=2.01115594590806e-01),
     dict(region_lower=-7.81250978354464e-07, region_upper=1.24999375000778e-01, share=1.11111111111111e-01,
          se_lower=8.83883860113227e-04, se_upper=8.54674208966768e-04,
          lower=-1.45464082408946e-03, upper=1.26405188973259e-01)),
    ((900000, 50000, 1000000, 430000, 30000, 500000),
     dict(region_lower=-0.0199999999999999, region_upper=0.0900000000000002,
          lower=-2.08010966763542e-02, upper=9.08831812698254e-02),
     dict(region_lower=0.031914837030270649, region_upper=0.042553191489362208, share=0.010526315789473694,
          se_lower=0.000468812571321686, se_upper=0.000620119910244147,
          lower=0.031143708971971728, upper=0.043573197972872110)),
    ((90000, 50000, 1000000, 37000, 40000, 500000),
     dict(region_lower=-0.0639999999999996, region_upper=0.0660000000000004,
          lower=-6.49625814709067e-02, upper=6.68345883917640e-02),
     dict(region_lower=-0.015218407373506021, region_upper=0.017391198015237433, share=0.031578947368420963,
          se_lower=0.000674545140330699, se_upper=0.000509136950897004,
          lower=-0.016327935394121459, upper=0.018228653775535383)),
]


def upper_tail(z):
    return erfc(z / sqrt(mpf(2))) / 2


def bisect(falling, low, high):
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def critical(level, width, error):
    """c of Imbens and Manski: Phi(c + width/error) - Phi(-c) = level."""
    distance = width / error if error > 0 else (mpf(0) if width == 0 else mpf(10) ** 6)
    return bisect(lambda c: upper_tail(c) + upper_tail(c + distance) - (1 - level), mpf(0), mpf(20))


def wilson(x, n, z):
    middle = (x + z * z / 2) / (n + z * z)
    half = z * sqrt(mpf(x) * (n - x) / n + z * z / 4) / (n + z * z)
    return middle - half, middle + half


def newcombe(x1, n1, x2, n2, z):
    p1, p2 = mpf(x1) / n1, mpf(x2) / n2
    (l1, u1), (l2, u2) = wilson(x1, n1, z), wilson(x2, n2, z)
    return (max(-1, p1 - p2 - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)),
            min(1, p1 - p2 + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)))


def real(fraction):
    return mpf(fraction.numerator) / fraction.denominator


def wald(x1, n1, x2, n2):
    return sqrt(mpf(x1) * (n1 - x1) / mpf(n1) ** 3 + mpf(x2) * (n2 - x2) / mpf(n2) ** 3)


def worst_case(table, level):
    x1, u1, n1, x2, u2, n2 = table
    worst, best = (x1, n1, x2 + u2, n2), (x1 + u1, n1, x2, n2)
    low = Fraction(x1, n1) - Fraction(x2 + u2, n2)
    high = Fraction(x1 + u1, n1) - Fraction(x2, n2)
    errors = wald(*worst), wald(*best)
    c = critical(level, real(high - low), max(errors))
    return dict(region_lower=real(low), region_upper=real(high), se_lower=errors[0], se_upper=errors[1],
                lower=newcombe(*worst, c)[0], upper=newcombe(*best, c)[1])


def trimmed(zeros, ones, kept, from_below):
    """Mean of the kept share of zeros and ones after cutting from one end, and the value at the cut."""
    mass = kept * (zeros + ones)
    if from_below:
        return (Fraction(1), 1) if mass < ones else (Fraction(ones) / mass, 0)
    return (Fraction(0), 0) if mass < zeros else (1 - Fraction(zeros) / mass, 1)


def lee_first(table):
    """The first group trimmed; bounds and N times their variances, Lee's Propositions 1a and 3."""
    x1, u1, n1, x2, u2, n2 = table
    size = n1 + n2
    in_first = Fraction(n1, size)
    alpha1, alpha0 = Fraction(n1 - u1, n1), Fraction(n2 - u2, n2)
    kept = alpha0 / alpha1
    p = 1 - kept
    mean0 = Fraction(x2, n2 - u2)
    control = mean0 * (1 - mean0) / ((1 - in_first) * alpha0)
    v_p = kept ** 2 * ((1 - alpha1) / (in_first * alpha1) + (1 - alpha0) / ((1 - in_first) * alpha0))
    ends = []
    for from_below in (False, True):
        mean, cut = trimmed(n1 - u1 - x1, x1, kept, from_below)
        treated = (mean * (1 - mean) + (cut - mean) ** 2 * p) / (in_first * alpha1 * kept)
        variance = treated + ((cut - mean) / kept) ** 2 * v_p + control
        ends.append((mean - mean0, variance / size))
    return ends, p


def lee(table, level):
    x1, u1, n1, x2, u2, n2 = table
    swapped = (x2, u2, n2, x1, u1, n1)
    first, second = Fraction(n1 - u1, n1), Fraction(n2 - u2, n2)
    ends, share = lee_first(table) if first >= second else lee_first(swapped)
    if first < second:
        ends = [(-ends[1][0], ends[1][1]), (-ends[0][0], ends[0][1])]
    if first == second:
        other, _ = lee_first(swapped)
        ends = [(ends[0][0], max(ends[0][1], other[1][1])), (ends[1][0], max(ends[1][1], other[0][1]))]
    low, high = (real(mean) for mean, _ in ends)
    errors = [sqrt(real(variance)) for _, variance in ends]
    c = critical(level, high - low, max(errors))
    return dict(region_lower=low, region_upper=high, se_lower=errors[0], se_upper=errors[1], share=real(share),
                lower=max(-1, low - c * errors[0]), upper=min(1, high + c * errors[1]))


def tipping(table, level):
    x1, u1, n1, x2, u2, n2 = table
    z = critical(level, mpf(0), mpf(1))

    def conclusion(i, j):
        lower, upper = newcombe(x1 + i, n1, x2 + j, n2, z)
        return "better" if lower > 0 else "worse" if upper < 0 else "inconclusive"

    grid = {(i, j): conclusion(i, j) for i in range(u1 + 1) for j in range(u2 + 1)}
    base = grid[0, 0]
    changed = [cell for cell in grid if grid[cell] != base]
    smallest = min((i + j for i, j in changed), default=None)
    first = min((i for i, j in changed if j == 0), default=None)
    second = min((j for i, j in changed if i == 0), default=None)
    lower, upper = newcombe(x1, n1, x2, n2, z)
    return dict(conclusion=base, smallest=smallest, comparator=first, reference=second,
                comparator_conclusion=None if first is None else grid[first, 0],
                reference_conclusion=None if second is None else grid[0, second],
                lower=lower, upper=upper)


def written(values):
    return {name: float(value) if isinstance(value, (mpf, int)) and not isinstance(value, bool) else value
            for name, value in values.items()}


def inputs(table, level):
    return dict(zip(("x1", "u1", "n1", "x2", "u2", "n2"), table), level=float(level))


cases = []
for table in TABLES:
    for level in ("0.8", "0.95", "0.99"):
        for method, find in (("worst-case", worst_case), ("lee", lee)):
            cases.append(dict(method=method, input=inputs(table, level), expected=written(find(table, mpf(level)))))
        if table[1] * table[4] <= 500:
            cases.append(dict(method="tipping-point", input=inputs(table, level),
                              expected=written(tipping(table, mpf(level)))))
for table, extreme, trim in ATTRITION:
    for method, expected in (("worst-case-attrition", extreme), ("lee-attrition", trim)):
        cases.append(dict(method=method, input=inputs(table, "0.95"), expected=expected, tol=dict(abs=3e-6, rel=0)))

print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
