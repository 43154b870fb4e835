"use strict";
(function () {
  const { element, color, pale, shown, table, onDemand } = shared;
  const data = JSON.parse(document.getElementById("data").textContent);
  const redraws = [];

  // ---- Parts of the page

  const list = element("ul");
  for (const heading of document.querySelectorAll("main h2")) {
    list.append(element("li", null, element("a", { href: "#" + heading.parentElement.id }, heading.textContent)));
  }
  document.querySelector("nav").append(list);

  shared.themes(redraw);

  function redraw() {
    for (const each of redraws) each();
  }

  if (data.story) story.show(document.getElementById("told"), data.story);
  if (!data.charts) return;

  // ---- Numbers

  const arms = data.arms;
  const weeks = data.weeks;
  const horizon = weeks[weeks.length - 1];

  function unit(share) {
    return share ? "\u00a0%" : "\u00a0h/week";
  }

  /** Values of thinned weeks at every week that is drawn, on straight lines between them. */
  function expanded(values, from) {
    if (from.length === weeks.length) return values;
    let place = 0;
    return weeks.map(week => {
      while (place < from.length - 2 && from[place + 1] <= week) place++;
      const low = values[place], high = values[place + 1];
      if (low === null || high === null) return week === from[place] ? low : week === from[place + 1] ? high : null;
      return low + (high - low) * (week - from[place]) / (from[place + 1] - from[place]);
    });
  }

  for (const chart of data.charts) {
    const scale = chart.share ? 100 : 1;
    for (const curve of chart.curves) {
      for (const key of ["p10", "p25", "p75", "p90"]) curve[key] = expanded(curve[key], data.fanWeeks);
      for (const key of Object.keys(curve)) curve[key] = curve[key].map(value => value === null ? null : value * scale);
    }
  }
  for (const stack of data.stacks) {
    const scale = stack.share ? 100 : 1;
    stack.values = stack.values.map(parts => parts.map(part =>
      expanded(part, data.fanWeeks).map(value => value === null ? null : value * scale)));
  }

  function date(week) {
    if (!data.start) return "";
    const day = new Date(data.start + "T00:00:00Z");
    day.setUTCDate(day.getUTCDate() + 7 * week);
    return day.toISOString().slice(0, 10);
  }

  // ---- Inks: no delegation is grey and dashed, variants differ in colour and dash

  const dashes = [[], [9, 5], [3, 4], [9, 4, 3, 4], [14, 5], [6, 6], [3, 8]];
  let number = 0;
  const inks = arms.map(arm => arm.added ? -1 : number++);
  function ink(place) {
    return inks[place] < 0 ? color("comparison") : color("ink-" + inks[place] % 7);
  }
  function dash(place) {
    return inks[place] < 0 ? [7, 5] : dashes[(inks[place] + Math.floor(inks[place] / 7)) % 7];
  }
  function fanInk(place) {
    return inks[place] >= 0 && inks[place] < 2 ? color("fan-" + inks[place]) : ink(place);
  }

  function line(place) {
    return shared.swatch(ink(place), dash(place));
  }

  // ---- What is shown

  const asked = arms.filter(arm => !arm.added).length;
  const visible = arms.map((arm, place) => arm.added ? arms.length - asked === 1 : place < 6);
  const layers = { band: document.getElementById("band"), fan: document.getElementById("fan") };
  layers.fan.checked = visible.filter(Boolean).length <= 2;
  for (const layer of Object.values(layers)) layer.addEventListener("change", redraw);

  const variants = document.getElementById("variants");
  arms.forEach((arm, place) => {
    const box = element("input", { type: "checkbox" });
    box.checked = visible[place];
    box.addEventListener("change", () => { visible[place] = box.checked; redraw(); });
    variants.append(element("label", null, box, " ", line(place), arm.label));
  });
  redraws.push(() => variants.querySelectorAll("label").forEach((label, place) =>
    label.querySelector("svg").replaceWith(line(place))));

  // ---- The week that is read off

  let week = weeks.length - 1;
  const slider = document.getElementById("week");
  const output = document.getElementById("week-shown");
  const plots = [];
  const readers = [];
  slider.max = weeks.length - 1;

  function read(place) {
    week = Math.max(0, Math.min(weeks.length - 1, place));
    slider.value = week;
    output.textContent = weeks[week] + (data.start ? " (" + date(weeks[week]) + ")" : "");
    slider.setAttribute("aria-valuetext", "week " + weeks[week] + ": " + data.charts.map(chart =>
      chart.axis + ": " + arms.map((arm, each) => visible[each]
        ? arm.label + " " + shown(chart.curves[each].mean[week], chart.share) : "").filter(Boolean).join(", ")).join("; "));
    for (const reader of readers) reader();
    for (const plot of plots) point(plot());
  }

  /** Moves the cursor of a chart to the week; a new chart has no scale before it says that it is ready. */
  function point(chart) {
    if (chart.status === 1) chart.setCursor({ left: chart.valToPos(weeks[week], "x"), top: 10 }, false);
  }

  slider.addEventListener("input", () => read(Number(slider.value)));

  // ---- Charts

  /** Keeps a chart in its place, drawn anew whenever something changes. */
  function keep(place, options) {
    let chart = null;
    function draw() {
      if (chart) chart.destroy();
      const [settings, values] = options();
      chart = shared.drawn(place, settings, values, point, read);
    }
    draw();
    plots.push(() => chart);
    redraws.push(draw);
    shared.fit(place, () => read(week));
  }

  const none = shared.none;

  function layered(chart) {
    const series = [{}], bands = [], values = [weeks];
    const add = (setting, numbers) => { series.push({ ...none, ...setting }); return values.push(numbers) - 1; };
    const shownArms = arms.map((arm, place) => place).filter(place => visible[place]);
    const crowd = shownArms.length > 2 ? 0.6 : 1;
    if (layers.fan.checked) {
      for (const place of shownArms) {
        const curve = chart.curves[place], tone = fanInk(place), edge = { stroke: tone, width: 1, dash: [2, 3] };
        bands.push({ series: [add(edge, curve.p90), add(edge, curve.p10)], fill: pale(tone, 0.16 * crowd) });
        bands.push({ series: [add({}, curve.p75), add({}, curve.p25)], fill: pale(tone, 0.16 * crowd) });
      }
    }
    if (layers.band.checked) {
      for (const place of shownArms) {
        const curve = chart.curves[place];
        bands.push({ series: [add({}, curve.high), add({}, curve.low)], fill: pale(ink(place), 0.45 * crowd) });
      }
    }
    for (const place of shownArms) add({ stroke: ink(place), width: 2.2, dash: dash(place), label: arms[place].label }, chart.curves[place].mean);
    return [{ series, bands, percent: chart.share }, values];
  }

  function numbers(chart) {
    const name = chart.axis;
    return table(name + ", by week: mean (95 % interval); 10 to 90 % of replications",
      ["week", ...arms.flatMap(arm => [arm.label, "10 to 90 %"])],
      weeks.map((each, place) => [String(each), ...chart.curves.flatMap(curve => [
        shown(curve.mean[place], chart.share) + " (" + shown(curve.low[place], chart.share) + " to " + shown(curve.high[place], chart.share) + ")",
        shown(curve.p10[place], chart.share) + " to " + shown(curve.p90[place], chart.share)])]));
  }

  for (const chart of data.charts) {
    const { figure, plot, readout } = shared.framed(chart, () => numbers(chart));
    document.getElementById("charts").append(figure);
    keep(plot, () => layered(chart));
    readers.push(() => {
      readout.replaceChildren();
      const words = [];
      arms.forEach((arm, place) => {
        if (!visible[place]) return;
        const curve = chart.curves[place];
        const value = shown(curve.mean[week], chart.share);
        const interval = shown(curve.low[week], chart.share) + " to " + shown(curve.high[week], chart.share);
        const fan = shown(curve.p10[week], chart.share) + " to " + shown(curve.p90[week], chart.share);
        const single = curve.low[week] === null;
        words.push(arm.label + " " + value + unit(chart.share) + (single ? "" : " (95 % interval " + interval + ")"));
        readout.append(shared.row(line(place), arm.label, value === "\u2013" ? value : value + unit(chart.share),
          value === "\u2013" ? "unknown" : single ? "one replication alone" : "mean " + interval + " \u00b7 8 of 10 firms " + fan));
      });
      plot.setAttribute("aria-label", chart.title + " Week " + weeks[week] + ": " + (words.join("; ") || "no variant is shown") + ".");
    });
  }

  // ---- Stacks: one variant beside another, on one scale

  for (const stack of data.stacks) {
    const place = document.getElementById("stack-" + stack.id);
    const first = 0;
    const second = arms[0].twin >= 0 ? arms[0].twin : Math.min(1, arms.length - 1);
    const sides = second === first ? [first] : [first, second];
    if (!stack.parts.length) {
      place.append(element("p", null, "There is nothing to show."));
      continue;
    }
    const top = Math.max(...stack.values.map(parts => Math.max(...weeks.map((each, at) => parts.reduce((sum, part) => sum + (part[at] || 0), 0)))));
    const tone = part => color("part-" + part % 8);
    const panels = element("div", { class: "panels" });
    const legend = element("div");
    const details = onDemand("Every week as a table", () => table(
      document.getElementById(stack.id + "-heading").textContent + ", by week",
      ["week", ...sides.flatMap(side => stack.parts.map(part => arms[side].label + ": " + part))],
      weeks.map((each, at) => [String(each), ...sides.flatMap(side => stack.values[side].map(part => shown(part[at], stack.share)))])));
    place.append(panels, legend, details);
    sides.forEach((side, number) => {
      const select = element("select", null, ...arms.map((arm, at) => new Option(arm.label, at, at === side, at === side)));
      const plot = element("div", { class: "plot", role: "img" });
      panels.append(element("div", { class: "panel" },
        element("label", null, "Variant ", select), plot));
      select.addEventListener("change", () => { sides[number] = Number(select.value); details.refresh(); redraw(); });
      keep(plot, () => {
        const series = [{}], bands = [], values = [weeks];
        let sum = weeks.map(() => 0);
        const sums = stack.values[sides[number]].map(part => sum = sum.map((below, at) => part[at] === null ? null : below + part[at]));
        sums.reverse();
        sums.forEach((values_, at) => {
          const part = sums.length - 1 - at;
          series.push({ points: { show: false }, width: 1, stroke: color("card"), fill: tone(part) });
          values.push(values_);
        });
        return [{ series, bands, percent: stack.share, range: () => [0, (top || 1) * 1.05] }, values];
      });
      readers.push(() => {
        const parts = stack.values[sides[number]];
        const total = parts.reduce((all, part) => all + (part[week] || 0), 0);
        plot.setAttribute("aria-label", arms[sides[number]].label + ", week " + weeks[week] + ": "
          + stack.parts.map((part, at) => part + " " + shown(parts[at][week], stack.share)).join(", ")
          + "; together " + shown(total, stack.share) + unit(stack.share) + ".");
      });
    });
    readers.push(() => {
      const rows = stack.parts.map((part, at) => [part, ...sides.map(side => shown(stack.values[side][at][week], stack.share))]);
      const made = table("Week " + weeks[week] + (stack.share ? ", % of the initial customers" : ", hours a week"), ["", ...sides.map(side => arms[side].label)], rows.reverse());
      made.querySelectorAll("tbody th").forEach((cell, row) => {
        const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
        swatch.style.background = tone(stack.parts.length - 1 - row);
        cell.prepend(swatch);
      });
      made.querySelector("table").append(element("tfoot", null, element("tr", null, element("th", { scope: "row" }, "together"),
        ...sides.map(side => element("td", { class: "n" }, shown(stack.values[side].reduce((sum, part) => sum + (part[week] || 0), 0), stack.share))))));
      legend.replaceChildren(made);
    });
  }

  redraws.push(() => read(week));
  read(week);
})();
