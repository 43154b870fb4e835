/* The story of one replication: its sentences, and a timeline of all contacts and people that can be played. */
const story = (function () {
  const { element, drawing, minus } = shared;
  const DAY = 0.2;
  const MOST_ROWS = 120;
  const MOST_LISTED = 400;
  const SPEEDS = [[0.5, "2 seconds a week"], [1, "1 second a week"], [2, "2 weeks a second"], [4, "4 weeks a second"], [8, "8 weeks a second"]];
  const MARKS = [
    size => "M-1.5 " + -size + "h3v" + 2 * size + "h-3z",
    size => "M" + -0.8 * size + " " + -0.8 * size + "h" + 1.6 * size + "l" + -0.8 * size + " " + 1.6 * size + "z",
    size => "M" + -size + " " + -size + "h" + 2 * size + "l" + -size + " " + 2 * size + "z",
    size => "M" + -size + " 0a" + size + " " + size + " 0 1 0 " + 2 * size + " 0a" + size + " " + size + " 0 1 0 " + -2 * size + " 0z",
    size => "M" + -size + " " + -size + "L" + size + " " + size + "M" + -size + " " + size + "L" + size + " " + -size,
  ];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function hours(value) {
    return minus(value.toFixed(1));
  }

  /** The last of the moments that are not later; -1 before the first. */
  function last(moments, moment) {
    let low = 0, high = moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle] <= moment + 1e-6) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The stage of a contact at a moment; null where it is not there. */
  function stage(contact, moment) {
    const stretch = contact.stretches.find(([from, until]) => from <= moment + 1e-6 && (until === null || moment + 1e-6 < until));
    return stretch ? stretch[2] : null;
  }

  /** @param answers whether the place is to say which replication it is, and why */
  function show(place, told, answers) {
    const all = told.sentences.map(([moment, when, isTold, contacts, marks, text]) => ({ moment, when, isTold, contacts, marks, text: text + "." }));
    const rows = told.contacts.slice(0, MOST_ROWS);
    const people = told.people.slice(0, 6);
    let chosen = all.filter(each => each.isTold);
    let moments = chosen.map(each => each.moment);
    let only = null;
    let moment = told.weeks;
    let current = -1;
    let playing = null;

    // ---- Controls

    const play = element("button", { type: "button", class: "play" }, "Play");
    const back = element("button", { type: "button" }, "Previous sentence");
    const next = element("button", { type: "button" }, "Next sentence");
    const speed = element("select", { id: "story-speed" }, ...SPEEDS.map(([weeks, label]) => new Option(label, weeks, weeks === 2, weeks === 2)));
    const which = element("select", { id: "story-which" }, new Option("as told (" + chosen.length + ")", "told"),
      ...told.contacts.map(contact => new Option("all about " + contact.name, contact.number)), new Option("everything (" + all.length.toLocaleString("en") + ")", "all"));
    const slider = element("input", { type: "range", id: "story-moment", min: 0, max: told.weeks, step: DAY, value: told.weeks });
    const shownWeek = element("output", { for: "story-moment" });
    const controls = element("div", { class: "controls story-controls" },
      element("div", { class: "buttons" }, play, back, next),
      element("label", { for: "story-speed" }, "Speed ", speed),
      element("label", { for: "story-which" }, "Sentences ", which),
      element("label", { class: "week", for: "story-moment" }, "Week ", shownWeek, slider));
    const now = element("p", { class: "story-now", "aria-live": "polite" });
    const timeline = element("div", { class: "timeline", role: "img" });
    const legend = element("ul", { class: "story-legend", "aria-label": "Contacts by stage at this moment, and marks" });
    const loads = element("ul", { class: "story-legend", "aria-label": "People in this week" });
    const list = element("ol");
    const sentences = element("div", { class: "sentences", role: "region", tabindex: "0", "aria-label": "Sentences" }, list);
    const note = element("p", { class: "quiet" });
    const weekly = shared.onDemand("People's hours as a table", () => shared.table("Hours worked, by week; in brackets those that there are",
      ["week", ...told.people.map(person => person.name)],
      Array.from({ length: told.weeks }, (none, week) => [String(week + 1), ...told.people.map(person => load(person.weeks[week]))])));
    const stages = shared.onDemand("Contacts' stages as a table", () => shared.table("The week in which each stage began",
      ["contact", "stages"], told.contacts.map(contact => [contact.name, contact.stretches.map(([from, until, number], at) =>
        told.stages[number] + (from > 0 ? " from " + minus(from.toFixed(1)) : "") + (until !== null && at === contact.stretches.length - 1 ? ", gone from " + minus(until.toFixed(1)) : "")).join("; ")])));

    function load(week) {
      return week ? hours(week[0]) + " (" + hours(week[1]) + ")" + (week[4] ? "" : ", away") : "\u2013";
    }

    place.replaceChildren(...answers ? [element("p", null, told.answer)] : [], ...told.standIns.length ? [element("p", null, "Told are the turns of the firm, and of contacts that stand for others: " + told.standIns.join("; ") + ".")] : [],
      controls, now, element("div", { class: "story-parts" }, element("div", { class: "story-drawn" }, timeline, legend, loads), sentences), note, weekly, stages);
    const unseen = told.contacts.length - rows.length, others = told.people.length - people.length;
    note.textContent = [told.left ? told.left.toLocaleString("en") + " further sentences are in story.csv." : "",
      unseen + others ? "Not drawn: " + unseen + " contacts and " + others + " people." : ""].filter(Boolean).join(" ");
    note.hidden = !note.textContent;

    // ---- The drawing

    let scale = null;

    function text(attributes, content, most) {
      return drawing("text", attributes, content.length > most ? content.slice(0, most - 1) + "\u2026" : content);
    }

    function draw() {
      const width = Math.max(260, timeline.clientWidth);
      const narrow = width < 560;
      const left = narrow ? 84 : 128, right = width - 14, letters = narrow ? 11 : 18;
      const height = Math.max(6, Math.min(20, 520 / Math.max(1, rows.length)));
      const tall = 46, top = 6, middle = top + rows.length * height + 12, bottom = middle + people.length * tall;
      const x = week => left + (right - left) * Math.max(0, Math.min(told.weeks, week)) / told.weeks;
      const rowOf = new Map(rows.map((contact, row) => [contact.number, top + row * height + height / 2]));
      scale = { x, left, right, top, bottom, rowOf, height };
      const svg = drawing("svg", { width, height: bottom + 40, viewBox: "0 0 " + width + " " + (bottom + 40), "aria-hidden": "true" });
      const ticks = narrow ? 5 : 11;
      const step = [1, 2, 4, 5, 10, 13, 26, 52, 104].find(each => told.weeks / each <= ticks) || 260;
      for (let week = 0; week <= told.weeks; week += step) {
        svg.append(drawing("line", { class: "grid", x1: x(week), x2: x(week), y1: top, y2: bottom + 4 }),
          drawing("text", { x: x(week), y: bottom + 18, "text-anchor": "middle" }, String(week)));
      }
      svg.append(drawing("text", { x: (left + right) / 2, y: bottom + 35, "text-anchor": "middle" }, "Weeks since the promotion"));
      rows.forEach((contact, row) => {
        const group = drawing("g", { class: "contact", "data-contact": contact.number });
        for (const [from, until, number] of contact.stretches) {
          const begin = x(from), end = x(until === null ? told.weeks : until);
          if (end > begin) group.append(drawing("rect", { class: "stage-" + number, x: begin, width: end - begin, y: top + row * height, height: height > 5 ? height - 2 : height }));
        }
        if (height >= 11 || row % Math.ceil(12 / height) === 0) {
          group.append(text({ x: 0, y: top + row * height + height / 2 + 3.5, class: "name" }, contact.name, letters));
        }
        svg.append(group);
      });
      svg.append(...marks(rowOf, x, Math.max(2, Math.min(5, height / 2 - 1.5))));
      people.forEach((person, at) => svg.append(hoursOf(person, x, middle + at * tall, tall, letters)));
      svg.append(drawing("rect", { class: "future", y: top, height: bottom - top }), drawing("g", { class: "current" }), drawing("line", { class: "head", y1: 0, y2: bottom + 4 }));
      timeline.replaceChildren(svg);
      move();
    }

    function marks(rowOf, x, size) {
      const paths = MARKS.map(() => "");
      for (const each of all) {
        for (const mark of each.marks) {
          for (const contact of each.contacts) {
            if (rowOf.has(contact)) paths[mark] += moved(MARKS[mark](size), x(each.moment), rowOf.get(contact) - 1);
          }
        }
      }
      return paths.map((d, mark) => drawing("path", { class: "mark-" + mark, d }));
    }

    /** A path whose first command is an absolute move, elsewhere. */
    function moved(path, dx, dy) {
      return path.replace(/([ML])(\S+?) (-?[0-9.e-]+)/g, (all_, command, px, py) => command + (Number(px) + dx).toFixed(1) + " " + (Number(py) + dy).toFixed(1));
    }

    function hoursOf(person, x, top, tall, letters) {
      const most = Math.max(1e-9, ...person.weeks.map(week => Math.max(week[0], week[1])));
      const bottom = top + tall - 6, y = value => bottom - value * (tall - 14) / most;
      const group = drawing("g", { class: "person" });
      let area = "M" + x(0) + " " + bottom, line = "", away = "";
      person.weeks.forEach(([worked, maximum, waiting, strain, there], week) => {
        area += "V" + y(worked).toFixed(1) + "H" + x(week + 1).toFixed(1);
        line += (week ? "L" : "M") + x(week).toFixed(1) + " " + y(maximum).toFixed(1) + "H" + x(week + 1).toFixed(1);
        if (!there) away += "M" + x(week).toFixed(1) + " " + bottom + "V" + (top + 8) + "H" + x(week + 1).toFixed(1) + "V" + bottom + "z";
      });
      group.append(drawing("path", { class: "away", d: away }), drawing("path", { class: "hours", d: area + "V" + bottom + "z" }), drawing("path", { class: "maximum", d: line }),
        drawing("line", { class: "base", x1: x(0), x2: x(told.weeks), y1: bottom, y2: bottom }), text({ x: 0, y: bottom - 10, class: "name" }, person.name, letters));
      return group;
    }

    // ---- A moment

    function key(kind, label, count) {
      return element("li", null, drawing("svg", { width: 16, height: 14, viewBox: "-8 -7 16 14", "aria-hidden": "true" }, kind),
        label, ...count === undefined ? [] : [" ", element("strong", null, String(count))]);
    }

    function described() {
      const counts = new Map();
      let gone = 0;
      for (const contact of told.contacts) {
        const at = stage(contact, moment);
        if (at !== null) counts.set(at, (counts.get(at) || 0) + 1);
        else if (contact.stretches.length && contact.stretches[0][0] <= moment) gone++;
      }
      const keys = Object.entries(told.stages).map(([number, name]) => key(drawing("rect", { class: "stage-" + number, x: -7, y: -6, width: 14, height: 12 }), name, counts.get(Number(number)) || 0));
      keys.push(element("li", null, "gone ", element("strong", null, String(gone))));
      told.marks.forEach((meaning, mark) => {
        if (all.some(each => each.marks.includes(mark))) keys.push(key(drawing("path", { class: "mark-" + mark, d: MARKS[mark](5) }), meaning));
      });
      legend.replaceChildren(...keys);
      const week = Math.max(0, Math.min(told.weeks - 1, Math.ceil(moment - 1e-6) - 1));
      loads.replaceChildren(...people.map(person => {
        const [worked, maximum, waiting, strain, there] = person.weeks[week] || [0, 0, 0, null, false];
        return element("li", null, element("strong", null, person.name), " " + hours(worked) + " of " + hours(maximum) + " h in week " + (week + 1)
          + ", " + hours(waiting) + " h wait" + (strain === null ? "" : ", strain " + hours(strain)) + (there ? "" : person.role === "executive" ? ", burnt out" : ", post vacant"));
      }));
      timeline.setAttribute("aria-label", "Stages of " + rows.length + " contacts and hours of " + people.length + " people over " + told.weeks + " weeks; in week " + (week + 1) + ": "
        + [...counts].sort((one, other) => one[0] - other[0]).map(([number, count]) => count + " " + told.stages[number]).join(", ") + ", " + gone + " gone.");
    }

    function rings(sentence) {
      const shownRows = sentence ? sentence.contacts.filter(contact => scale.rowOf.has(contact)) : [];
      timeline.querySelector(".current").replaceChildren(...shownRows.map(contact =>
        drawing("circle", { cx: scale.x(sentence.moment), cy: scale.rowOf.get(contact) - 1, r: Math.max(5, Math.min(9, scale.height * 0.6)) })));
      for (const group of timeline.querySelectorAll(".contact")) {
        const number = Number(group.dataset.contact);
        group.classList.toggle("meant", shownRows.includes(number) && shownRows.length < rows.length);
        group.classList.toggle("dim", only !== null && number !== only);
      }
    }

    function move() {
      const sentence = current < 0 ? null : chosen[current];
      const x = scale.x(moment);
      const future = timeline.querySelector(".future"), head = timeline.querySelector(".head");
      future.setAttribute("x", x);
      future.setAttribute("width", Math.max(0, scale.right - x));
      head.setAttribute("x1", x);
      head.setAttribute("x2", x);
      slider.value = moment;
      const week = Math.min(told.weeks, Math.floor(moment + 1e-6) + 1);
      shownWeek.textContent = week;
      now.replaceChildren(...sentence ? [element("strong", null, sentence.when + ":"), " " + sentence.text]
        : [moment >= told.weeks ? "Play it from the beginning, or choose a sentence." : "Nothing has been told yet."]);
      slider.setAttribute("aria-valuetext", "week " + week + (sentence ? "; " + sentence.when + ": " + sentence.text : ""));
      rings(sentence);
      described();
      listed();
    }

    // ---- Sentences: those around the present one

    let from = 0;

    function fill() {
      const until = Math.min(chosen.length, from + MOST_LISTED);
      list.start = from + 1;
      list.replaceChildren(...chosen.slice(from, until).map((sentence, at) =>
        element("li", { "data-at": from + at }, element("span", { class: "when" }, sentence.when), " ", sentence.text)));
      sentences.setAttribute("aria-label", "Sentences " + (chosen.length ? from + 1 : 0) + " to " + until + " of " + chosen.length);
    }

    function listed() {
      if (current >= 0 && (current < from || current >= from + MOST_LISTED)) {
        from = Math.max(0, Math.min(chosen.length - MOST_LISTED, current - MOST_LISTED / 2));
        fill();
      }
      const old = list.querySelector("[aria-current]");
      const item = list.querySelector("[data-at='" + current + "']");
      if (old === item) return;
      if (old) old.removeAttribute("aria-current");
      if (item) {
        item.setAttribute("aria-current", "true");
        const inside = item.offsetTop - list.offsetTop;
        sentences.scrollTo({ top: inside - sentences.clientHeight / 3, behavior: calm.matches ? "instant" : "smooth" });
      }
    }

    list.addEventListener("click", event => {
      const item = event.target.closest("li");
      if (item && !String(getSelection())) choose(Number(item.dataset.at));
    });

    function choose(at) {
      if (!chosen.length) return;
      pause();
      current = Math.max(0, Math.min(chosen.length - 1, at));
      moment = Math.min(told.weeks, Math.max(0, chosen[current].moment));
      move();
    }

    function goTo(week) {
      moment = Math.max(0, Math.min(told.weeks, week));
      current = last(moments, moment);
      move();
    }

    // ---- Playing

    function pause() {
      if (playing === null) return;
      cancelAnimationFrame(playing.frame);
      clearTimeout(playing.timer);
      playing = null;
      play.textContent = "Play";
      now.setAttribute("aria-live", "polite");
    }

    /** Smoothly, or where motion is unwanted a week at a time. */
    function begin() {
      if (moment >= told.weeks - 1e-6) goTo(0);
      play.textContent = "Pause";
      now.setAttribute("aria-live", "off");
      const own = playing = { frame: 0, timer: 0 };
      let before = null;
      function advance(weeks) {
        if (playing !== own) return;
        goTo(moment + weeks);
        if (moment >= told.weeks) pause();
        else wait();
      }
      function wait() {
        if (calm.matches) own.timer = setTimeout(() => advance(Math.floor(moment + 1e-6) + 1 - moment), 1000 / Number(speed.value));
        else own.frame = requestAnimationFrame(time => {
          const weeks = before === null ? 0 : Math.min(0.25, (time - before) / 1000) * Number(speed.value);
          before = time;
          advance(weeks);
        });
      }
      wait();
    }

    const toggle = () => playing ? pause() : begin();
    play.addEventListener("click", toggle);
    back.addEventListener("click", () => choose(current < 0 ? chosen.length - 1 : current - 1));
    next.addEventListener("click", () => choose(current + 1));
    slider.addEventListener("input", () => { pause(); goTo(Number(slider.value)); });
    which.addEventListener("change", () => {
      only = /^[0-9]+$/.test(which.value) ? Number(which.value) : null;
      chosen = which.value === "all" ? all : only === null ? all.filter(each => each.isTold) : all.filter(each => each.contacts.includes(only) || !each.contacts.length);
      moments = chosen.map(each => each.moment);
      from = 0;
      fill();
      sentences.scrollTop = 0;
      current = moment >= told.weeks ? -1 : last(moments, moment);
      move();
    });
    controls.addEventListener("keydown", keys);
    sentences.addEventListener("keydown", keys);
    function keys(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target.tagName === "SELECT") return;
      if (event.key === " " && event.target.tagName !== "BUTTON") toggle();
      else if (event.key === "." || event.key === "n") choose(current + 1);
      else if (event.key === "," || event.key === "p") choose(current < 0 ? chosen.length - 1 : current - 1);
      else return;
      event.preventDefault();
    }

    function pointed(event) {
      const box = timeline.getBoundingClientRect();
      pause();
      goTo((event.clientX - box.left - scale.left) / (scale.right - scale.left) * told.weeks);
    }
    timeline.addEventListener("pointerdown", event => { timeline.setPointerCapture(event.pointerId); pointed(event); });
    timeline.addEventListener("pointermove", event => { if (timeline.hasPointerCapture(event.pointerId)) pointed(event); });

    fill();
    draw();
    let width = timeline.clientWidth;
    new ResizeObserver(() => {
      if (timeline.clientWidth && Math.abs(timeline.clientWidth - width) > 1) {
        width = timeline.clientWidth;
        draw();
      }
    }).observe(timeline);
    return { pause };
  }

  return { show };
})();
