"""Values of binomial-normal.json: python3 test/reference/recipes/binomial_normal.py > test/reference/binomial-normal.json

Python 3.11 with numpy. Nothing is shared with the package but the model: events x ~ Binomial(n, p), logit p =
mu + tau z, z standard normal. Likelihoods are integrals over z from -15 to 15 by Gauss and Legendre with 20 nodes in each of
200 panels, in the 64 bits of long double; the maximum is where central differences of the likelihood are 0 (Newton's
method from starts spread over tau, and tau = 0, the highest taken); the information is the likelihood's second differences.

The cases named lme4 and metafor are what R 4.2.2 gives for the same counts: lme4 1.1-31, glmer(cbind(x, n - x) ~ 1 + (1 | id),
family = binomial, nAGQ = 100), and metafor 3.8-1, rma.glmm(measure = "PLO", nAGQ = 100). Their search stops after four to five
digits, and so they agree to those only; their tolerance says how far.
"""
import json
import numpy as np
from math import lgamma

D = np.longdouble
EDGE, PANELS = 15, 200
nodes, weights = np.polynomial.legendre.leggauss(20)
half = D(EDGE) / PANELS
centers = (np.arange(PANELS, dtype=D) * 2 + 1) * half - EDGE
Z = (centers[:, None] + half * nodes.astype(D)[None, :]).ravel()
W = np.tile(half * weights.astype(D), PANELS)
NORMAL = -Z * Z / 2 - np.log(2 * D("3.14159265358979323846264338327950288")) / 2

SETS = {
    "small": ([3, 5, 0, 9, 2, 7, 1, 4], [20, 25, 15, 30, 12, 18, 22, 40]),
    "rare": ([0, 1, 0, 2, 5, 0, 1], [50, 40, 60, 35, 80, 20, 100]),
    "equal": ([2, 4, 3], [20, 40, 30]),
    "two": ([3, 15], [20, 25]),
    "ends": ([0, 10, 4, 0, 20, 1], [10, 10, 9, 30, 20, 15]),
    "one-inside": ([0, 0, 12, 3], [9, 40, 12, 7]),
    "all-but-few": ([48, 50, 39, 60, 70], [50, 50, 42, 61, 75]),
    "large": ([400, 350, 500, 420, 800], [1200, 1300, 1250, 1100, 2500]),
    "persons": ([0, 1, 1, 0, 3, 1, 2], [1, 1, 2, 2, 3, 1, 3]),
    "near-border": ([7, 6, 10, 4, 9, 5], [30, 30, 30, 30, 30, 30]),
}
R = {
    ("lme4", "small"): dict(mean=-1.70799624857535, se=0.328564514409499, tau2=0.409301195032859),
    ("lme4", "rare"): dict(mean=-4.0202427544774, se=0.586171915347509, tau2=0.594653555855091),
    ("lme4", "two"): dict(mean=-0.612028710639397, se=0.785056972692666, tau2=0.967396094305854),
    ("lme4", "ends"): dict(mean=-0.758001209284255, se=3.43026228349134, tau2=56.1151016169861),
    ("metafor", "large"): dict(mean=-0.667228981581466, se=0.0933667373270597, tau2=0.0402668024935105),
}


def log_likelihood(x, n, mu, tau):
    total = D(0)
    for xi, ni in zip(x, n):
        eta = D(mu) + D(tau) * Z
        soft = np.log1p(np.exp(-np.abs(eta)))
        g = -xi * (np.maximum(-eta, 0) + soft) - (ni - xi) * (np.maximum(eta, 0) + soft) + NORMAL
        top = g.max()
        total += top + np.log(np.sum(W * np.exp(g - top)))
        total += D(lgamma(ni + 1) - lgamma(xi + 1) - lgamma(ni - xi + 1))
    return total


def gradient_and_hessian(f, p, h):
    """Central differences of fourth order in each argument."""
    c1 = [(-2, 1 / D(12)), (-1, -8 / D(12)), (1, 8 / D(12)), (2, -1 / D(12))]
    c2 = [(-2, -1 / D(12)), (-1, 16 / D(12)), (0, -30 / D(12)), (1, 16 / D(12)), (2, -1 / D(12))]
    known = {}

    def at(i, j):
        if (i, j) not in known:
            known[i, j] = f(p[0] + i * h[0], p[1] + j * h[1])
        return known[i, j]

    g = [sum(w * at(i, 0) for i, w in c1) / h[0], sum(w * at(0, i) for i, w in c1) / h[1]]
    mm = sum(w * at(i, 0) for i, w in c2) / h[0] ** 2
    tt = sum(w * at(0, i) for i, w in c2) / h[1] ** 2
    mt = sum(v * w * at(i, j) for i, v in c1 for j, w in c1) / (h[0] * h[1])
    return g, (mm, mt, tt)


def newton(f, p):
    for _ in range(60):
        h = (D("4e-4"), min(D("4e-4"), abs(p[1]) / 4))
        g, (mm, mt, tt) = gradient_and_hessian(f, p, h)
        det = mm * tt - mt * mt
        if not (mm < 0 and det > 0):
            step = (g[0] / abs(mm), D(np.sign(float(g[1]))) * p[1] / 4)
        else:
            step = (-(tt * g[0] - mt * g[1]) / det, -(mm * g[1] - mt * g[0]) / det)
        scale = min(D(1), D(1) / (abs(step[0]) + D("1e-30")), p[1] / 2 / (abs(step[1]) + D("1e-30")))
        p = (p[0] + scale * step[0], p[1] + scale * step[1])
        if p[1] < D("1e-3"):
            return None
        if abs(step[0]) + abs(step[1]) < 1e-12:
            return p, f(*p), (mm, mt, tt)
    return None


def fit(x, n):
    p = sum(x) / sum(n)
    mu0 = np.log(D(sum(x)) / D(sum(n) - sum(x)))
    null = sum(D(lgamma(b + 1) - lgamma(a + 1) - lgamma(b - a + 1)) + a * np.log(D(p)) + (b - a) * np.log(D(1 - p)) for a, b in zip(x, n))
    best = dict(mean=float(mu0), tau2=0.0, se=float(1 / np.sqrt(D(sum(n)) * D(p) * D(1 - p))), log_likelihood=float(null))
    f = lambda mu, tau: log_likelihood(x, n, mu, tau)
    for tau in (0.15, 0.7, 4):
        found = newton(f, (mu0, D(tau)))
        if found is not None and found[1] > best["log_likelihood"] + 1e-9:
            (mu, t), value, (mm, mt, tt) = found
            det = mm * tt - mt * mt
            best = dict(mean=float(mu), tau2=float(t * t), se=float(np.sqrt(-tt / det)),
                        tau2_se=float(2 * t * np.sqrt(-mm / det)), log_likelihood=float(value))
    return {**best, "null_log_likelihood": float(null)}


cases = []
for name, (x, n) in SETS.items():
    cases.append(dict(id=f"binomial-normal/{name}", family="binomial-normal", method="binomial-normal", input=dict(x=x, n=n),
                      expected=fit(x, n), source="recipes/binomial_normal.py", tol=dict(abs=1e-9, rel=1e-8)))
for (program, name), expected in R.items():
    x, n = SETS[name]
    cases.append(dict(id=f"binomial-normal/{program}-{name}", family="binomial-normal", method="binomial-normal",
                      input=dict(x=x, n=n), expected=expected, source=f"{program}, as recipes/binomial_normal.py says",
                      tol=dict(abs=2e-4, rel=2e-4)))
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
