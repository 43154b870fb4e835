"""Section 18 of docs/model.md: posts, morale, quitting and dismissal."""

import math

from people import clip, lowered


class Staffing:

    # ---- 18.1 posts

    def in_person(self, request):
        """To the executive, as a direct call; a repair stays a repair."""
        hours = request.baseline
        if request.repair:
            hours = request.size + self.settings["executive"]["interruption"]
        self.call_executive(request, "direct", "contacts", hours)

    def fall_vacant(self, delegate):
        jobs = ([delegate.job] if delegate.job else []) + delegate.lines["management"] + delegate.lines["contacts"]
        self.count_work(delegate)
        self.cancel(delegate.done)
        delegate.job = None
        for line in delegate.lines.values():
            line.clear()
        self.cancel(delegate.quit_event)
        delegate.quit_event = None
        delegate.vacant = True
        for contact in self.contacts:
            if contact.delegate is delegate and contact.stage >= 1:
                self.cancel(contact.stage_event)
                contact.stage_event = None
        for job in jobs:
            if job.request and not job.request.closed:
                job.request.waits_at = job.request.job = None
                self.reach("%s goes to the executive" % ("repair" if job.request.repair else job.activity))
                self.in_person(job.request)
            elif not job.request:
                self.reach("minutes are dropped")
        vacancy = delegate.occupants[delegate.occupant]["vacancy"]
        self.schedule(self.now + vacancy, "post_filled", delegate.number)

    def post_filled(self, number, _):
        delegate = self.delegates[number]
        delegate.occupant += 1
        first = delegate.occupant == 0
        self.reach("post filled for the first time" if first else "post filled again")
        delegate.take_traits(self.settings)
        delegate.vacant = False
        self.begin_employment(delegate)
        for contact in self.contacts:
            if contact.delegate is delegate:
                if not first:
                    contact.context = 0.0
                if not first and not contact.left:
                    self.meet_successor(contact)
                if not contact.left:
                    self.go_on(contact)

    def meet_successor(self, contact):
        if contact.stage >= 1:
            belief = self.settings["belief"]
            if belief["active"]:
                kept = belief["initial"] + self.settings["turnover"]["kept-belief"] * contact.belief
                self.reach("belief is lost" if kept < contact.belief else "belief is kept")
                contact.belief = min(contact.belief, kept)
            self.force(contact, 1 - contact.habit)

    def go_on(self, contact):
        """Where a contact goes on when its post is filled."""
        handoff = self.settings["handoff"]
        if handoff["mode"] == "none":
            return
        if contact.awaits_post:
            self.reach("batch came while vacant")
            contact.awaits_post = False
            contact.begins = self.now
            self.stage_begins(contact.number, None)
        elif contact.stage >= 1:
            first = 5 if handoff["mode"] == "abrupt" else handoff["first-stage"]
            self.reach("goes on at an earlier stage" if contact.stage > max(first, 3) else "goes on at its stage")
            self.stage_begins(contact.number, max(first, min(3, contact.stage)))
        if contact.planning_share is not None:
            if self.planning_hours() > 0:
                self.reach("planning when the post is filled")
                due = contact.begins + contact.planning_share * handoff["pace"]
                contact.planning_event = self.schedule(max(due, self.now), "planning_due", contact.number)
            contact.planning_share = None

    def begin_employment(self, delegate):
        """What begins anew with a person."""
        delegate.errors = 0
        delegate.worked = 0.0
        delegate.morale = delegate.morale_target = self.settings["morale"]["initial"]
        delegate.morale_since = self.now
        delegate.overrides = delegate.remembered_overrides = delegate.remembered_growth = 0.0
        delegate.skill_at_review = delegate.skill
        delegate.quit_left = delegate.occupants[delegate.occupant]["quit-budget"]
        if self.settings["turnover"]["active"]:
            self.use_quit_budget(delegate, self.next_review - self.now)

    # ---- 18.2 morale

    def count_work(self, delegate):
        if delegate.job is not None:
            delegate.worked += (self.now - delegate.worked_since) * delegate.speed
            delegate.worked_since = self.now

    def morale_now(self, delegate):
        passed = math.exp(-(self.now - delegate.morale_since) / delegate.morale_memory)
        return delegate.morale_target + (delegate.morale - delegate.morale_target) * passed

    def change_morale(self, delegate, morale):
        """A new memory holds at once; switched off, morale stays where it is."""
        delegate.morale, delegate.morale_since = self.morale_now(delegate), self.now
        delegate.morale_memory = morale["memory"]
        if not morale["active"]:
            delegate.morale_target = delegate.morale

    def touches_a_week(self, delegate):
        if self.handover_began is None:
            return 0.0
        follow_up = self.settings["follow-up"]
        touches = follow_up["touches"]
        asks = touches["active"] and touches["sides"] != "client"
        return follow_up["check-ins"] + (1 / delegate.interval if asks else 0.0)

    def review_morale(self, delegate):
        morale = self.settings["morale"]
        touches = self.touches_a_week(delegate)
        beyond = max(0.0, touches - morale["tolerated-touches"])
        moved = 1 - math.exp(-1 / morale["event-memory"])
        gained = 52 * (delegate.skill - delegate.skill_at_review)
        delegate.remembered_overrides += moved * (delegate.overrides - delegate.remembered_overrides)
        delegate.remembered_growth += moved * (gained - delegate.remembered_growth)
        delegate.overrides, delegate.skill_at_review = 0.0, delegate.skill
        self.count_work(delegate)
        waits = sum(self.hours_in_person(job) for line in delegate.lines.values() for job in line)
        load = (delegate.worked + waits) / delegate.net_hours
        delegate.worked = 0.0
        sought = (morale["base"] + morale["touch-gain"] * min(1.0, touches) - morale["over-touch-loss"] * beyond
                  - morale["intervention-loss"] * delegate.remembered_overrides
                  + morale["growth-gain"] * min(1.0, delegate.remembered_growth)
                  - morale["overload-loss"] * max(0.0, load - morale["bearable-load"]))
        self.reach("overrides lower morale", delegate.remembered_overrides > 0)
        self.reach("growth raises morale", delegate.remembered_growth > 0)
        self.reach("too much work", load > morale["bearable-load"])
        self.reach("too many touches", beyond > 0)
        self.reach("morale is bounded", not 0 < sought < 1)
        delegate.morale = self.morale_now(delegate)
        delegate.morale_target = clip(sought, 0.0, 1.0)
        delegate.morale_since, delegate.morale_memory = self.now, morale["memory"]
        self.change_ownership(delegate, lowered, min(1.0, morale["ownership-loss"] * beyond))

    @staticmethod
    def hours_in_person(job):
        """Hours that waiting work would take the executive; minutes and apologies are what they are."""
        return job.request.size if job.activity == "task" else job.hours

    # ---- 18.3 quitting

    def review_quitting(self, delegate):
        self.cancel(delegate.quit_event)
        delegate.quit_event = None
        self.use_quit_budget(delegate, 1.0)

    def use_quit_budget(self, delegate, weeks):
        hazard = self.settings["turnover"]["quit-hazard"] * self.quit_factor(delegate, weeks)
        if hazard > delegate.quit_left:
            self.reach("quits in the week when it came", delegate.morale_since == self.now and weeks < 1)
            due = self.now + delegate.quit_left / hazard * weeks
            delegate.quit_event = self.schedule(due, "delegate_quits", delegate.number)
        delegate.quit_left -= hazard

    def quit_factor(self, delegate, weeks):
        """Integral of the factor on the hazard over the coming weeks, split where the floor begins or ends."""
        turnover, memory = self.settings["turnover"], delegate.morale_memory
        now, target, weight = self.morale_now(delegate), delegate.morale_target, turnover["morale-weight"]

        def at(morale):
            return 1 + weight * (turnover["neutral-morale"] - morale)

        def free(begin, end):
            moved = memory * (math.exp(-begin / memory) - math.exp(-end / memory))
            return at(target) * (end - begin) - weight * (now - target) * moved

        floor = turnover["least-factor"]
        last = target + (now - target) * math.exp(-weeks / memory)
        starts, ends = at(now) >= floor, at(last) >= floor
        if starts and ends:
            return free(0.0, weeks)
        if not starts and not ends:
            self.reach("hazard at its floor")
            return floor * weeks
        edge = turnover["neutral-morale"] + (1 - floor) / weight
        crossing = memory * math.log((now - target) / (edge - target))
        self.reach("hazard reaches its floor" if starts else "hazard leaves its floor")
        if starts:
            return free(0.0, crossing) + floor * (weeks - crossing)
        return floor * crossing + free(crossing, weeks)

    def delegate_quits(self, number, _):
        self.reach("quits")
        self.fall_vacant(self.delegates[number])

    def count_error(self, delegate):
        turnover = self.settings["turnover"]
        delegate.errors += 1
        if turnover["active"] and 0 < turnover["dismissal-errors"] <= delegate.errors and not delegate.vacant:
            self.reach("dismissed")
            self.fall_vacant(delegate)
