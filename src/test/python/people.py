"""Who and what there is in trace.py, and how levels move."""

import math

EXECUTIVE_ACTIVITIES = ("direct", "callback", "intervention", "joint_call", "redirect", "escalation", "appeal",
                        "apology", "check_in", "planning", "follow_up", "duties", "never_closed")

CAUSES = ("wait", "error", "forced", "conflict", "ball")


def raised(x, r):
    return x + r * (1 - x)


def lowered(x, r):
    return x * (1 - r)


def clip(x, low, high):
    return max(low, min(high, x))


def logistic(z):
    return 1 / (1 + math.exp(-clip(z, -30, 30)))


def nearest_whole(x):
    return math.floor(x + 0.5)


class Event:
    def __init__(self, kind, subject, data):
        self.kind, self.subject, self.data, self.live = kind, subject, data, True


class Job:
    def __init__(self, activity, line, hours, request=None, arrived=None):
        self.activity, self.line, self.request, self.arrived = activity, line, request, arrived
        self.hours = hours      # what is left; unknown for a delegate's task until it starts
        self.total = hours      # what check-ins, planning and duties book at their end
        self.outcome = None     # of a delegate's task, fixed when it first starts
        self.caught = False
        self.entered = None
        self.delegate = None    # whom a follow-up is about


class Server:
    def __init__(self, number, lines):
        self.number = number
        self.lines = {line: [] for line in lines}
        self.job = None
        self.finishing = False  # effects of the job that just ended are under way; nothing starts meanwhile
        self.started = self.speed = self.done = None

    def waiting(self):
        return sum(len(line) for line in self.lines.values())


class Executive(Server):
    def __init__(self, number, given, propensity):
        super().__init__(number, ("urgent", "management", "contacts", "duties"))
        self.given = given
        self.propensity = propensity
        self.contacts, self.delegates = [], []
        self.weekly_hours = self.strain = 0.0
        self.clock = 0.0            # clock hours since the last review
        self.clock_rate = 0.0
        self.clock_since = None
        self.burnt_out = False
        self.burnouts = 0
        self.budget = None
        self.old_duties = iter(given["old-duties"])
        self.added_duties = iter(given["added-duties"])


class Delegate(Server):
    def __init__(self, number, given, settings, executive):
        super().__init__(number, ("management", "contacts"))
        self.executive = executive
        self.place = len(executive.delegates)
        self.vacant_for, self.occupants = given["vacant-for"], given["occupants"]
        self.vacant = self.vacant_for > 0
        self.occupant = -1 if self.vacant else 0    # who holds the post, or held it last
        self.take_traits(settings)
        self.check_ins = 0
        self.check_in_event = None
        self.interval = 0.0             # of follow-ups; set when a handover begins
        self.follow_up_event = None
        self.followed_up = None         # the job, until the executive has done it
        self.worked = 0.0               # hours since the last review
        self.worked_since = None
        self.morale = self.morale_target = settings["morale"]["initial"]
        self.morale_since, self.morale_memory = 0.0, 1.0
        self.overrides = self.remembered_overrides = self.remembered_growth = 0.0
        self.skill_at_review = self.skill
        self.errors = 0                 # that reached contacts
        self.quit_left = self.quit_event = None

    def take_traits(self, settings):
        who = self.occupants[max(0, self.occupant)]
        self.net_hours, self.rate, self.skill = who["net-hours"], who["learning-rate"], who["initial-skill"]
        self.confidence = settings["confidence"]["initial"]
        self.ownership = settings["ownership"]["initial"]


class Contact:
    def __init__(self, number, given, settings, executive):
        self.number, self.given, self.executive = number, given, executive
        place = len(executive.contacts)
        self.delegate = executive.delegates[place % len(executive.delegates)] if executive.delegates else None
        self.friend, self.value, self.patience = given["friend"], given["value"], given["patience"]
        self.habit_rate = 1 - 0.05 ** (1 / given["repetitions"])
        self.habit = settings["habit"]["initial"]
        self.belief = settings["belief"]["initial"]
        self.expected = self.expected_from_executive = self.expected_from_delegate = given["expected-response"]
        self.satisfaction = settings["satisfaction"]["initial"]
        self.missing_from_start = 1 - self.satisfaction
        self.deficit = dict.fromkeys(CAUSES, 0.0)
        self.appeal = settings["appeal"]["initial"]
        self.context = settings["skill"]["initial-context"]
        self.stage = 0
        self.stage_calls = 0            # calls, or offers accepted in a row, that count toward the next stage
        self.stage_three_began = None
        self.in_handover = self.announced = self.left = False
        self.first_value = self.value
        self.begins = None              # when its handover began or will begin
        self.awaits_post = False        # its batch came while the post was vacant
        self.planning_share = None      # of the pace, where planning is released when the post is filled
        self.stage_event = self.planning_event = self.arrival_event = self.leaving_event = None
        self.requests = iter(given["requests"])
        self.open = []
        self.churn_left = None
        self.hazard = self.relative_hazard = 0.0
        self.hazard_since = None


class Request:
    def __init__(self, contact, arrived, size, difficulty, urgent, draws):
        self.contact, self.arrived, self.size, self.difficulty = contact, arrived, size, difficulty
        self.urgent, self.draws = urgent, draws
        self.repair = draws is None
        self.interruption = self.baseline = 0.0
        self.hours = {}
        self.closed = False
        self.callback = False
        self.lies = False                   # dropped, and nobody has found it yet
        self.chase = self.chased_at = None  # the event, and when it happened
        self.taken = 0.0                    # satisfaction lost by the chase
        self.waits_at = self.job = None     # the server in whose line it waits
        self.held = self.patience = None    # their events
