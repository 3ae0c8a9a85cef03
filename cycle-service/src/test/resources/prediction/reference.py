#!/usr/bin/env python3
"""Independent implementation of the prediction model in docs/prediction.md, to check the Java one against.

Written from the formulas, for clarity and not for speed, with nothing but the standard library. It prints golden.csv, and golden-wide.csv, for the wider prior:

    python3 reference.py > golden.csv
    python3 reference.py wide > golden-wide.csv

Every history in it is made up. Columns: name; lengths logged, oldest first; days that the running cycle has lasted
without a new period; ovulations seen in earlier cycles as day:length; then, for the length of the running cycle and for
its day of ovulation, the median, the ranges of 50, 80 and 95 % as from-to, and the probabilities of the days (10 to 90,
1 to 83). The last column has the probability of each of the days 1 to 40 to be fertile. A case without a prediction
has nothing in these columns.
"""
import csv
import sys
from math import erfc, exp, log, sqrt

M, TAU, S0, T, BETA = 29.0109194059918, exp(0.9199754020316817), 0.5400348741791863, exp(-1.2419662459129035), 0.1368257751359696
EPSILON, DELTA, OMEGA = 1 / (1 + exp(0.9580548051541999)), exp(-0.0474728846646193), exp(0.5327583304713286)
UNLOGGED = {0.003: 0.6, 0.05: 0.3, 0.2: 0.1}
LENGTHS, OVULATION_DAYS, LUTEAL_DAYS = range(10, 91), range(1, 84), range(7, 21)

CASES = [
    # name, lengths, elapsed, ovulations
    ("cold start", [], 0, []),
    ("one cycle", [31], 0, []),
    ("regular", [28, 29, 28, 27, 28, 29, 28], 0, []),
    ("perfectly regular for years", [28] * 15, 0, []),
    ("irregular", [26, 41, 31, 35, 24, 52, 33], 0, []),
    ("short cycles", [22, 21, 23, 22], 0, []),
    ("very long cycles", [58, 60, 59, 57, 60], 0, []),
    ("one period unlogged", [29, 28, 57, 30, 28], 0, []),
    ("two periods unlogged in a row", [27, 82, 28, 27], 0, []),
    ("every period but one unlogged", [56, 28, 84], 0, []),
    ("at the cap", [28, 30, 130], 0, []),
    ("beyond the cap", [28, 30, 400, 29], 0, []),
    ("impossibly short", [1, 2, 3], 0, []),
    ("more than twelve", [45, 44, 46, 29, 30, 28, 29, 31, 30, 28, 29, 30, 29, 28, 30], 0, []),
    ("two peaks", [36, 19], 0, []),
    ("due tomorrow", [28, 29, 28, 27, 28], 27, []),
    ("late by a week", [28, 29, 28, 27, 28], 35, []),
    ("late by a month", [28, 29, 28, 27, 28], 58, []),
    ("late at the cold start", [], 45, []),
    ("on the last day that can be predicted", [30, 31], 89, []),
    ("overdue", [30, 31], 90, []),
    ("one ovulation", [28, 29], 0, [(13, 28)]),
    ("ovulations", [30, 31, 29, 32], 0, [(17, 30), (18, 31), (16, 29), (19, 32)]),
    ("late ovulations", [38, 40, 37], 12, [(25, 38), (27, 40), (24, 37)]),
    ("misread ovulation", [28, 29, 28], 0, [(14, 28), (26, 29), (13, 28)]),
    ("ovulations and late", [28, 29, 28], 41, [(14, 28), (15, 29), (14, 28)]),
]


WIDE_CASES = [
    ("cold start", [], 0, []),
    ("one cycle", [31], 0, []),
    ("irregular", [26, 41, 31, 35, 24, 52, 33], 0, []),
    ("more than six", [45, 44, 46, 45, 29, 30, 28, 29, 31, 30], 0, []),
    ("late", [28, 29, 28, 60, 28], 35, []),
    ("ovulations", [30, 31, 29, 32], 0, [(17, 30), (18, 31), (16, 29), (19, 32)]),
]


def normal(day, mean, variance):
    """P(day - 1/2 < X < day + 1/2), from whichever tail is shorter."""
    low, high = sorted(abs(day + side - mean) for side in (-0.5, 0.5))
    if abs(day - mean) <= 0.5:
        return 1 - (erfc(low / sqrt(2 * variance)) + erfc(high / sqrt(2 * variance))) / 2
    return (erfc(low / sqrt(2 * variance)) - erfc(high / sqrt(2 * variance))) / 2


