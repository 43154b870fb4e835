"use strict";
(function () {
  const { element, color, pale, swatch } = shared;
  const byId = id => document.getElementById(id);
  const client = crypto.getRandomValues(new Uint32Array(2)).join("-");
  const FIRST_LOOK = 20;
  const LOOKS = [FIRST_LOOK, 100, 400];
  const CHARTS = [
    { id: "capacity_freed", title: "How many hours does it free?", axis: "hours a week that the executive is spared", share: false },
    { id: "burnout_risk", title: "How likely is a burnout by then?", axis: "probability of a first burnout since the promotion", share: true },
    { id: "customer_churn", title: "How many customers are lost by then?", axis: "share of the initial customers", share: true },
  ];

  // ---- State: all that a link holds

  let start = null;
  const parameters = new Map();
  let state = { file: "", text: null, variant: "", settings: {}, pinned: null, firm: null };
  let values = {};
  let known = null;

  function choice(of) {
    return { file: of.file, text: of.text, variant: of.variant, settings: of.settings };
  }

  function keepInAddress() {
    history.replaceState(null, "", "#" + encodeURIComponent(JSON.stringify(state)));
  }

  function fromAddress() {
    if (location.hash.length < 2 || byId(location.hash.slice(1))) return false;
    try {
      const kept = JSON.parse(decodeURIComponent(location.hash.slice(1)));
      if (typeof kept.file !== "string" || typeof kept.settings !== "object") return false;
      state = { file: kept.file, text: kept.text || null, variant: kept.variant || "", settings: kept.settings, pinned: kept.pinned || null, firm: kept.firm || null };
      return true;
    } catch (garbled) {
      tell("The link could not be understood; this is the first scenario as it stands.");
      return false;
    }
  }

  function tell(text) {
    byId("told").textContent = text;
  }

  // ---- Questions to the server

  async function ask(path, question, signal) {
    const options = question === undefined ? { signal } : {
      method: "POST", signal, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ client, ...question }) };
    const response = await fetch(path, options);
    const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
    const answer = isJson ? await response.json() : { blob: await response.blob(), name: /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") || "") };
    if (response.ok && !answer.messages) return answer;
    throw Object.assign(new Error(answer.message || "the server answered " + response.status), answer, { status: response.status });
  }

  let asking = null;
  let looking = false;
  let moved = false;
  let begun = 0;

  /**
   * Asks for a few replications first and for more while nothing moves. What moves during the first look is asked for when that is answered,
   * so that curves follow a slider also where it moves faster than can be simulated.
   */
  async function simulate() {
    keepInAddress();
    outdated();
    document.body.dataset.state = "simulating";
    if (looking) {
      moved = true;
      return;
    }
    if (asking) asking.abort();
    const own = asking = new AbortController();
    const since = performance.now();
    for (const replications of LOOKS) {
      looking = replications === FIRST_LOOK;
      moved = false;
      try {
        const pinned = state.pinned ? choice(state.pinned) : null;
        const answer = await ask("curves", { replications, now: choice(state), pinned }, own.signal);
        if (own.signal.aborted) return;
        looking = false;
        known = answer;
        complaints([], {});
        show();
        if (replications === FIRST_LOOK) document.body.dataset.latency = Math.round(performance.now() - since);
        document.body.dataset.replications = answer.replications;
        document.body.dataset.answers = ++begun;
        if (moved) {
          simulate();
          return;
        }
      } catch (failure) {
        if (own.signal.aborted || failure.name === "AbortError") return;
        looking = false;
        if (moved) simulate();
        else if (failure.status !== 409) refused(failure, own);
        return;
      }
    }
    document.body.dataset.state = "settled";
    if (state.firm && !toldOf) tellStory();
  }

  function refused(failure, own) {
    if (failure.status === 503) {
      byId("status").textContent = "The server is busy; trying again.";
      setTimeout(() => { if (asking === own) simulate(); }, 500);
      return;
    }
    complaints(failure.messages && failure.messages.length ? failure.messages : [failure.status ? failure.message : "The server does not answer; is it still running?"], failure.fields || {});
    document.body.dataset.state = "refused";
  }

  // ---- What happened in one firm

  let toldOf = null;
  let telling = null;
  let player = null;

  /** Asks under a name of its own, so that it does not take the place of the curves. */
  async function tellStory() {
    if (telling) telling.abort();
    const own = telling = new AbortController();
    const asked = JSON.stringify([choice(state), state.firm]);
    byId("story").dataset.state = "asking";
    byId("story-status").textContent = "Choosing among " + LOOKS[LOOKS.length - 1] + " firms \u2026";
    for (const button of firms) button.setAttribute("aria-pressed", String(button.dataset.firm === state.firm));
    keepInAddress();
    try {
      const answer = await ask("story", { client: client + "-story", replications: LOOKS[LOOKS.length - 1], now: choice(state), firm: state.firm }, own.signal);
      if (own.signal.aborted) return;
      toldOf = asked;
      if (player) player.pause();
      player = story.show(byId("told-story"), answer, true);
      byId("story").dataset.state = "told";
      outdated();
    } catch (failure) {
      if (own.signal.aborted || failure.name === "AbortError" || failure.status === 409) return;
      if (failure.status === 503) {
        setTimeout(() => { if (telling === own) tellStory(); }, 500);
        return;
      }
      byId("story").dataset.state = "refused";
      byId("story-status").textContent = failure.messages && failure.messages.length ? failure.messages.join(" ") : failure.status ? failure.message : "The server does not answer; is it still running?";
    }
  }

  /** A story stays while settings move, and says so. */
  function outdated() {
    const old = toldOf !== null && toldOf !== JSON.stringify([choice(state), state.firm]);
    byId("story-status").textContent = old ? "This was told before the last change of settings. Choose a firm to have it told anew." : "";
  }

  const firms = document.querySelectorAll("[data-firm]");
  for (const button of firms) button.addEventListener("click", () => { state.firm = button.dataset.firm; tellStory(); });
  byId("to-settings").addEventListener("click", () => {
    byId("inputs").scrollIntoView();
    byId("inputs").focus({ preventScroll: true });
  });
  byId("to-story").addEventListener("click", () => {
    byId("story").scrollIntoView();
    byId("story").focus({ preventScroll: true });
    if (!state.firm) state.firm = "typical";
    if (toldOf !== JSON.stringify([choice(state), state.firm])) tellStory();
  });

  // ---- Mistakes stand at their field

  function complaints(messages, fields) {
    for (const [path, field] of shownFields) {
      const wrong = fields[path];
      field.wrong.hidden = !wrong;
      field.wrong.textContent = wrong || "";
      for (const input of field.inputs) {
        if (wrong) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    }
    const rest = messages.filter(message => !Object.entries(fields).some(([path, text]) => shownFields.has(path) && text.includes(message)));
    byId("mistakes").hidden = !rest.length;
    byId("mistakes").replaceChildren(...rest.map(message => element("p", null, message)));
  }

  // ---- Fields, made from the documented ranges

  const shownFields = new Map();

  function plain(text) {
    const match = /^(-?[0-9.]+(?:e-?[0-9]+)?)(?: (.+))?$/.exec(String(text).trim());
    return match ? { number: Number(match[1]), unit: match[2] || "" } : null;
  }

  function step(parameter) {
    if (parameter.count) return 1;
    const rough = (parameter.high - parameter.low) / 100;
    const power = Math.pow(10, Math.floor(Math.log10(rough)));
    return [1, 2, 5, 10].map(each => each * power).find(each => each >= rough * 0.999);
  }

  function set(path, text) {
    if (text === values[path]) delete state.settings[path];
    else state.settings[path] = text;
    changes();
    simulate();
  }

  function present(path) {
    return path in state.settings ? state.settings[path] : values[path];
  }

  function fieldOf(parameter) {
    const path = parameter.path, id = "set-" + path.replace(/[^a-z0-9]/gi, "-");
    const wrong = element("p", { class: "wrong", id: id + "-wrong", hidden: "" });
    const meaning = element("p", { class: "meaning", id: id + "-meaning" }, parameter.meaning
      + (parameter.low !== undefined ? " Worth exploring: " + parameter.low + " to " + parameter.high + (parameter.unit ? " " + parameter.unit : "") + "." : ""));
    const described = { "aria-describedby": id + "-wrong " + id + "-meaning" };
    const label = element("label", { for: id }, path);
    const inputs = [];
    let row;
    let refresh;
    if (parameter.flag || parameter.choices.length) {
      const choices = parameter.flag ? ["true", "false"] : parameter.choices;
      const select = element("select", { id, ...described }, ...choices.map(each => new Option(each, each)));
      select.addEventListener("change", () => set(path, select.value));
      inputs.push(select);
      row = element("div", { class: "row single" }, select);
      refresh = () => { select.value = present(path); };
    } else {
      const text = element("input", { type: "text", id, spellcheck: "false", ...described });
      text.addEventListener("change", () => { set(path, text.value.trim()); refresh(); });
      inputs.push(text);
      if (parameter.low === undefined) {
        row = element("div", { class: "row single" }, text);
        refresh = () => { text.value = present(path); };
      } else {
        const slider = element("input", { type: "range", id: id + "-slider", "aria-label": path, step: step(parameter), ...described });
        slider.addEventListener("input", () => {
          const was = plain(present(path)) || plain(values[path]);
          const unit = was && was.unit ? was.unit : parameter.unit;
          const number = String(+Number(slider.value).toPrecision(12));
          text.value = unit ? number + " " + unit : number;
          set(path, text.value);
        });
        inputs.push(slider);
        row = element("div", { class: "row" }, slider, text);
        refresh = () => {
          const value = plain(present(path));
          text.value = present(path);
          slider.min = value ? Math.min(parameter.low, value.number) : parameter.low;
          slider.max = value ? Math.max(parameter.high, value.number) : parameter.high;
          if (value) slider.value = value.number;
          slider.setAttribute("aria-valuetext", text.value);
        };
      }
    }
    const field = element("div", { class: "field", "data-path": path }, label, row, wrong, meaning);
    refresh();
    shownFields.set(path, { inputs, wrong, refresh, field });
    return field;
  }

  function fields() {
    shownFields.clear();
    byId("first").replaceChildren(...start.first.filter(path => path in values).map(path => fieldOf(parameters.get(path))));
    search();
  }

  function search() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const path of [...shownFields.keys()]) if (!start.first.includes(path)) shownFields.delete(path);
    const fitting = words.length ? start.parameters.filter(each => each.path in values && !start.first.includes(each.path)
      && words.every(word => (each.path + " " + each.meaning).toLowerCase().includes(word))) : [];
    const most = 20;
    byId("others").replaceChildren(...fitting.slice(0, most).map(fieldOf));
    byId("found").textContent = !words.length ? Object.keys(values).length - start.first.length + " more settings"
      : fitting.length + " found" + (fitting.length > most ? "; the first " + most + " are shown" : "");
  }
  byId("search").addEventListener("input", search);

  function changes() {
    const paths = Object.keys(state.settings).sort();
    byId("changed").replaceChildren(paths.length
      ? element("ul", null, ...paths.map(path => element("li", null, path + ": " + (values[path] ?? "") + " \u2192 " + state.settings[path])))
      : element("p", { class: "quiet" }, "Nothing: this is the scenario as it stands."));
    for (const [path, field] of shownFields) field.field.classList.toggle("moved", path in state.settings);
    byId("reset").disabled = !paths.length;
  }

  // ---- Scenarios

  async function load() {
    try {
      const settings = await ask("settings", { replications: 0, now: { ...choice(state), settings: {} }, pinned: null });
      values = settings.values;
      byId("question").textContent = settings.question;
      const variant = byId("variant");
      variant.replaceChildren(...settings.variants.map(each => new Option(each, each)));
      variant.value = state.variant || settings.variants[0];
      variant.hidden = byId("variant-label").hidden = settings.variants.length < 2;
      fields();
      changes();
      simulate();
    } catch (failure) {
      complaints(failure.messages && failure.messages.length ? failure.messages : [failure.message], {});
      document.body.dataset.state = "refused";
    }
  }

  function scenarios() {
    const select = byId("scenario");
    select.replaceChildren(...start.scenarios.map(each => new Option(each.name, each.id)));
    if (state.text !== null) select.append(new Option(state.file + " (opened)", state.file));
    select.value = state.file;
  }
  byId("scenario").addEventListener("change", event => {
    const at = start.scenarios.find(each => each.id === event.target.value);
    if (!at) return;
    state = { ...state, file: at.id, text: null, variant: "", settings: {} };
    load();
  });
  byId("variant").addEventListener("change", event => {
    state = { ...state, variant: event.target.value };
    load();
  });

  async function open(file) {
    if (!file) return;
    if (file.size > 500000) {
      complaints([file.name + " is too large for a scenario file."], {});
      return;
    }
    state = { ...state, file: file.name, text: await file.text(), variant: "", settings: {} };
    scenarios();
    load();
  }
  byId("open").addEventListener("change", event => open(event.target.files[0]));
  addEventListener("dragover", event => { event.preventDefault(); document.body.classList.add("dropping"); });
  addEventListener("dragleave", event => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
  addEventListener("drop", event => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    open(event.dataTransfer.files[0]);
  });
  byId("inputs").addEventListener("submit", event => event.preventDefault());

  // ---- What can be done with it

  byId("pin").addEventListener("click", () => {
    state.pinned = choice(JSON.parse(JSON.stringify(state)));
    tell("Pinned. Move a setting to see what it changes.");
    simulate();
  });
  byId("unpin").addEventListener("click", () => { state.pinned = null; tell(""); simulate(); });
  byId("reset").addEventListener("click", () => {
    state.settings = {};
    for (const field of shownFields.values()) field.refresh();
    changes();
    simulate();
  });
  byId("link").addEventListener("click", async () => {
    keepInAddress();
    try {
      await navigator.clipboard.writeText(location.href);
      tell("The link is copied. It works while the server runs, on this machine.");
    } catch (forbidden) {
      prompt("The link to this page as it is:", location.href);
    }
  });
  byId("download").addEventListener("change", async event => {
    const name = event.target.value;
    event.target.value = "";
    if (!name) return;
    tell("Making " + name + " \u2026");
    try {
      const { blob, name: kept } = await ask("download?" + name, { replications: LOOKS[LOOKS.length - 1], now: choice(state), pinned: null });
      const address = URL.createObjectURL(blob);
      element("a", { href: address, download: kept ? kept[1] : name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      tell((kept ? kept[1] : name) + " is downloaded.");
    } catch (failure) {
      tell(name + " could not be made: " + failure.message);
    }
  });

  // ---- Numbers

  /** @param share whether the value is to be shown in per cent */
  function shown(value, share) {
    return shared.shown(value === null || value === undefined ? null : share ? value * 100 : value, share);
  }

  function signed(value, share) {
    const text = shown(value, share);
    return value > 0 ? "+" + text : text;
  }

  function unit(headline) {
    return headline.share ? "\u00a0%" : "\u00a0" + headline.unit;
  }

  const NAMES = { capacity_freed: "Capacity freed, mean week", burnout_risk: "Burnout by the end", customer_churn: "Customers lost by the end", executive_hours: "Executive's mean week" };

  function tiles() {
    byId("tiles").replaceChildren(...known.now.headlines.map((headline, place) => {
      const difference = known.differences && known.differences.find(each => each.id === headline.id);
      const twin = known.twin && known.twin.headlines[place];
      const tile = element("li", { "data-metric": headline.id },
        element("span", { class: "name" }, NAMES[headline.id]),
        element("strong", null, shown(headline.mean, headline.share), element("small", null, unit(headline))),
        element("span", { class: "interval" }, "95 %: " + shown(headline.low, headline.share) + " to " + shown(headline.high, headline.share)));
      if (difference && difference.mean !== null) {
        const sure = difference.low > 0 || difference.high < 0;
        tile.append(element("span", { class: "difference" }, signed(difference.mean, headline.share) + (headline.share ? " points" : "") + " vs pinned (" + signed(difference.low, headline.share) + " to " + signed(difference.high, headline.share) + ")" + (sure ? "" : ", not sure")));
      } else if (twin && headline.id !== "capacity_freed") {
        tile.append(element("span", { class: "twin" }, shown(twin.mean, headline.share) + (headline.share ? unit(headline) : "") + " without delegation"));
      }
      return tile;
    }));
    byId("status").textContent = known.replications + " simulated firms" + (known.replications < LOOKS[LOOKS.length - 1] ? "; more are on their way" : "") + ". Random events are the same for every setting.";
  }

  // ---- Charts

  const LINES = [
    { key: "twin", label: "without delegation", ink: "comparison", dash: [7, 5] },
    { key: "pinned", label: "pinned", ink: "ink-1", dash: [9, 5] },
    { key: "now", label: "now", ink: "ink-0", dash: [] },
  ];

  function lines(metric) {
    return LINES.filter(line => known[line.key] && (line.key !== "twin" || metric !== "capacity_freed"));
  }

  function mark(line) {
    return swatch(color(line.ink), line.dash);
  }

  const none = shared.none;
  const plots = [];
  let week = null;

  function content(chart) {
    const scale = chart.share ? 100 : 1;
    const scaled = list => list.map(value => value === null ? null : value * scale);
    const weeks = known.now.curves[chart.id].mean.map((value, at) => at);
    const fit = list => weeks.map(at => at < list.length ? list[at] : null);
    const series = [{}], bands = [], data = [weeks];
    const add = (setting, list) => { series.push({ ...none, ...setting }); return data.push(fit(scaled(list))) - 1; };
    for (const line of lines(chart.id)) {
      const curve = known[line.key].curves[chart.id], tone = color(line.ink);
      if (line.key === "now") {
        bands.push({ series: [add({ stroke: tone, width: 1, dash: [2, 3] }, curve.p90), add({ stroke: tone, width: 1, dash: [2, 3] }, curve.p10)], fill: pale(tone, 0.1) });
      }
      bands.push({ series: [add({}, curve.high), add({}, curve.low)], fill: pale(tone, 0.35) });
    }
    for (const line of lines(chart.id)) add({ stroke: color(line.ink), width: 2.2, dash: line.dash }, known[line.key].curves[chart.id].mean);
    return { series, bands, data, shape: lines(chart.id).map(line => line.key).join() };
  }

  class Chart {
    constructor(chart) {
      this.chart = chart;
      Object.assign(this, shared.framed(chart, () => this.table()));
      byId("charts").append(this.figure);
      shared.fit(this.plot, point);
    }

    /** Moves the lines; draws everything anew only if there are others. */
    show(anew) {
      const { series, bands, data, shape } = content(this.chart);
      if (this.drawn && !anew && shape === this.shape) {
        this.drawn.setData(data);
      } else {
        if (this.drawn) this.drawn.destroy();
        this.shape = shape;
        this.drawn = shared.drawn(this.plot, { series, bands, percent: this.chart.share }, data, point, read);
      }
      this.read();
      this.details.refresh();
    }

    read() {
      const words = [];
      this.readout.replaceChildren(...lines(this.chart.id).map(line => {
        const curve = known[line.key].curves[this.chart.id], at = Math.min(week, curve.mean.length - 1);
        const value = shown(curve.mean[at], this.chart.share) + (this.chart.share ? "\u00a0%" : "\u00a0h/week");
        const interval = shown(curve.low[at], this.chart.share) + " to " + shown(curve.high[at], this.chart.share);
        words.push(line.label + " " + value + " (95 % interval " + interval + ")");
        return shared.row(mark(line), line.label, value, "mean " + interval);
      }));
      this.plot.setAttribute("aria-label", this.chart.title + " Week " + week + ": " + words.join("; ") + ".");
    }

    table() {
      const all = lines(this.chart.id);
      return shared.table(this.chart.axis + ", by week: mean (95 % interval)", ["week", ...all.map(line => line.label)],
        known.now.curves[this.chart.id].mean.map((value, at) => [String(at), ...all.map(line => {
          const curve = known[line.key].curves[this.chart.id];
          return shown(curve.mean[at], this.chart.share) + " (" + shown(curve.low[at], this.chart.share) + " to " + shown(curve.high[at], this.chart.share) + ")";
        })]));
    }
  }

  /** Moves the cursor of a chart to the week that is read off. */
  function point(chart) {
    if (chart.status === 1 && week !== null) chart.setCursor({ left: chart.valToPos(week, "x"), top: 10 }, false);
  }

  function read(at) {
    week = at;
    byId("week").value = at;
    byId("week-shown").textContent = at;
    for (const plot of plots) {
      plot.read();
      point(plot.drawn);
    }
  }
  byId("week").addEventListener("input", () => read(Number(byId("week").value)));

  function show(anew) {
    const last = known.now.curves.capacity_freed.mean.length - 1;
    const atEnd = week === null || week === Number(byId("week").max);
    byId("week").max = last;
    week = atEnd ? last : Math.min(week, last);
    byId("week").value = week;
    byId("week-shown").textContent = week;
    byId("unpin").hidden = !state.pinned;
    byId("pin").textContent = state.pinned ? "Pin this instead" : "Pin for comparison";
    byId("pinned").hidden = !state.pinned;
    byId("pinned").textContent = state.pinned ? "Pinned: " + state.pinned.file + (state.pinned.variant ? ", " + state.pinned.variant : "") + "; " + (Object.entries(state.pinned.settings).map(([path, value]) => path + ": " + value).join(", ") || "as it stands") : "";
    byId("legend").replaceChildren(...LINES.filter(line => known[line.key]).map(line => element("li", null, mark(line), line.label)),
      element("li", null, "darker band: how well the mean is known (95 %); paler: 8 of 10 firms"));
    tiles();
    for (const plot of plots) plot.show(anew);
  }

  // ---- Colours

  shared.themes(() => { if (known) show(true); });

  // ---- Begin

  async function begin() {
    start = await ask("start");
    for (const parameter of start.parameters) parameters.set(parameter.path, parameter);
    for (const chart of CHARTS) plots.push(new Chart(chart));
    if (!fromAddress()) state.file = start.begin;
    scenarios();
    await load();
  }
  addEventListener("hashchange", () => { if (fromAddress()) { scenarios(); load(); } });
  begin().catch(failure => complaints([failure.message], {}));
})();
