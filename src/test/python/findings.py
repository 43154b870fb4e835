"""The tables of docs/findings.md, from the results of the runs that it names; rewrites them in place.

Run from the top folder, after the commands of docs/findings.md: python3 src/test/python/findings.py
Needs nothing but Python. Prints what stands in the text of docs/findings.md and README.md.
"""

import collections
import csv
import math
import pathlib
import random

STUDENT = 1.962  # 97.5 % of Student's t with 999 degrees of freedom
RESAMPLES = 1000
DOCUMENT = pathlib.Path("docs/findings.md")


def read(folder, metric):
    """By variant, the values of a metric in the order of replications; NaN where there is none."""
    values = collections.defaultdict(list)
    with open(f"output/{folder}-1/replications.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["metric"] == metric:
                values[row["variant"]].append(float(row["value"] or "nan"))
    assert all(len(each) == 1000 for each in values.values()), "run with -n 1000"
    return values


def mean(values):
    return math.fsum(values) / len(values)


def interval(values):
    middle = mean(values)
    deviation = math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1))
    half = STUDENT * deviation / math.sqrt(len(values))
    return middle, middle - half, middle + half


def difference(values, one, other):
    return [a - b for a, b in zip(values[one], values[other])]


def points(values):
    return "%.1f (%.1f to %.1f)" % tuple(100 * bound for bound in interval(values))


def percent(values):
    return "%.1f %%" % (100 * mean(values))


def turn(settings, differences, otherwise=None):
    """Where the mean difference changes its sign, linear between settings, with percentiles of resamples.

    A resample in which the sign does not change counts as turning at the setting 'otherwise', if there is one.
    """
    def crossing(means):
        for low, high, before, after in zip(settings, settings[1:], means, means[1:]):
            if before * after <= 0:
                return low + (high - low) * before / (before - after)
        if otherwise is None:
            raise ValueError("the sign does not change within the table")
        return otherwise

    chance = random.Random(1)
    count = len(differences[0])
    found = []
    for _ in range(RESAMPLES):
        chosen = [chance.randrange(count) for _ in range(count)]
        found.append(crossing([sum(each[i] for i in chosen) for each in differences]))
    found.sort()
    return crossing([sum(each) for each in differences]), found[24], found[974]


def rewrite(name, header, rows):
    text = DOCUMENT.read_text(encoding="utf-8")
    begin, end = f"<!-- {name} begins -->\n", f"<!-- {name} ends -->"
    first, last = text.index(begin) + len(begin), text.index(end)
    lines = [header, "|" + "---|" * header.count(" | ") + "---|"] + ["| " + " | ".join(row) + " |" for row in rows]
    DOCUMENT.write_text(text[:first] + "\n".join(lines) + "\n" + text[last:], encoding="utf-8", newline="\n")


def added_hours():
    lost = read("added-hours", "customer_churn")
    hours = [6, 8, 9, 10, 11, 12, 15]
    pairs = [(f"{each} hours", f"no delegation ({each} hours)") for each in hours]
    differences = [difference(lost, *pair) for pair in pairs]
    rewrite(
        "added hours",
        "| `promotion.added-hours` | customers lost, staged | no delegation | difference in points |",
        [(f"{each} h/week", percent(lost[one]), percent(lost[other]), points(values))
         for each, (one, other), values in zip(hours, pairs, differences)])
    print("added hours turn at %.1f (%.1f to %.1f)" % turn(hours, differences))


def staged_or_abrupt():
    lost = read("staged-or-abrupt", "customer_churn")
    strengths = ["0.00", "0.02", "0.04", "0.07", "0.20"]
    pairs = [(f"staged {each}", f"abrupt {each}") for each in strengths]
    differences = [difference(lost, *pair) for pair in pairs]
    rewrite(
        "strength",
        "| `reactance.strength` | customers lost, staged | abrupt | difference in points |",
        [(each, percent(lost[one]), percent(lost[other]), points(values))
         for each, (one, other), values in zip(strengths, pairs, differences)])
    print("strength turns at %.3f (%.3f to %.3f)" % turn([float(each) for each in strengths], differences))
    default = ("staged 0.07", "abrupt 0.07")
    freed = interval(difference(read("staged-or-abrupt", "capacity_freed"), *default))
    print("staged less abrupt, capacity freed: %.2f (%.2f to %.2f)" % freed)
    print("staged less abrupt, burnout:", points(difference(read("staged-or-abrupt", "burnout_risk"), *default)))


def announced():
    lost = read("announced", "customer_churn")
    pairs = {mode: (f"{mode}, announced", f"{mode}, not announced") for mode in ("staged", "abrupt")}
    rewrite(
        "announced",
        "| handover | announced | not announced | difference in points |",
        [(mode, percent(lost[one]), percent(lost[other]), points(difference(lost, one, other)))
         for mode, (one, other) in pairs.items()])
    silent = points(difference(lost, "staged, not announced", "abrupt, announced"))
    print("stages not announced less abrupt announced:", silent)


def effects_of_announcing():
    lost = read("effects-of-announcing", "customer_churn")
    effects = [("none", "no effect")]
    for setting, name, values in (
            ("belief-gain", "belief", ("0.1", "0.3")),
            ("reactance-factor", "reactance", ("0.7", "0.4")),
            ("habit-factor", "habit", ("0.8", "0.5"))):
        effects += [(f"`announcement.{setting}` {value}", f"{name} {value}") for value in values]
    rewrite(
        "effects of announcing",
        "| effect | staged, difference in points | abrupt, difference in points |",
        [(effect, *(points(difference(lost, f"{mode}, {name}", f"{mode}, silent")) for mode in ("staged", "abrupt")))
         for effect, name in effects])


def stepping_in():
    first, both = read("stepping-in", "customer_churn_52"), read("stepping-in", "customer_churn")
    freed, burnout = read("stepping-in", "capacity_freed"), read("stepping-in", "burnout_risk")
    taken = read("stepping-in", "acceptance")
    propensities = ["0.00", "0.10", "0.20", "0.30", "0.50", "0.70", "0.80", "0.85", "0.90", "0.99"]
    names = [f"steps in {each}" for each in propensities]
    later = {each: difference(both, name, names[0]) for each, name in zip(propensities, names)}
    rewrite(
        "stepping in",
        "| `intervention.propensity` | customers lost in a year, difference in points | in two years | hours freed a week "
        "| burnout in two years, difference in points | requests that took the delegate |",
        [(each, points(difference(first, name, names[0])), points(later[each]), "%.1f" % mean(freed[name]),
          points(difference(burnout, name, names[0])), percent(taken[name]))
         for each, name in zip(propensities[1:], names[1:])])
    print("customers lost in two years without stepping in:", percent(both[names[0]]))
    print("hours freed without stepping in: %.1f" % mean(freed[names[0]]))
    print("requests that took the delegate without stepping in:", percent(taken[names[0]]))
    for grid in (["0.10", "0.20", "0.30"], ["0.70", "0.80", "0.85", "0.90", "0.99"]):
        found = turn([float(each) for each in grid], [later[each] for each in grid], otherwise=0.0)
        print("stepping in turns at %.3f (%.3f to %.3f)" % found)


added_hours()
staged_or_abrupt()
announced()
effects_of_announcing()
stepping_in()
