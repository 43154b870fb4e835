"use strict";
/* What the pages of handoff have in common: elements, numbers, colours, charts and the tables behind them. */
const shared = (function () {
  const root = document.documentElement;

  function filled(made, attributes, content) {
    for (const [key, value] of Object.entries(attributes || {})) if (value !== null && value !== undefined) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  function element(name, attributes, ...content) {
    return filled(document.createElement(name), attributes, content);
  }

  function drawing(name, attributes, ...content) {
    return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, content);
  }

  // ---- Colours

  function color(name) {
    return getComputedStyle(root).getPropertyValue("--" + name).trim();
  }

  function pale(hex, share) {
    return hex + Math.round(share * 255).toString(16).padStart(2, "0");
  }

  /** The switch of colours; paper is light. */
  function themes(redraw) {
    const buttons = document.querySelectorAll(".themes button");
    function choose(theme) {
      if (theme === "auto") delete root.dataset.theme;
      else root.dataset.theme = theme;
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.theme === theme));
      redraw();
    }
    for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.theme));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    let onScreen = null;
    addEventListener("beforeprint", () => { onScreen = root.dataset.theme || "auto"; choose("light"); });
    addEventListener("afterprint", () => { if (onScreen) choose(onScreen); onScreen = null; });
  }

  /** A piece of a line as it is drawn. */
  function swatch(stroke, dash) {
    return drawing("svg", { width: 26, height: 12, "aria-hidden": "true" },
      drawing("line", { x1: 0, x2: 26, y1: 6, y2: 6, stroke, "stroke-width": 3, "stroke-dasharray": dash.join(" ") }));
  }

  // ---- Numbers

  function minus(text) {
    return text.replace(/^-(0\.?0*)$/, "$1").replace("-", "\u2212");
  }

  /** @param share whether the value is in per cent */
  function shown(value, share) {
    if (value === null || value === undefined) return "\u2013";
    const size = Math.abs(value);
    return minus(value.toFixed(!share && size > 0 && size < 0.95 ? 2 : 1));
  }

  // ---- Charts

  const none = { points: { show: false }, width: 0 };

  function axes(percent) {
    const base = { stroke: color("quiet"), font: "13px system-ui, sans-serif", grid: { stroke: color("grid"), width: 1 }, ticks: { show: false } };
    return [
      { ...base, size: 30, space: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
      { ...base, size: 46, space: 34, values: (chart, ticks) => ticks.map(tick => minus(String(+tick.toFixed(6))) + (percent ? " %" : "")) },
    ];
  }

  function range(chart, low, high) {
    if (low === null || high === null) return [0, 1];
    const least = Math.min(0, low), most = Math.max(0, high);
    if (most - least < 1e-9) return [0, 1];
    const room = (most - least) * 0.05;
    return [least < 0 ? least - room : 0, most + room];
  }

  function zero(chart) {
    if (chart.scales.y.min >= 0) return;
    const y = chart.valToPos(0, "y", true);
    chart.ctx.save();
    chart.ctx.strokeStyle = color("quiet");
    chart.ctx.lineWidth = devicePixelRatio;
    chart.ctx.beginPath();
    chart.ctx.moveTo(chart.bbox.left, y);
    chart.ctx.lineTo(chart.bbox.left + chart.bbox.width, y);
    chart.ctx.stroke();
    chart.ctx.restore();
  }

  /**
   * Draws a chart.
   * @param point moves the cursor of a chart to the week that is read off; a new chart has no scale before it says that it is ready
   * @param read is told the place of the week that is pointed at
   */
  function drawn(place, options, values, point, read) {
    const chart = new uPlot({
      width: Math.max(100, place.clientWidth),
      height: place.clientHeight || 270,
      legend: { show: false },
      padding: [12, 10, 0, 0],
      scales: { x: { time: false }, y: { range: options.range || range } },
      axes: axes(options.percent),
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      series: options.series,
      bands: options.bands,
      hooks: { drawAxes: [zero], ready: [point] },
    }, values, place);
    chart.over.addEventListener("mousemove", event => read(chart.posToIdx(event.offsetX)));
    chart.over.addEventListener("mouseleave", () => requestAnimationFrame(() => point(chart)));
    place.chart = chart;
    return chart;
  }

  /** Keeps the chart of a place as wide as the place. */
  function fit(place, after) {
    new ResizeObserver(() => {
      if (place.chart && place.clientWidth && Math.abs(place.clientWidth - place.chart.width) > 1) {
        place.chart.setSize({ width: place.clientWidth, height: place.clientHeight });
        after(place.chart);
      }
    }).observe(place);
  }

  /** What stands around a chart: its title, what is read off, and a table that is made when it is asked for. */
  function framed(chart, table) {
    const plot = element("div", { class: "plot", role: "img", "data-metric": chart.id });
    const readout = element("ul", { class: "readout", tabindex: "0", "aria-label": chart.axis + " in the week that is read off" });
    const details = onDemand("Every week as a table", table);
    const figure = element("figure", { class: "chart", id: "chart-" + chart.id },
      element("figcaption", null, element("h3", null, chart.title), element("span", { class: "axis" }, chart.axis + ", over weeks since the promotion")),
      plot, readout, details);
    return { figure, plot, readout, details };
  }

  function row(mark, label, value, spread) {
    return element("li", null, mark, element("span", { class: "label" }, label), element("span", { class: "value" }, value), element("span", { class: "spread" }, spread));
  }

  function table(caption, head, rows) {
    return element("div", { class: "table", role: "region", tabindex: "0", "aria-label": caption },
      element("table", null, element("caption", null, caption),
        element("thead", null, element("tr", null, ...head.map(cell => element("th", { scope: "col" }, cell)))),
        element("tbody", null, ...rows.map(cells => element("tr", null, ...cells.map((cell, place) =>
          element(place ? "td" : "th", place ? { class: "n" } : { scope: "row" }, cell)))))));
  }

  /** What is made when it is opened; refresh() makes it again. */
  function onDemand(summary, make) {
    const details = element("details", null, element("summary", null, summary));
    const fill = () => {
      const old = details.querySelector(".table");
      if (old) old.remove();
      if (details.open) details.append(make());
    };
    details.addEventListener("toggle", fill);
    details.refresh = fill;
    return details;
  }

  return { root, element, drawing, color, pale, themes, swatch, minus, shown, none, drawn, fit, framed, row, table, onDemand };
})();
