"""Section 16 of docs/model.md: what delegates drop, who finds it, apologies and follow-ups."""

import math
import statistics

from people import Job, clip, lowered, nearest_whole, raised


class LooseEnds:

    # ---- a drop

    def give(self, request):
        """To the delegate, who may drop it."""
        if self.settings["drops"]["active"] and request.draws["drop"] < self.chance_of_dropping(request):
            self.drop(request)
        else:
            self.to_delegate(request)

    def chance_of_dropping(self, request):
        drops, contact = self.settings["drops"], request.contact
        if drops["probability"] in (0, 1):
            return drops["probability"]
        more_ownership = contact.delegate.ownership - self.settings["ownership"]["initial"]
        log_odds = (math.log(drops["probability"] / (1 - drops["probability"]))
                    - drops["plan-effect"] * self.settings["follow-up"]["planning"]
                    - drops["ownership-weight"] * more_ownership
                    - drops["salience-weight"] * self.salience(contact))
        return 1 / (1 + math.exp(-log_odds))

    def salience(self, contact):
        median = statistics.median(c.first_value for c in self.contacts)
        if median == 0:
            return 0.0
        return clip(math.log(contact.first_value / median), -2, 2) if contact.first_value > 0 else -2.0

    def drop(self, request):
        self.reach("drop, sent back before" if "redirect" in request.hours else "drop")
        contact = request.contact
        request.lies = True
        patience = max(contact.expected, contact.patience * (0.5 + request.draws["chase"]))
        request.chase = self.schedule(self.now + patience, "chase_due", contact.number, request)

    def find(self, request):
        request.lies = False
        self.cancel(request.chase)
        request.chase = None

    # ---- found by its contact

    def chase_due(self, _, request):
        if not request.lies:
            return
        contact, drops = request.contact, self.settings["drops"]
        self.find(request)
        self.change_belief(contact, lowered, drops["belief-loss"])
        before = contact.satisfaction
        self.satisfy(contact, {"ball": drops["loss"]}, always_lost=True)
        request.taken, request.chased_at = before - contact.satisfaction, self.now
        if request.draws["voice"] < drops["voice-share"]:
            self.complain(request)
        else:
            self.reach("silent")
            self.expect(contact, self.now - request.arrived, None)
            self.close_unanswered(request)

    def complain(self, request):
        contact, drops = request.contact, self.settings["drops"]
        if self.settings["appeal"]["active"]:
            contact.appeal = raised(contact.appeal, self.settings["appeal"]["learning-rate"])
        self.learn_from_complaint(contact.delegate)
        if contact.delegate.vacant:
            self.reach("complaint, post vacant")
            self.in_person(request)
        elif drops["recovery"] == "none":
            self.reach("complaint, no apology")
            self.to_delegate(request)
        else:
            self.reach("complaint, apology by " + drops["recovery"])
            server = contact.executive if drops["recovery"] == "executive" else contact.delegate
            self.join(server, Job("apology", "management", drops["recovery-work"], request))

    def apologize(self, request, weight):
        """At the end of an apology."""
        contact, drops = request.contact, self.settings["drops"]
        if self.settings["satisfaction"]["active"]:
            fresh = math.exp(-(self.now - request.chased_at) / drops["recovery-time"])
            back = drops["recovered-share"] * fresh * request.taken * weight
            if back > contact.deficit["ball"]:
                self.reach("apology gives back no more than is left")
                back = contact.deficit["ball"]
            contact.satisfaction += back
            contact.deficit["ball"] -= back
            self.reschedule_leaving(contact)
        self.reach("apology done, post vacant" if contact.delegate.vacant else "apology done")
        self.to_delegate(request)

    # ---- follow-ups

    def begin_follow_ups(self):
        touches = self.settings["follow-up"]["touches"]
        for delegate in self.delegates:
            self.cancel(delegate.follow_up_event)
            delegate.interval = touches["interval"]
            if touches["active"]:
                first = (1 + delegate.place / len(delegate.executive.delegates)) * delegate.interval
                self.schedule_follow_up(delegate, self.now + first)

    def schedule_follow_up(self, delegate, time):
        delegate.follow_up_due = time
        delegate.follow_up_event = self.schedule(time, "follow_up_due", delegate.number)

    def end_follow_ups(self):
        for delegate in self.delegates:
            self.cancel(delegate.follow_up_event)
            delegate.follow_up_event = None

    def follow_up_due(self, number, _):
        delegate, touches = self.delegates[number], self.settings["follow-up"]["touches"]
        self.schedule_follow_up(delegate, self.now + delegate.interval)
        asked = self.takes_part(delegate)
        if delegate.vacant:
            self.reach("follow-up skipped, post vacant")
        elif not asked:
            self.reach("follow-up skipped, nobody")
        elif delegate.followed_up is not None:
            self.reach("follow-up skipped, one waits")
        else:
            self.reach("follow-up, " + touches["sides"])
            hours = touches["delegate-work"] if touches["sides"] != "client" else 0.0
            minutes = hours
            if touches["sides"] != "delegate":
                hours += touches["contact-work"] * len(asked)
            job = delegate.followed_up = Job("follow_up", "management", hours)
            job.delegate = delegate
            self.join(delegate.executive, job)
            self.give_minutes(delegate, minutes)

    def takes_part(self, delegate):
        everybody = delegate.executive.contacts
        ranked = sorted(everybody, key=lambda c: -c.first_value)
        top = ranked[:nearest_whole(len(everybody) * self.settings["follow-up"]["touches"]["top-share"])]
        return [c for c in everybody if c.delegate is delegate and c in top and c.stage >= 1 and not c.left]

    def end_of_follow_up(self, delegate):
        drops, sides = self.settings["drops"], self.settings["follow-up"]["touches"]["sides"]
        delegate.followed_up = None
        for contact in self.takes_part(delegate):
            for request in reversed(list(contact.open)):
                if not request.lies:
                    continue
                if sides == "delegate" and request.draws["unnoticed"] < drops["unnoticed-share"]:
                    self.reach("unnoticed")
                    continue
                self.reach("found by a follow-up")
                self.find(request)
                self.to_delegate(request)
            if sides != "delegate":
                self.tell(contact)

    def tell(self, contact):
        expectation = self.settings["expectation"]
        if not contact.open or not expectation["active"]:
            return
        wait = min(self.now - min(request.arrived for request in contact.open), expectation["longest-wait"])
        if wait > contact.expected:
            self.reach("told before it asks")
            contact.expected += expectation["learning-rate"] * (wait - contact.expected)

    def learn_from_complaint(self, delegate):
        touches = self.settings["follow-up"]["touches"]
        if not touches["adaptive"] or delegate.follow_up_event is None or not delegate.follow_up_event.live:
            return
        shorter = max(delegate.interval / 2, min(delegate.interval, touches["shortest-interval"]))
        self.reach("interval halved" if shorter == delegate.interval / 2 else "interval at its shortest")
        delegate.interval = shorter
        self.reach("follow-up comes earlier", self.now + shorter < delegate.follow_up_due)
        self.cancel(delegate.follow_up_event)
        self.schedule_follow_up(delegate, min(delegate.follow_up_due, self.now + shorter))