def f(j, d, mu, sigma):
    regular = normal(d, j * mu, j * sigma**2)
    irregular = normal(d, j * mu + DELTA * sigma, (j + OMEGA**2) * sigma**2)
    return (1 - EPSILON) * regular + EPSILON * irregular


def prior(mu, sigma, wide):
    tau, t = (1.5 * TAU, 2 * T) if wide else (TAU, T)
    shift = min(1, max(-0.3, BETA * (mu - M)))
    return (1 + ((mu - M) / tau) ** 2 / 4) ** -2.5 * exp(-0.5 * ((log(sigma) - S0 - shift) / t) ** 2)


def likelihood(d, mu, sigma, p):
    d = min(d, 130)
    merged = sum(p ** (j - 1) * f(j, d, mu, sigma) for j in (1, 2, 3)) / sum(p ** (j - 1) for j in (1, 2, 3))
    return max(merged, 1e-12)


def normalised(weights):
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()} if total > 0 else None


def length_distribution(lengths, wide):
    spreads = [0.8 * (12 / 0.8) ** (i / 7) for i in range(8)]
    cells = normalised({(mu, s, p): prior(mu, s, wide) * w for mu in range(18, 61) for s in spreads for p, w in UNLOGGED.items()})
    for d in lengths[-6 if wide else -12:]:
        cells = normalised({cell: weight * likelihood(d, *cell) for cell, weight in cells.items()})
    shapes = {}
    for (mu, s, _), weight in cells.items():
        shapes[mu, s] = shapes.get((mu, s), 0) + weight
    return normalised({d: sum(weight * f(1, d, *shape) for shape, weight in shapes.items()) for d in LENGTHS})


def after(distribution, day):
    return normalised({d: p if d > day else 0 for d, p in distribution.items()})


def personal(day, values, mean, between, within):
    n = len(values)
    share = n * between / (n * between + within)
    centre = mean + share * (sum(values) / n - mean) if n else mean
    return normal(day, centre, between * within / (n * between + within) + within)


def luteal_distribution(ovulations):
    lengths = [length - day for day, length in ovulations if length - day in LUTEAL_DAYS]
    return normalised({d: personal(d, lengths, 13.1, 2.4, 2.1) for d in LUTEAL_DAYS})


def ovulation_distribution(length, elapsed, ovulations):
    luteal = luteal_distribution(ovulations)
    if not ovulations:
        return normalised({k: sum(length.get(k + l, 0) * luteal[l] for l in LUTEAL_DAYS) for k in OVULATION_DAYS})
    own = [day for day, _ in ovulations]
    longer = {k: sum(luteal[l] for l in LUTEAL_DAYS if k + l > elapsed) for k in OVULATION_DAYS}
    return normalised({k: personal(k, own, 16.4, 8.6, 5.0) * longer[k] for k in OVULATION_DAYS})


def median(distribution):
    total = 0
    for day, p in distribution.items():
        total += p
        if total >= 0.5:
            return day


def ranges(distribution):
    """The shortest ranges of 95, 80 and 50 %, each within the one before; printed the other way round."""
    found = []
    low, high = min(distribution), max(distribution)
    for mass in (0.95, 0.8, 0.5):
        candidates = [(a, b, sum(distribution[d] for d in range(a, b + 1))) for a in range(low, high + 1) for b in range(a, high + 1)]
        low, high, _ = min((c for c in candidates if c[2] >= mass), key=lambda c: (c[1] - c[0], -c[2], c[0]))
        found.insert(0, f"{low}-{high}")
    return found


def fertile(ovulation, day):
    return sum(ovulation.get(day + i, 0) for i in range(6))


def probabilities(values):
    return " ".join(f"{p:.12f}" for p in values)


def main():
    wide = sys.argv[1:] == ["wide"]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("name lengths elapsed ovulations length_median length_50 length_80 length_95 length_pmf "
                 "ovulation_median ovulation_50 ovulation_80 ovulation_95 ovulation_pmf fertile".split())
    for name, lengths, elapsed, ovulations in WIDE_CASES if wide else CASES:
        case = [name, " ".join(map(str, lengths)), elapsed, " ".join(f"{day}:{length}" for day, length in ovulations)]
        length = after(length_distribution(lengths, wide), elapsed)
        if length is None:
            out.writerow(case + [""] * 11)
            continue
        ovulation = ovulation_distribution(length, elapsed, ovulations)
        out.writerow(case
                     + [median(length), *ranges(length), probabilities(length.values())]
                     + [median(ovulation), *ranges(ovulation), probabilities(ovulation.values())]
                     + [probabilities(fertile(ovulation, day) for day in range(1, 41))])


if __name__ == "__main__":
    main()
