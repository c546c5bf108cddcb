"""Two samples of values: means, shifts and the probability of a higher value.

python3 test/reference/recipes/ratings.py > test/reference/ratings.json

Python 3.11 with scipy 1.10.1 and mpmath 1.2.1, and Rscript of R 4.2.2 beside it. Nothing of the package is used:
- welch: R's t.test, of a sum of squares in doubles.
- hodges-lehmann: R's wilcox.test(conf.int = TRUE); its limits and estimate in the normal approximation are found to
  1e-4, so that those cases have a tolerance of 2e-4. `estimate_all` is the median of all differences, made one by one
  in exact arithmetic.
- brunner-munzel: scipy's brunnermunzel, on the plain scale and with nothing added.
- win-probability: with one value added to each group, half of it below all others and half above; from the definition,
  pair by pair, in mpmath with 40 digits.
"""
import json
import random
import subprocess
from fractions import Fraction
from statistics import median

import mpmath
from scipy import stats

mpmath.mp.dps = 40
random.seed(20251122)


def likert(size, weights):
    return random.choices([1, 2, 3, 4, 5], weights, k=size)


def normal(size, mean, deviation, digits):
    return [round(random.gauss(mean, deviation), digits) for _ in range(size)]


# Permeability of membranes: Hollander & Wolfe (1973), 69f., as on the help page of R's wilcox.test.
permeability = ([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21])
# Pain scores of two treatments: Brunner & Munzel (2000), as on the help page of scipy's brunnermunzel.
pain = (
    [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1],
    [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4],
)
DATA = {
    "permeability": permeability,
    "pain": pain,
    "untied": (normal(17, 10, 3, 6), normal(21, 8.5, 5, 6)),
    "untied-49": (normal(49, 0, 1, 9), normal(48, 0.3, 1, 9)),
    "long": (normal(101, 0.2, 1, 9), normal(77, 0, 2, 9)),
    "rounded": (normal(25, 5, 2, 1), normal(31, 6, 2, 1)),
    "alike": (likert(60, [1, 2, 4, 6, 3]), likert(55, [1, 2, 4, 6, 3])),
    "better": (likert(80, [1, 2, 4, 8, 9]), likert(75, [3, 4, 6, 5, 2])),
    "top": (likert(30, [0, 1, 1, 4, 30]), likert(90, [1, 2, 5, 10, 30])),
    "few": (likert(6, [1, 1, 1, 1, 1]), likert(9, [1, 2, 3, 2, 1])),
    "separated": ([4, 5, 5, 4, 5, 4], [1, 2, 3, 3, 2]),
    "large": (likert(900, [1, 2, 4, 7, 4]), likert(700, [1, 3, 4, 6, 4])),
    "negative": ([-3.5, 2.25, 0.5, -1.75, 4], [-8, -0.25, 1.5, -2.5]),
}


def vector(values):
    return "c(" + ",".join(repr(float(value)) for value in values) + ")"


def r(code):
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def welch(x, y, level, alternative):
    code = (
        f"t <- t.test({vector(x)}, {vector(y)}, conf.level={level}, alternative='{dotted(alternative)}');"
        "cat(sprintf('%.17g', c(mean(t$estimate[1]) - t$estimate[2], t$stderr, t$statistic, t$parameter, t$p.value, t$conf.int)))"
    )
    names = ["estimate", "se", "statistic", "df", "p", "lower", "upper"]
    return dict(zip(names, r(code)))


def wilcoxon(x, y, level, alternative, exact):
    code = (
        f"w <- suppressWarnings(wilcox.test({vector(x)}, {vector(y)}, conf.int=TRUE, conf.level={level},"
        f" alternative='{dotted(alternative)}', exact={'TRUE' if exact else 'FALSE'}));"
        "cat(sprintf('%.17g', c(w$estimate, w$statistic, w$p.value, w$conf.int)))"
    )
    return dict(zip(["estimate", "u", "p", "lower", "upper"], r(code)))


def dotted(alternative):
    return alternative.replace("-", ".")


