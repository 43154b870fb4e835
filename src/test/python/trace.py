"""Trace of the handover model (docs/model.md), event by event, from given draws.

    python3 trace.py input.json > trace.tsv

Every draw comes from the input, so two programs that are given the same draws must show the same trace.
Times are weeks, work is hours, rates and hazards are per week. Here are sections 1 to 9 of the document; loose_ends.py
has section 16, staffing.py section 18. The last lines of a trace, which begin with #, say how often each branch of those
two was taken.
"""

import heapq
import json
import math
import sys
from collections import Counter
from itertools import count

from loose_ends import LooseEnds
from people import (CAUSES, EXECUTIVE_ACTIVITIES, Contact, Delegate, Event, Executive, Job, Request, clip, logistic,
                    lowered, nearest_whole, raised)
from staffing import Staffing


class Simulation(LooseEnds, Staffing):
    def __init__(self, given):
        self.given = given
        self.settings = settings = given["settings"]
        self.now = -float(given["warmup"])
        self.queue, self.sequence, self.entries = [], count(), count()
        self.trace = []
        self.ledger = {"freed": 0.0, "baseline": 0.0, "hours": dict.fromkeys(EXECUTIVE_ACTIVITIES, 0.0),
                       "undone_duty_hours": 0.0, "interruptions_avoided": 0.0}
        self.handover_began = self.check_ins_began = None
        self.next_review = self.now + 1
        self.reached = Counter()        # how often each branch of loose_ends.py and staffing.py was taken
        propensity = settings["intervention"]["propensity"]
        self.executives = [Executive(i, e, propensity) for i, e in enumerate(given["executives"])]
        self.delegates, self.contacts = [], []
        for j, d in enumerate(given["delegates"]):
            executive = self.executives[j % len(self.executives)]
            self.delegates.append(Delegate(j, d, settings, executive))
            executive.delegates.append(self.delegates[-1])
        for i, c in enumerate(given["contacts"]):
            executive = self.executives[i % len(self.executives)]
            self.contacts.append(Contact(i, c, settings, executive))
            executive.contacts.append(self.contacts[-1])
        for executive in self.executives:
            each = settings["request-size-mean"] + settings["executive"]["interruption"]
            hours = settings["executive"]["duty-hours"] + sum(c.given["rate"] * each for c in executive.contacts)
            executive.weekly_hours = min(hours, settings["executive"]["maximum-hours"])
            executive.strain = min(executive.weekly_hours, settings["burnout"]["largest-strain-hours"])
        self.schedule(0.0, "promotion", 0)
        self.schedule(self.now + 1, "weekly_review", 0)
        self.changes = iter(sorted(given.get("changes", []), key=lambda change: change["at"]))
        self.schedule_change()
        for contact in self.contacts:
            self.schedule_arrival(contact)
        for executive in self.executives:
            self.schedule_duty(executive, "duty_arrives", executive.old_duties)

    # ---- events

    def schedule(self, time, kind, subject, data=None):
        event = Event(kind, subject, data)
        heapq.heappush(self.queue, (time, next(self.sequence), event))
        return event

    @staticmethod
    def cancel(event):
        if event is not None:
            event.live = False

    def run(self):
        handlers = {kind: getattr(self, kind) for kind in (
            "promotion", "weekly_review", "request_arrives", "callback_due", "executive_done", "delegate_done",
            "duty_arrives", "added_duty_arrives", "stage_begins", "planning_due", "check_in_due", "contact_leaves",
            "burnout_begins", "burnout_ends", "settings_change", "patience_ends", "chase_due", "follow_up_due",
            "delegate_quits", "post_filled")}
        while self.queue and self.queue[0][0] <= self.given["horizon"]:
            time, _, event = heapq.heappop(self.queue)
            if event.live:
                self.now = time
                extra = handlers[event.kind](event.subject, event.data)
                entry = {"time": self.now, "event": event.kind, "subject": event.subject, "state": self.state()}
                self.trace.append({**entry, **(extra or {})})
        return {"events": self.trace, "reached": self.reached}

    def reach(self, branch, taken=True):
        if taken:
            self.reached[branch] += 1

    def state(self):
        return {
            "contacts": [{
                "habit": c.habit, "belief": c.belief, "expected": c.expected,
                "expected_from_executive": c.expected_from_executive,
                "expected_from_delegate": c.expected_from_delegate, "satisfaction": c.satisfaction,
                **{"deficit_" + cause: c.deficit[cause] for cause in CAUSES},
                "missing_from_start": c.missing_from_start, "appeal": c.appeal, "stage": c.stage, "value": c.value,
                "context": c.context, "left": c.left} for c in self.contacts],
            "delegates": [{"skill": d.skill, "confidence": d.confidence, "ownership": d.ownership,
                           "morale": self.morale_now(d), "employed": not d.vacant, "occupant": d.occupant,
                           "interval": d.interval, "waiting": d.waiting(), "busy": d.job is not None} for d in self.delegates],
            "executives": [{"propensity": e.propensity, "weekly_hours": e.weekly_hours, "strain": e.strain,
                            "burnt_out": e.burnt_out, "waiting": e.waiting(), "busy": e.job is not None}
                           for e in self.executives],
            "ledger": {**self.ledger, "hours": dict(self.ledger["hours"])}}

    # ---- work and waiting

    def join(self, server, job):
        line = server.lines[job.line]
        longest = self.settings["abandonment"]["longest-line"]
        counts = job.request and not job.request.repair and job.activity != "apology"
        if counts and server.waiting() >= longest:
            self.give_up(job.request)
            return
        job.entered = next(self.entries)
        line.append(job)
        if job.request:
            job.request.waits_at, job.request.job = server, job
        if server.finishing:
            return
        if server.job is None:
            self.take_next(server)
        elif job.line == "urgent" and server.job.line != "urgent" and self.preempts(server):
            self.interrupt(server)
            self.take_next(server)

    def preempts(self, server):
        if not self.settings["requests"]["urgent-preempts"] or self.away(server):
            return False
        return isinstance(server, Executive)

    def away(self, server):
        return isinstance(server, Executive) and self.settings["executive"]["away"]

    def interrupt(self, server):
        job = server.job
        spent = min(job.hours, (self.now - server.started) * server.speed)
        job.hours -= spent
        if isinstance(server, Executive):
            self.count_clock(server)
            if job.request:
                self.spend(job, spent)
        self.cancel(server.done)
        server.job = None
        server.lines[job.line].insert(0, job)
        if job.request and not job.request.closed:
            job.request.waits_at, job.request.job = server, job

    def select(self, server):
        lines = server.lines
        for name in ("urgent", "management"):
            if lines.get(name):
                return lines[name]
        if isinstance(server, Delegate):
            return lines["contacts"] or None
        order = self.settings["executive"]["order"]
        pair = [line for line in (lines["contacts"], lines["duties"]) if line]
        if order == "duties-first":
            pair.reverse()
        elif order == "fifo":
            pair.sort(key=lambda line: line[0].entered)
        return pair[0] if pair else None

    def take_next(self, server):
        if self.away(server):
            return
        while (line := self.select(server)) is not None:
            job = line.pop(0)
            if self.too_late(job):
                self.leave_undone(job)
            else:
                self.start(server, job)
                return

    def too_late(self, job):
        if job.activity != "duties" or self.now - job.arrived <= self.settings["executive"]["duty-patience"]:
            return False
        return job.hours == job.total

    def leave_undone(self, job):
        if self.now >= 0:
            self.ledger["undone_duty_hours"] += job.hours

    def start(self, server, job):
        if job.request:
            job.request.waits_at = job.request.job = None
        if isinstance(server, Executive):
            share = self.settings["burnout"]["remaining-hours-share"] if server.burnt_out else 1.0
            server.clock_rate = self.settings["executive"]["maximum-hours"] * share
            server.clock_since = self.now
            server.speed = server.clock_rate * self.work_yield(server.weekly_hours)
            kind = "executive_done"
        else:
            if job.activity == "task" and job.outcome is None:
                self.decide(server, job)
            server.speed = server.net_hours
            server.worked_since = self.now
            kind = "delegate_done"
        server.job, server.started = job, self.now
        server.done = self.schedule(self.now + job.hours / server.speed, kind, server.number)

    def work_yield(self, hours):
        fatigue = self.settings["fatigue"]
        full, flat = fatigue["full-output-hours"], fatigue["flat-output-hours"]
        if not fatigue["active"] or hours <= full:
            return 1.0
        width = max(0.0, flat - full)
        if hours >= flat:
            output = full + width / 2
        else:
            output = full + width / 2 * (1 - (1 - (hours - full) / width) ** 2)
        return output / hours

    def count_clock(self, executive):
        if executive.job is not None:
            executive.clock += (self.now - executive.clock_since) * executive.clock_rate
            executive.clock_since = self.now

    def executive_done(self, number, _):
        executive = self.executives[number]
        job = executive.job
        self.count_clock(executive)
        executive.job, executive.finishing = None, True
        if job.request:
            self.spend(job, job.hours)
            self.end_for_request(executive, job)
        elif self.now >= 0:
            self.ledger["hours"][job.activity] += job.total
            if job.activity != "duties":
                self.ledger["freed"] -= job.total
        if job.activity == "follow_up":
            self.end_of_follow_up(job.delegate)
        executive.finishing = False
        self.take_next(executive)

    def delegate_done(self, number, _):
        delegate = self.delegates[number]
        job = delegate.job
        self.count_work(delegate)
        delegate.job, delegate.finishing = None, True
        if job.request:
            self.end_of_task(delegate, job)
        delegate.finishing = False
        self.take_next(delegate)

    def spend(self, job, hours):
        """Executive's hours stay with the request until it closes; if it has closed, it was unanswered."""
        activity = "appeal" if job.activity.startswith("appeal") else job.activity
        if not job.request.closed:
            job.request.hours[activity] = job.request.hours.get(activity, 0.0) + hours
        elif self.now >= 0:
            self.ledger["hours"]["never_closed"] += hours

    def schedule_duty(self, executive, kind, stream):
        duty = next(stream, None)
        if duty is not None:
            self.schedule(self.now + duty["gap"], kind, executive.number, duty)

    def duty_arrives(self, number, duty):
        executive = self.executives[number]
        self.schedule_duty(executive, "duty_arrives", executive.old_duties)
        self.join(executive, Job("duties", "duties", duty["size"], arrived=self.now))

    def added_duty_arrives(self, number, duty):
        executive = self.executives[number]
        self.schedule_duty(executive, "added_duty_arrives", executive.added_duties)
        self.join(executive, Job("duties", "duties", duty["size"], arrived=self.now))

    def give_minutes(self, delegate, hours):
        if hours > 0 and not delegate.vacant:
            self.join(delegate, Job("minutes", "management", hours))

    # ---- the life of a request

    def schedule_arrival(self, contact):
        draws = next(contact.requests, None)
        contact.arrival_event = None
        if draws is not None:
            contact.arrival_event = self.schedule(self.now + draws["gap"], "request_arrives", contact.number, draws)

    def request_arrives(self, number, draws):
        settings = self.settings
        contact = self.contacts[number]
        self.schedule_arrival(contact)
        urgent = draws["urgent"] < settings["requests"]["urgent-share"]
        request = Request(contact, self.now, draws["size"], draws["difficulty"], urgent, draws)
        request.interruption = settings["executive"]["interruption"]
        request.baseline = request.size + request.interruption
        contact.open.append(request)
        if settings["abandonment"]["active"]:
            request.patience = self.schedule(self.now + draws["patience"], "patience_ends", number, request)
        stage = 0 if contact.delegate and contact.delegate.vacant else contact.stage
        self.reach("calls the executive, post vacant", stage < contact.stage)
        asks_executive = False
        if urgent and settings["requests"]["prompt-urgent"]:
            self.call_executive(request, "direct", "urgent", request.baseline)
        elif stage == 0:
            self.call_executive(request, "direct", "contacts", request.baseline)
        elif stage <= 2:
            self.put_through(request, stage)
        else:
            asks_executive = draws["choice"] < self.chance_of_asking(contact)
            if not asks_executive:
                self.give(request)
            elif stage <= 4:
                self.give_minutes(contact.delegate, settings["handoff"]["work"]["message"])
                self.hold(request, stage)
            else:
                self.asked_in_stage_five(request)
        if not urgent and 1 <= stage <= 4:
            self.count_call(contact, stage, asks_executive)

    def call_executive(self, request, activity, line, hours):
        self.join(request.contact.executive, Job(activity, line, hours, request))

    def put_through(self, request, stage):
        contact, delegate, settings = request.contact, request.contact.delegate, self.settings
        belief = settings["belief"]
        if belief["active"]:
            familiar = belief["familiar-voice"] if stage == 1 else belief["familiar-talk"]
            contact.belief += belief["familiarity-rate"] * max(0.0, familiar - contact.belief)
        self.learn(delegate, contact, settings["skill"]["listening-weight"], None)
        self.give_minutes(delegate, settings["handoff"]["work"]["receptionist" if stage == 1 else "listening"])
        self.hold(request, stage)

    def hold(self, request, stage):
        delay = self.settings["handoff"]["delay"]["stage-%d" % stage]
        request.callback = stage >= 3
        if delay > 0:
            request.held = self.schedule(self.now + delay, "callback_due", request.contact.number, request)
        else:
            self.release(request)

    def callback_due(self, _, request):
        request.held = None
        self.release(request)

    def release(self, request):
        if request.callback:
            self.call_executive(request, "callback", "contacts", request.size)
        else:
            self.call_executive(request, "direct", "contacts", request.baseline)

    def chance_of_asking(self, contact):
        choice, announcement = self.settings["choice"], self.settings["announcement"]
        if not choice["active"]:
            return 0.0
        fresh = contact.announced and self.now < contact.stage_three_began + announcement["window"]
        factor = announcement["habit-factor"] if fresh else 1.0
        wait = (contact.expected_from_executive - contact.expected_from_delegate) / max(contact.expected, 0.001)
        return logistic(choice["habit-weight"] * factor * contact.habit - choice["belief-weight"] * contact.belief
                        - choice["wait-weight"] * clip(wait, -3, 3))

    def asked_in_stage_five(self, request):
        intervention, contact = self.settings["intervention"], request.contact
        if not intervention["active"]:
            self.give(request)
        elif not self.steps_in(request):
            self.call_executive(request, "redirect", "management", intervention["redirect-work"])
        elif intervention["joint-call"]:
            hours = intervention["joint-call-share"] * request.size
            self.call_executive(request, "joint_call", "management", hours)
            self.give_minutes(contact.delegate, hours)
        else:
            self.call_executive(request, "intervention", "management", request.baseline)

    def steps_in(self, request):
        intervention, executive = self.settings["intervention"], request.contact.executive
        chance = executive.propensity * (1 - intervention["commitment"]) if intervention["active"] else 0.0
        yes = request.draws["intervene"] < chance
        if intervention["reinforcement"]:
            move = raised if yes else lowered
            executive.propensity = clip(move(executive.propensity, intervention["learning-rate"]), 0.01, 0.99)
        return yes

    def to_delegate(self, request):
        """Into the delegate's line; to the executive while nobody holds the post."""
        if request.contact.delegate.vacant:
            self.in_person(request)
            return
        self.join(request.contact.delegate, Job("task", "contacts", None, request))

    def decide(self, delegate, job):
        request, settings = job.request, self.settings
        skill, errors, follow_up = settings["skill"], settings["errors"], settings["follow-up"]
        work = request.size * max(0.0, skill["novice-time"] - skill["time-saved-by-skill"] * delegate.skill)
        if request.repair:
            job.outcome, job.hours = "repair", work
            return
        weight, confidence = skill["context-weight"], settings["confidence"]
        effective = (1 - weight) * delegate.skill + weight * request.contact.context
        bias = confidence["weight"] * (delegate.confidence - confidence["realistic"])
        perceived = logistic(skill["steepness"] * (effective + bias - request.difficulty))
        if settings["escalation"]["active"] and perceived < settings["escalation"]["threshold"]:
            job.outcome, job.hours = "hand_back", settings["escalation"]["delegate-work"]
            return
        job.outcome, job.hours = "success", work
        chance = logistic(skill["steepness"] * (effective - request.difficulty))
        if errors["active"] and request.draws["success"] >= chance:
            missed = (1 - follow_up["catch-probability"] * follow_up["clarity"]) ** follow_up["check-ins"]
            job.caught = request.draws["caught"] < 1 - missed
            if job.caught:
                job.hours = work * (1 + errors["redo-share"])
            else:
                job.outcome = "error"

    def end_for_request(self, executive, job):
        request, settings = job.request, self.settings
        contact, delegate, activity = request.contact, request.contact.delegate, job.activity
        if request.closed:
            return
        if activity in ("direct", "callback"):
            if not request.repair:
                self.served_by_executive(request)
            self.answer(request, "executive")
        elif activity == "intervention":
            self.override(contact, delegate)
            self.served_by_executive(request)
            self.answer(request, "executive")
        elif activity == "joint_call":
            self.learn(delegate, contact, settings["skill"]["joint-call-weight"], request.difficulty)
            self.change_belief(contact, raised, settings["belief"]["success-gain"])
            self.answer(request, "executive")
        elif activity == "redirect" and delegate.vacant:
            self.reach("sent back to a vacant post")
            self.in_person(request)
        elif activity == "redirect":
            self.support(contact, delegate)
            self.force(contact, contact.habit)
            self.give(request)
        elif activity == "apology":
            self.apologize(request, 1.0)
        elif activity == "escalation":
            belief = settings["belief"]
            self.learn(delegate, contact, settings["skill"]["escalation-weight"], request.difficulty)
            self.change_belief(contact, raised, belief["escalation-weight"] * belief["success-gain"])
            self.change_habit(contact, lowered, contact.habit_rate)
            self.answer(request, "delegate")
        elif activity == "appeal_granted":
            self.override(contact, delegate)
            self.served_by_executive(request)
            contact.appeal = raised(contact.appeal, settings["appeal"]["learning-rate"])
            contact.value = lowered(contact.value, settings["appeal"]["concession"])
            self.answer(request, "executive")
        elif activity == "appeal_refused":
            self.support(contact, delegate)
            contact.appeal = lowered(contact.appeal, settings["appeal"]["learning-rate"])
            self.answer(request, "executive", conflict=True)

    def end_of_task(self, delegate, job):
        request, settings = job.request, self.settings
        contact, skill = request.contact, settings["skill"]
        if request.closed:
            return
        if job.activity == "apology":
            self.apologize(request, settings["drops"]["delegate-weight"])
        elif job.outcome == "hand_back":
            hours = settings["escalation"]["executive-share"] * request.size + settings["executive"]["interruption"]
            self.call_executive(request, "escalation", "contacts", hours)
        elif job.outcome == "success":
            self.learn(delegate, contact, skill["error-weight"] if job.caught else 1.0, request.difficulty)
            self.change_confidence(delegate, raised, settings["confidence"]["success-gain"])
            self.change_ownership(delegate, raised, settings["ownership"]["success-gain"])
            self.change_belief(contact, raised, settings["belief"]["success-gain"])
            self.change_habit(contact, lowered, contact.habit_rate)
            appeal = settings["appeal"]
            if (appeal["active"] and request.draws["unfavourable"] < appeal["unfavourable-share"]
                    and request.draws["appeal"] < contact.appeal):
                self.appeal(request)
            else:
                self.answer(request, "delegate")
        elif job.outcome == "error":
            self.learn(delegate, contact, skill["error-weight"], request.difficulty)
            self.change_confidence(delegate, lowered, settings["confidence"]["error-loss"])
            self.change_belief(contact, lowered, settings["belief"]["error-loss"])
            self.change_habit(contact, raised, settings["habit"]["after-failure"] * contact.habit_rate)
            self.answer(request, "delegate", error=True)
            size = settings["errors"]["repair-share"] * request.size
            repair = Request(contact, self.now, size, request.difficulty, request.urgent, None)
            contact.open.append(repair)
            self.count_error(delegate)
            self.to_delegate(repair)
        else:
            self.answer(request, "delegate")

    def appeal(self, request):
        appeal = self.settings["appeal"]
        if self.steps_in(request):
            hours = appeal["granted-share"] * request.size + self.settings["executive"]["interruption"]
            self.call_executive(request, "appeal_granted", "management", hours)
        else:
            self.call_executive(request, "appeal_refused", "management", appeal["refusal-work"])

    def answer(self, request, by, error=False, conflict=False):
        contact, loss = request.contact, self.settings["satisfaction"]
        wait = self.now - request.arrived
        limit = (1 + loss["tolerance"]) * max(contact.expected, loss["shortest-expectation"])
        if request.urgent:
            limit = min(limit, loss["urgent-limit"])
        late = loss["late-loss"] * min(1.0, max(0.0, wait - limit) / limit)
        if wait > contact.patience:
            late += loss["impatience-loss"]
        if request.urgent and wait > loss["urgent-limit"]:
            late += loss["urgent-loss"]
        self.satisfy(contact, {"wait": late * loss["warning-factor"],
                               "error": loss["error-loss"] * loss["warning-factor"] if error else 0.0,
                               "conflict": loss["conflict-loss"] if conflict else 0.0})
        self.expect(contact, wait, by)
        self.close(request)
        if self.now >= 0:
            spent = sum(request.hours.values())
            for activity, hours in request.hours.items():
                self.ledger["hours"][activity] += hours
            self.ledger["baseline"] += request.baseline
            self.ledger["freed"] += request.baseline - spent
            if request.callback:
                self.ledger["interruptions_avoided"] += request.interruption

    def close(self, request):
        request.closed = True
        request.contact.open.remove(request)
        self.cancel(request.held)
        self.cancel(request.patience)
        self.reach("closed while it lies", request.lies)
        self.find(request)

    def close_unanswered(self, request):
        if request.waits_at is not None:
            request.waits_at.lines[request.job.line].remove(request.job)
            request.waits_at = None
        self.close(request)
        if self.now >= 0:
            self.ledger["hours"]["never_closed"] += sum(request.hours.values())

    def patience_ends(self, _, request):
        if request.waits_at is not None or request.held is not None or request.lies:
            self.give_up(request)

    def give_up(self, request):
        loss = self.settings["satisfaction"]
        if loss["abandonment-loss"] > 0:
            self.satisfy(request.contact, {"wait": loss["abandonment-loss"]})
        self.expect(request.contact, self.now - request.arrived, None)
        self.close_unanswered(request)

    # ---- what changes in a contact

    def satisfy(self, contact, losses, always_lost=False):
        settings = self.settings["satisfaction"]
        if not settings["active"]:
            return
        total, before = sum(losses.values()), contact.satisfaction
        if total > 0 or always_lost:
            contact.satisfaction = before * (1 - settings["loss"]) ** min(2.0, total)
            for cause, part in losses.items():
                contact.deficit[cause] += (before - contact.satisfaction) * part / (total or 1)
        else:
            contact.satisfaction = raised(before, settings["gain"])
            contact.missing_from_start = lowered(contact.missing_from_start, settings["gain"])
            for cause in CAUSES:
                contact.deficit[cause] = lowered(contact.deficit[cause], settings["gain"])
        self.reschedule_leaving(contact)

    def force(self, contact, broken_habit):
        reactance = self.settings["reactance"]
        if not reactance["active"] or not self.settings["satisfaction"]["active"]:
            return
        share = reactance["strength"] * broken_habit
        if contact.friend:
            share *= reactance["friend-factor"]
        if contact.announced:
            share *= self.settings["announcement"]["reactance-factor"]
        before = contact.satisfaction
        contact.satisfaction = lowered(before, min(1.0, share))
        contact.deficit["forced"] += before - contact.satisfaction
        self.reschedule_leaving(contact)

    def expect(self, contact, wait, by):
        settings = self.settings["expectation"]
        if not settings["active"]:
            return
        wait = min(wait, settings["longest-wait"])
        for name in ("expected", "expected_from_" + by) if by else ("expected",):
            old = getattr(contact, name)
            setattr(contact, name, old + settings["learning-rate"] * (wait - old))

    def change_habit(self, contact, move, rate):
        if self.settings["habit"]["active"]:
            contact.habit = move(contact.habit, rate)

    def served_by_executive(self, request):
        contact = request.contact
        prompt = max(0.0, 1 - (self.now - request.arrived) / (2 * contact.patience))
        self.change_habit(contact, raised, contact.habit_rate * prompt)

    def change_belief(self, contact, move, rate):
        if self.settings["belief"]["active"]:
            contact.belief = move(contact.belief, rate)

    def reschedule_leaving(self, contact):
        """Uses up the budget at the hazard so far and takes the present one; nobody's clock runs before week 0."""
        if contact.churn_left is None or contact.left:
            return
        churn = self.settings["churn"]
        if contact.hazard_since is not None:
            used = contact.hazard * (self.now - contact.hazard_since)
            contact.churn_left = max(0.0, contact.churn_left - used)
        base = churn["customer-hazard" if contact.given["type"] == "customer" else "supplier-hazard"]
        if contact.friend:
            base *= churn["friend-factor"]
        contact.relative_hazard = min(churn["largest-factor"],
                                      math.exp(churn["sensitivity"] * (churn["anchor"] - contact.satisfaction)))
        contact.hazard = base * contact.relative_hazard if churn["active"] else 0.0
        contact.hazard_since = self.now
        self.cancel(contact.leaving_event)
        contact.leaving_event = None
        if contact.hazard > 0:
            contact.leaving_event = self.schedule(self.now + contact.churn_left / contact.hazard, "contact_leaves",
                                                  contact.number)

    def contact_leaves(self, number, _):
        contact = self.contacts[number]
        contact.left = True
        for event in (contact.arrival_event, contact.stage_event, contact.planning_event):
            self.cancel(event)
        for request in list(contact.open):
            self.close_unanswered(request)
        return {"cause": self.cause_of_leaving(contact)}

    @staticmethod
    def cause_of_leaving(contact):
        natural, draw = min(1.0, 1 / contact.relative_hazard), contact.given["churn-cause"]
        total = sum(contact.deficit.values())
        if draw < natural or total <= 0:
            return "natural"
        rest = (draw - natural) / (1 - natural) * total
        for cause in CAUSES:
            rest -= contact.deficit[cause]
            if rest < 0:
                return cause
        return max(CAUSES, key=contact.deficit.get)

    # ---- what changes in a delegate

    def learn(self, delegate, contact, weight, difficulty):
        """Listening has no difficulty: the weight alone counts."""
        skill = self.settings["skill"]
        if not skill["active"]:
            return
        step = delegate.rate * weight
        if difficulty is not None:
            step *= (1 + difficulty) / (1 + self.settings["difficulty-mean"])
        delegate.skill += min(1.0, step) * max(0.0, skill["ceiling"] - delegate.skill)
        contact.context = raised(contact.context, skill["context-rate"])

    def change_confidence(self, delegate, move, rate):
        if self.settings["confidence"]["active"]:
            delegate.confidence = move(delegate.confidence, rate)

    def change_ownership(self, delegate, move, rate):
        if self.settings["ownership"]["active"]:
            delegate.ownership = move(delegate.ownership, rate)

    def override(self, contact, delegate):
        delegate.overrides += 1
        self.change_confidence(delegate, lowered, self.settings["confidence"]["override-loss"])
        self.change_ownership(delegate, lowered, self.settings["ownership"]["override-loss"])
        self.change_belief(contact, lowered, self.settings["belief"]["override-loss"])

    def support(self, contact, delegate):
        if self.settings["intervention"]["support"]:
            self.change_confidence(delegate, raised, self.settings["confidence"]["support-gain"])
            self.change_belief(contact, raised, self.settings["belief"]["support-gain"])

    # ---- the handover

    def promotion(self, _, __):
        for executive in self.executives:
            executive.budget = executive.given["burnout-budgets"][0]
        for contact in self.contacts:
            contact.churn_left = contact.given["churn-budget"]
            self.reschedule_leaving(contact)
        for executive in self.executives:
            self.schedule_duty(executive, "added_duty_arrives", executive.added_duties)
        for delegate in self.delegates:
            if delegate.vacant:
                self.schedule(self.now + delegate.vacant_for, "post_filled", delegate.number)
            else:
                self.begin_employment(delegate)
        if self.settings["handoff"]["mode"] != "none":
            self.begin_handover()

    def ranking(self, executive):
        handoff = self.settings["handoff"]
        there = [c for c in executive.contacts if not c.left]
        if handoff["order"] != "as-listed":
            sign = -1 if handoff["order"] == "most-valuable" else 1
            there.sort(key=lambda c: sign * c.value)
        return there[:nearest_whole(len(there) * handoff["delegated-share"])] if executive.delegates else []

    def begin_handover(self):
        handoff, announcement = self.settings["handoff"], self.settings["announcement"]
        self.handover_began = self.check_ins_began = self.now
        ranked = [self.ranking(executive) for executive in self.executives]
        for contact in (c for group in ranked for c in group):
            contact.in_handover = True
            if announcement["active"] and not contact.announced:
                contact.announced = True
                if self.settings["belief"]["active"]:
                    contact.belief = min(1.0, contact.belief + announcement["belief-gain"])
        for group in ranked:
            for rank, contact in enumerate(group):
                batch = rank // handoff["batch-size"] if handoff["batch-size"] > 0 else 0
                begins = contact.begins = self.now + batch * handoff["batch-interval"]
                if begins > self.now:
                    contact.stage_event = self.schedule(begins, "stage_begins", contact.number)
                else:
                    self.stage_begins(contact.number, None)
                if contact.delegate.vacant:
                    contact.planning_share = (rank + 0.5) / len(group)
                elif self.planning_hours() > 0:
                    due = begins + (rank + 0.5) / len(group) * handoff["pace"]
                    contact.planning_event = self.schedule(due, "planning_due", contact.number)
        for delegate in self.delegates:
            self.schedule_check_in(delegate)
        self.begin_follow_ups()

    def stage_begins(self, number, stage):
        """Without a stage: the contact's handover begins."""
        contact, handoff = self.contacts[number], self.settings["handoff"]
        mode, before = handoff["mode"], contact.stage
        self.cancel(contact.stage_event)
        contact.stage_event = None
        if stage is None and contact.delegate.vacant:
            contact.awaits_post = True
            return
        if stage is None:
            stage = 5 if mode == "abrupt" else handoff["first-stage"]
        by_weeks = mode == "staged" and handoff["calls-per-stage"] == 0
        if by_weeks and handoff["pace"] == 0:
            stage = 5
        contact.stage, contact.stage_calls = stage, 0
        if stage >= 3 and before < 3:
            contact.stage_three_began = self.now
        if stage < 5:
            if by_weeks:
                contact.stage_event = self.schedule(self.now + handoff["pace"], "stage_begins", number, stage + 1)
            elif mode == "adaptive":
                contact.stage_event = self.schedule(self.now + handoff["adaptive"]["longest-stage"], "stage_begins",
                                                    number, stage + 1)

    def count_call(self, contact, stage, asked_executive):
        handoff = self.settings["handoff"]
        adaptive = handoff["adaptive"]
        contact.stage_calls += 1
        if handoff["mode"] == "staged":
            enough = handoff["calls-per-stage"] or math.inf
        elif handoff["mode"] == "adaptive":
            enough = adaptive["routed-calls"] if stage <= 2 else adaptive["accepted-offers"]
            if stage >= 3 and asked_executive:
                contact.stage_calls = 0
        else:
            return
        if contact.stage_calls >= enough:
            self.stage_begins(contact.number, stage + 1)

    def planning_hours(self):
        follow_up = self.settings["follow-up"]
        return follow_up["planning"] * follow_up["planning-work"]

    def planning_due(self, number, _):
        contact = self.contacts[number]
        contact.planning_event = None
        if not contact.left and self.planning_hours() > 0:
            self.join(contact.executive, Job("planning", "management", self.planning_hours()))

    def schedule_check_in(self, delegate):
        self.cancel(delegate.check_in_event)
        delegate.check_in_event = None
        times = self.settings["follow-up"]["check-ins"]
        if times > 0:
            due, later = -math.inf, delegate.place / len(delegate.executive.delegates)
            while due <= self.now:
                delegate.check_ins += 1
                due = self.check_ins_began + (delegate.check_ins + later) / times
            delegate.check_in_event = self.schedule(due, "check_in_due", delegate.number)

    def check_in_due(self, number, _):
        delegate, follow_up = self.delegates[number], self.settings["follow-up"]
        self.schedule_check_in(delegate)
        if delegate.vacant:
            self.reach("check-in left out, post vacant")
            return
        if follow_up["check-in-executive-work"] > 0:
            self.join(delegate.executive, Job("check_in", "management", follow_up["check-in-executive-work"]))
        self.give_minutes(delegate, follow_up["check-in-delegate-work"])

    # ---- changes of settings

    def schedule_change(self):
        change = next(self.changes, None)
        if change is not None:
            self.schedule(change["at"], "settings_change", 0, change["settings"])

    def settings_change(self, _, settings):
        for delegate in self.delegates:
            self.change_morale(delegate, settings["morale"])
        old, self.settings = self.settings, settings
        self.schedule_change()
        for contact in self.contacts:
            self.reschedule_leaving(contact)
        if settings["intervention"]["propensity"] != old["intervention"]["propensity"]:
            for executive in self.executives:
                executive.propensity = settings["intervention"]["propensity"]
        if self.now >= 0:
            self.change_mode(old["handoff"]["mode"], settings["handoff"]["mode"])
        times = settings["follow-up"]["check-ins"]
        ongoing = self.handover_began is not None and old["handoff"]["mode"] != "none"
        if ongoing and times != old["follow-up"]["check-ins"]:
            self.check_ins_began = self.now
            for delegate in self.delegates:
                delegate.check_ins = 0
                self.schedule_check_in(delegate)
        if ongoing and self.handover_began is not None and (
                settings["follow-up"]["touches"] != old["follow-up"]["touches"]):
            self.reach("follow-ups begin anew")
            self.begin_follow_ups()
        for executive in self.executives:
            if executive.job is None:
                self.take_next(executive)

    def change_mode(self, old, new):
        if new == old:
            return
        if old == "none":
            self.begin_handover()
        elif new == "none":
            self.handover_began = None
            self.end_follow_ups()
            for contact in self.contacts:
                contact.stage, contact.in_handover = 0, False
                contact.awaits_post, contact.planning_share = False, None
                self.cancel(contact.stage_event)
                self.cancel(contact.planning_event)
            for delegate in self.delegates:
                self.cancel(delegate.check_in_event)
                delegate.check_ins, delegate.check_in_event = 0, None
        elif new == "abrupt":
            for contact in self.contacts:
                if not contact.left and 0 < contact.stage < 5 and not contact.delegate.vacant:
                    self.stage_begins(contact.number, 5)

    # ---- weekly review and burnout

    def weekly_review(self, _, __):
        fatigue, burnout = self.settings["fatigue"], self.settings["burnout"]
        self.next_review = self.now + 1
        for executive in self.executives:
            duties = executive.lines["duties"]
            while duties and self.too_late(duties[0]):
                self.leave_undone(duties.pop(0))
            self.count_clock(executive)
            clock, executive.clock = executive.clock, 0.0
            executive.weekly_hours += (1 - math.exp(-1 / fatigue["memory"])) * (clock - executive.weekly_hours)
            backlog = sum(job.hours for line in executive.lines.values() for job in line)
            demand = min(burnout["largest-strain-hours"], clock + burnout["backlog-weight"] * backlog)
            executive.strain = demand + (executive.strain - demand) * math.exp(-1 / burnout["memory"])
            if self.now >= 0 and burnout["active"] and not executive.burnt_out:
                excess = self.excess(executive.strain, demand, burnout["threshold-hours"], burnout["memory"])
                hazard = executive.given["base-hazard"] * (1 + burnout["rise-per-hour"] * excess)
                if hazard > executive.budget:
                    self.schedule(self.now + executive.budget / hazard, "burnout_begins", executive.number)
                executive.budget -= hazard
        for delegate in self.delegates:
            if self.now >= 0 and not delegate.vacant:
                if self.settings["morale"]["active"]:
                    self.review_morale(delegate)
                if self.settings["turnover"]["active"]:
                    self.review_quitting(delegate)
        self.schedule(self.now + 1, "weekly_review", 0)

    @staticmethod
    def excess(strain, demand, threshold, memory):
        """Integral over one week of max(0, x - threshold), x moving from strain toward demand."""
        def integral(x, weeks):
            return (demand - threshold) * weeks + (x - demand) * memory * (1 - math.exp(-weeks / memory))
        end = demand + (strain - demand) * math.exp(-1 / memory)
        if strain <= threshold and end <= threshold:
            return 0.0
        if strain >= threshold and end >= threshold:
            return integral(strain, 1.0)
        crossing = memory * math.log((strain - demand) / (threshold - demand))
        return integral(strain, crossing) if strain > threshold else integral(threshold, 1.0 - crossing)

    def burnout_begins(self, number, _):
        executive = self.executives[number]
        executive.burnt_out = True
        self.schedule(self.now + executive.given["recoveries"][executive.burnouts], "burnout_ends", number)
        executive.burnouts += 1

    def burnout_ends(self, number, _):
        executive = self.executives[number]
        executive.burnt_out = False
        executive.budget = executive.given["burnout-budgets"][executive.burnouts]


def flat(state, prefix=""):
    """Leaf values by dotted name, such as contacts.0.habit."""
    items = state.items() if isinstance(state, dict) else enumerate(state)
    for key, value in items:
        name = prefix + str(key)
        if isinstance(value, (dict, list)):
            yield from flat(value, name + ".")
        else:
            yield name, float(value)


def lines(result):
    """One line an event: time, kind, subject and what it changed; the first one names every value."""
    known = {}
    for entry in result["events"]:
        state = dict(flat(entry["state"]))
        changed = [name + "=" + repr(value) for name, value in state.items() if known.get(name) != value]
        known = state
        yield "\t".join([repr(entry["time"]), entry["event"], str(entry["subject"])] + changed)
    for branch, times in sorted(result["reached"].items()):
        yield "# %s: %d" % (branch, times)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in lines(Simulation(json.load(file)).run()):
            print(line)