def win(x, y, level, alternative):
    """From the definition: distribution functions as functions, expectations as sums over people."""
    half = mpmath.mpf(1) / 2

    def weights(group):
        # Everyone of the group counts one, half a person more is below all and half above.
        own = [(value, mpmath.mpf(group.count(value))) for value in set(group)]
        return [(-mpmath.inf, half), *own, (mpmath.inf, half)]

    def share_below(value, group):
        total = sum(weight for _, weight in group)
        below = sum(weight for other, weight in group if other < value)
        at = sum(weight for other, weight in group if other == value)
        return (below + at / 2) / total

    def mean_and_variance(group, others):
        placed = [(share_below(value, others), weight) for value, weight in group]
        size = sum(weight for _, weight in placed)
        mean = sum(place * weight for place, weight in placed) / size
        squares = sum(weight * (place - mean) ** 2 for place, weight in placed)
        return mean, squares / (size - 1) / size, size - 1

    a, b = weights(x), weights(y)
    center, v1, f1 = mean_and_variance(a, b)
    _, v2, f2 = mean_and_variance(b, a)
    df = (v1 + v2) ** 2 / (v1**2 / f1 + v2**2 / f2)
    se = mpmath.sqrt(v1 + v2)
    wins = sum(Fraction((i > j) + (i >= j), 2) for i in x for j in y)
    estimate = mpmath.mpf(wins.numerator) / wins.denominator / (len(x) * len(y))
    statistic = (center - half) / se

    def upper_tail(t):
        inside = mpmath.betainc(df / 2, half, 0, df / (df + t * t), regularized=True) / 2
        return inside if t > 0 else 1 - inside

    sides = 2 if alternative == "two-sided" else 1
    tail = (1 - mpmath.mpf(level)) / sides
    quantile = mpmath.findroot(lambda t: upper_tail(t) - tail, stats.t.isf(float(tail), float(df)))
    lower = mpmath.mpf(0) if alternative == "less" else max(0, min(estimate, center - quantile * se))
    upper = mpmath.mpf(1) if alternative == "greater" else min(1, max(estimate, center + quantile * se))
    p = {
        "two-sided": 2 * upper_tail(abs(statistic)),
        "greater": upper_tail(statistic),
        "less": 1 - upper_tail(statistic),
    }[alternative]
    found = dict(estimate=estimate, se=se, statistic=statistic, df=df, p=p, lower=lower, upper=upper)
    return {name: float(value) for name, value in found.items()}


def main():
    cases = []

    def add(method, name, options, expected, source, tol):
        x, y = DATA[name]
        data = {"data": name, "comparator": x, "reference": y, **options}
        expected = {k: v if abs(v) != float("inf") else ("Infinity" if v > 0 else "-Infinity") for k, v in expected.items()}
        case = dict(id=f"ratings/{method}/{len(cases) + 1:04d}", family="ratings", method=method)
        cases.append({**case, "input": data, "expected": expected, "source": source, "tol": tol})

    for name, (x, y) in DATA.items():
        questions = [(0.95, "two-sided"), (0.9, "greater"), (0.99, "less")]
        tied = len(set(x + y)) < len(x) + len(y)
        exact = not tied and len(x) * len(y) <= 2500
        for level, alternative in questions:
            options = {"level": level, "alternative": alternative}
            add("welch", name, options, welch(x, y, level, alternative), "R 4.2.2 t.test", {"abs": 1e-13, "rel": 1e-9})
            add("win-probability", name, options, win(x, y, level, alternative),
                "mpmath 1.2.1, from the definition", {"abs": 1e-13, "rel": 1e-11})
            if name == "separated":
                continue  # R's search for the limits fails where the groups are separated.
            shift = wilcoxon(x, y, level, alternative, exact)
            differences = [Fraction(repr(float(i))) - Fraction(repr(float(j))) for i in x for j in y]
            shift["estimate_all"] = float(median(differences))
            if not exact:
                del shift["estimate"]
            add("hodges-lehmann", name, options, shift,
                f"R 4.2.2 wilcox.test(exact = {'TRUE' if exact else 'FALSE'})",
                {"abs": 1e-12, "rel": 1e-11} if exact else {"abs": 2e-4, "rel": 1e-9})
        if name == "separated":
            continue  # The variance is 0.
        for alternative in ["two-sided", "greater", "less"]:
            # scipy's statistic is that of the second sample against the first, its alternative of the first.
            statistic, p = stats.brunnermunzel(x, y, alternative=alternative, distribution="t")
            add("brunner-munzel", name, {"alternative": alternative}, {"statistic": -float(statistic), "p": float(p)},
                "scipy 1.10.1 brunnermunzel(comparator, reference), the statistic turned", {"abs": 1e-13, "rel": 1e-10})
    print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")


main()
