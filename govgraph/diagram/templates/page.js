"use strict";
// All words are in the page already, written by Python. This script shows, hides and marks them; it makes no markup
// out of data, asks nobody for anything, and remembers nothing.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const svg = $("gg");
  const boxes = data.bodies.map((_, number) => $("b" + number));
  const paths = all("[data-link]", svg);
  const sets = new Map(); // sets of frames, by the hexadecimal number in which they are written
  const frames = (text) => {
    if (!sets.has(text)) sets.set(text, BigInt("0x" + (text || "0")));
    return sets.get(text);
  };
  const state = { frame: data.first, chosen: null, folded: new Set(), scale: 1 };
  const inFrame = (text) => ((frames(text) >> BigInt(state.frame)) & 1n) === 1n;
  const at = (told) => (told.find(([shown]) => inFrame(shown)) || [null, null])[1];

  // Who stands below whom, and what is folded away.
  const below = data.bodies.map(() => []);
  data.bodies.forEach((body, number) => body.above.forEach((upper) => below[upper].push(number)));
  const tops = () => {
    const seen = new Set();
    const found = [];
    const walk = (start) => {
      const queue = [start];
      seen.add(start);
      for (const number of queue) below[number].forEach((lower) => {
        if (!seen.has(lower) && inFrame(data.bodies[lower].shown)) { seen.add(lower); queue.push(lower); }
      });
    };
    const present = data.bodies.map((_, number) => number).filter((number) => inFrame(data.bodies[number].shown));
    present.filter((number) => !data.bodies[number].above.some((upper) => inFrame(data.bodies[upper].shown)))
      .forEach((number) => { found.push(number); walk(number); });
    // Whoever stands in a ring has somebody above: the first of each ring by name is where it is entered.
    present.forEach((number) => { if (!seen.has(number)) { found.push(number); walk(number); } });
    return found;
  };
  const unfolded = () => {
    const open = new Set(tops());
    for (const number of open) {
      if (!state.folded.has(number)) below[number].forEach((lower) => { if (inFrame(data.bodies[lower].shown)) open.add(lower); });
    }
    return open;
  };
  const hiddenBelow = (number, open) => {
    const seen = new Set([number]);
    for (const one of seen) below[one].forEach((lower) => { if (inFrame(data.bodies[lower].shown)) seen.add(lower); });
    return [...seen].filter((one) => !open.has(one) && inFrame(data.bodies[one].shown)).length;
  };

  // Filters.
  const checked = (name) => new Set(all(`input[name="${name}"]:checked`).map((input) => input.value));
  const foundOf = data.bodies.map(() => []);
  data.found.forEach((one) => one.bodies.forEach((number) => foundOf[number].push(one)));
  const passes = (number, kinds) => {
    const body = data.bodies[number];
    if (!kinds.has(at(body.kinds))) return false;
    const wanted = $("by-found").value;
    if (wanted) {
      const here = foundOf[number].filter((one) => inFrame(one.shown) && !one.waived && !one.gone);
      if (!here.some((one) => wanted === "*" || one.code === wanted || one.severity === wanted)) return false;
    }
    const part = $("by-part") ? $("by-part").value : "";
    if (part) {
      const [group, amount] = part.split(/:(.*)/s);
      if (at(body.parts[group] || []) !== amount) return false;
    }
    return true;
  };

  // What follows from all of that.
  const rowOf = data.bodies.map((_, number) => document.querySelector(`tr[data-row="${number}"]`));
  let shown = new Set();
  const isShownLink = (link) => inFrame(link.shown) && shown.has(link.from) && shown.has(link.to);
  const draw = () => {
    all("[data-on]").forEach((element) => element.classList.toggle("off", !inFrame(element.dataset.on)));
    const groups = checked("group");
    all(".part", svg).forEach((part) => {
      const here = !part.dataset.on || inFrame(part.dataset.on);
      part.classList.toggle("off", !here || !groups.has(part.dataset.group));
    });
    const kinds = checked("kind");
    const relations = checked("relation");
    const open = unfolded();
    shown = new Set();
    let passing = 0;
    let there = 0;
    data.bodies.forEach((body, number) => {
      const isThere = inFrame(body.shown);
      const passed = isThere && passes(number, kinds);
      const box = boxes[number];
      box.classList.toggle("filtered", isThere && !passed);
      box.classList.toggle("folded", !open.has(number));
      box.classList.toggle("new", inFrame(body.new));
      box.classList.toggle("gone", inFrame(body.gone));
      rowOf[number].classList.toggle("filtered", isThere && !passed);
      there += isThere;
      passing += passed;
      if (passed && open.has(number)) shown.add(number);
      const spoken = at(body.spoken);
      const hidden = state.folded.has(number) && open.has(number) ? hiddenBelow(number, open) : 0;
      box.classList.toggle("is-folded", hidden > 0);
      branch(number, hidden);
      if (spoken !== null || box.dataset.spoken === undefined) box.dataset.spoken = spoken ?? box.getAttribute("aria-label");
      box.setAttribute("aria-label", box.dataset.spoken + (hidden ? ` Folded: ${hidden} below it.` : ""));
    });
    const voice = voiceOf(state.chosen);
    data.links.forEach((link, number) => {
      const path = paths[number];
      const wanted = relations.has(link.relation) || voice.has(number) || (link.seat && state.chosen !== null && (link.from === state.chosen || link.to === state.chosen));
      path.classList.toggle("filtered", !wanted || !isShownLink(link));
      path.classList.toggle("new", inFrame(link.new));
      path.classList.toggle("gone", inFrame(link.gone));
    });
    search();
    light();
    rove();
    const filtered = passing < there ? `${passing} of ${there} bodies pass the filters` : `${there} bod${there === 1 ? "y" : "ies"}`;
    const folded = passing - shown.size;
    const hidden = all('input[name="relation"]').filter((input) => input.defaultChecked && !input.checked).map((input) => input.parentNode.textContent.trim());
    const without = hidden.length ? ` Lines that are hidden: ${hidden.join(", ")}.` : "";
    $("shown").textContent = (folded > 0 ? `${filtered}; ${shown.size} are shown, the others are folded away.` : `${filtered}; all of them are shown.`) + without;
    all(".to-body").forEach((button) => button.classList.toggle("off", !inFrame(data.bodies[button.dataset.body].shown)));
    place();
    if (network) network.update();
  };

  // The sign of a folded branch.
  const branch = (number, hidden) => {
    let sign = boxes[number].querySelector(".branch");
    if (!sign && !hidden) return;
    if (!sign) {
      const make = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
      sign = make("g");
      sign.setAttribute("class", "branch");
      const [, , , height] = data.bodies[number].at;
      const plate = make("rect");
      const text = make("text");
      for (const [key, value] of Object.entries({ x: -22, y: height / 2 - 1, width: 44, height: 17, rx: 3 })) plate.setAttribute(key, value);
      text.setAttribute("y", height / 2 + 12);
      text.setAttribute("text-anchor", "middle");
      sign.append(plate, text);
      boxes[number].append(sign);
    }
    sign.querySelector("text").textContent = `+${hidden}`;
  };

  // Search.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  const search = () => {
    const wanted = plain($("search").value).split(/\s+/).filter(Boolean);
    const matches = (number) => wanted.length > 0 && wanted.every((word) => data.bodies[number].search.includes(word));
    const hits = [...shown, ...foldedAway()].filter(matches);
    const elsewhere = data.bodies.map((_, number) => number).filter((number) => !hits.includes(number) && matches(number)).length;
    boxes.forEach((box, number) => box.classList.toggle("hit", hits.includes(number)));
    $("all").classList.toggle("searching", wanted.length > 0 && state.chosen === null);
    $("hits").textContent = wanted.length === 0 ? "" :
      `${hits.length} found${elsewhere ? `; ${elsewhere} more not in this view (filtered out, or not in place)` : ""}`;
    return hits;
  };
  const foldedAway = () => data.bodies.map((_, number) => number)
    .filter((number) => !shown.has(number) && inFrame(data.bodies[number].shown) && !boxes[number].classList.contains("filtered"));

  // The chosen body: its lines, and how voices reach it.
  const linesOf = (start) => {
    const bodies = new Set([start]);
    const links = new Set();
    if (start !== null) {
      for (const number of bodies) data.links.forEach((link, place) => {
        if (link.line && link.from === number && inFrame(link.shown)) { links.add(place); bodies.add(link.to); }
      });
    }
    return { bodies, links };
  };
  const voiceOf = (number) => {
    const found = new Set();
    if (number === null) return found;
    const groups = checked("group");
    Object.entries(data.bodies[number].voices).forEach(([group, told]) => {
      if (groups.has(group)) (at(told) || []).forEach((link) => found.add(link));
    });
    return found;
  };
  const light = () => {
    const { bodies, links } = linesOf(state.chosen);
    const voice = voiceOf(state.chosen);
    boxes.forEach((box, number) => {
      box.classList.toggle("chosen", number === state.chosen);
      box.classList.toggle("lit", number !== state.chosen && bodies.has(number) && state.chosen !== null);
      box.classList.toggle("voice", [...voice].some((place) => data.links[place].from === number));
    });
    paths.forEach((path, place) => {
      path.classList.toggle("lit", links.has(place));
      path.classList.toggle("voice", voice.has(place));
    });
  };
  const reveal = (number) => {
    // Whatever folds a body away is opened, and filters that hide it are cleared.
    if (boxes[number].classList.contains("filtered")) clear();
    const seen = new Set([number]);
    for (const one of seen) data.bodies[one].above.forEach((upper) => seen.add(upper));
    seen.delete(number);
    seen.forEach((upper) => state.folded.delete(upper));
    draw();
  };
  const show = (number, { focus = true } = {}) => {
    if (!inFrame(data.bodies[number].shown)) return;
    if (!shown.has(number)) reveal(number);
    if ($("canvas").hidden) { if (network) { network.network.selectNodes([number]); network.network.focus(number); } return; }
    if (state.scale < 0.6) { state.scale = 0.8; zoom(); }
    boxes[number].scrollIntoView({ block: "nearest", inline: "center" });
    if (focus) { rove(number); boxes[number].focus({ preventScroll: true }); }
  };
  const open = (number) => {
    close(false);
    if (!shown.has(number)) reveal(number);
    state.chosen = number;
    const article = $("body-" + number);
    $("slot").replaceChildren(article);
    $("panel").hidden = false;
    draw();
    article.querySelector("h3").focus();
  };
  const close = (focus = true) => {
    if (state.chosen === null) return;
    const number = state.chosen;
    const home = all("#articles > article").find((article) => Number(article.dataset.body) > number);
    $("articles").insertBefore($("body-" + number), home || null);
    $("panel").hidden = true;
    state.chosen = null;
    draw();
    if (!focus) return;
    if (shown.has(number) && !$("canvas").hidden) show(number);
    else $($("canvas").hidden ? "free-on" : "search").focus();
  };

  // The keyboard: one stop for the diagram, arrows inside.
  let here = 0;
  const rove = (number) => {
    if (number !== undefined) here = number;
    if (!shown.has(here)) here = [...shown].sort((one, two) => data.bodies[one].at[1] - data.bodies[two].at[1])[0] ?? 0;
    boxes.forEach((box, place) => box.setAttribute("tabindex", place === here ? 0 : -1));
  };
  const top = (number) => data.bodies[number].at[1];
  const left = (number) => data.bodies[number].at[0];
  const rows = () => {
    const found = [];
    [...shown].sort((one, two) => top(one) - top(two)).forEach((number) => {
      const row = found[found.length - 1];
      if (row && Math.abs(top(row[0]) - top(number)) < data.bodies[number].at[3] / 2) row.push(number);
      else found.push([number]);
    });
    found.forEach((row) => row.sort((one, two) => left(one) - left(two)));
    return found;
  };
  const nearest = (row, number) => row && row.reduce((best, one) => Math.abs(left(one) - left(number)) < Math.abs(left(best) - left(number)) ? one : best);
  const next = (number, key) => {
    const table = rows();
    const place = table.findIndex((row) => row.includes(number));
    const row = table[place] || [];
    const column = row.indexOf(number);
    const near = (others) => nearest(others.filter((one) => shown.has(one) && one !== number).sort((one, two) => left(one) - left(two)), number);
    const some = (others) => (others.some((one) => shown.has(one) && one !== number) ? near(others) : undefined);
    switch (key) {
      case "ArrowLeft": return row[column - 1];
      case "ArrowRight": return row[column + 1];
      case "ArrowUp": return some(data.bodies[number].above) ?? nearest(table[place - 1], number);
      case "ArrowDown": return some(below[number]) ?? nearest(table[place + 1], number);
      case "PageUp": return nearest(table[place - 1], number);
      case "PageDown": return nearest(table[place + 1], number);
      case "Home": return row[0];
      case "End": return row[row.length - 1];
      default: return undefined;
    }
  };
  const fold = (number, folded) => {
    if (!below[number].length) return;
    if (folded) state.folded.add(number); else state.folded.delete(number);
    draw();
    show(number);
  };
  svg.addEventListener("keydown", (event) => {
    const box = event.target.closest(".body");
    if (!box || event.ctrlKey || event.altKey || event.metaKey) return;
    const number = boxes.indexOf(box);
    if (event.key === "Enter" || event.key === " ") open(number);
    else if (event.key === "+" || event.key === "=") fold(number, false);
    else if (event.key === "-") fold(number, true);
    else {
      const other = next(number, event.key);
      if (!/^(Arrow|Page|Home|End)/.test(event.key)) return;
      if (other !== undefined) show(other);
    }
    event.preventDefault();
  });
  svg.addEventListener("click", (event) => {
    const box = event.target.closest(".body");
    if (!box) return;
    const number = boxes.indexOf(box);
    if (event.target.closest(".branch")) fold(number, false);
    else open(number);
  });
  svg.addEventListener("focusin", (event) => {
    const box = event.target.closest(".body");
    if (box) rove(boxes.indexOf(box));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.chosen !== null) { close(); event.preventDefault(); }
  });
  $("close").addEventListener("click", () => close());
  const unfold = (element) => {
    for (let up = element.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".to-body");
    if (button) show(Number(button.dataset.body));
    const link = event.target.closest('a[href^="#f"]');
    if (link) { const target = $(link.hash.slice(1)); if (target) { unfold(target); target.setAttribute("tabindex", -1); target.focus(); } }
  });

  // The tools.
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  $("search").addEventListener("input", search);
  $("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const hits = search();
    if (hits.length) show(hits[0]);
    event.preventDefault();
  });
  const setFrame = () => {
    const side = document.querySelector('input[name="side"]:checked');
    const day = $("day") ? Number($("day").value) : 0;
    state.frame = day * data.sides.length + (side ? data.sides.indexOf(side.value) : 0);
    if ($("day")) {
      const said = $("days").options[day].textContent;
      $("day-said").textContent = said;
      document.documentElement.style.setProperty("--day", JSON.stringify(said)); // the foot of each printed page
      $("day").setAttribute("aria-valuetext", said);
    }
    if (state.chosen !== null && !inFrame(data.bodies[state.chosen].shown)) close(false);
    draw();
  };
  if ($("sides")) $("sides").addEventListener("change", setFrame);
  if ($("day")) $("day").addEventListener("input", setFrame);
  if ($("groups")) $("groups").addEventListener("change", (event) => {
    const box = event.target;
    if (box.checked) all('input[name="group"]').forEach((other) => { if (other !== box && other.dataset.row === box.dataset.row) other.checked = false; });
    draw();
  });
  const bring = () => {
    // What is left may lie outside the part of the diagram that is in view.
    const frame = $("canvas").getBoundingClientRect();
    const seen = [...shown].some((number) => {
      const box = boxes[number].getBoundingClientRect();
      return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
    });
    if (!seen && shown.size) show([...shown].sort((one, two) => top(one) - top(two))[0], { focus: false });
  };
  const filter = () => { draw(); bring(); };
  for (const id of ["relations", "kinds", "by-found", "by-part"]) if ($(id)) $(id).addEventListener("change", filter);
  const clear = () => {
    all('input[name="kind"]').forEach((input) => { input.checked = true; });
    all('input[name="relation"]').forEach((input) => { input.checked = input.defaultChecked; });
    $("by-found").value = "";
    if ($("by-part")) $("by-part").value = "";
  };
  $("clear").addEventListener("click", () => { clear(); draw(); });
  $("open-all").addEventListener("click", () => { state.folded.clear(); filter(); });
  $("fold-all").addEventListener("click", () => { foldTo(0); filter(); });

  // Size and place. Folding leaves holes; they are closed, rows and columns keeping their order.
  const home = data.bodies.map((body) => body.at.slice(0, 2));
  const curves = paths.map((path) => { const curve = path.querySelector(".route"); return curve ? curve.getAttribute("d") : ""; });
  const words = paths.map((path) => { const word = path.querySelector(".word"); return word && [Number(word.getAttribute("x")), Number(word.getAttribute("y"))]; });
  const full = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
  const closed = (spans, end) => {
    // From where everything stood to where it stands now: what no span covers is cut down to a small gap.
    const gap = 34;
    const edges = [[0, 0]];
    let from = 0;
    let to = 0;
    spans.sort((one, two) => one[0] - two[0]).forEach(([start, stop]) => {
      if (stop <= from) return;
      if (start > from) { to += Math.min(start - from, gap); edges.push([start, to]); from = start; }
      to += stop - from;
      from = stop;
      edges.push([from, to]);
    });
    to += Math.min(end - from, gap);
    edges.push([end, to]);
    return (value) => {
      const place = Math.max(1, edges.findIndex(([old]) => old >= value));
      const [before, moved] = edges[place - 1] ?? [0, 0];
      const [after, movedAfter] = edges[place] ?? edges[edges.length - 1];
      return after === before ? moved : moved + ((value - before) / (after - before)) * (movedAfter - moved);
    };
  };
  let size = full;
  const place = () => {
    let x = (value) => value;
    let y = (value) => value;
    size = full;
    if (state.folded.size) {
      const spans = [...shown].map((number) => ({ number, at: home[number], wide: data.bodies[number].at.slice(2) }));
      x = closed(spans.map(({ at, wide }) => [at[0] - wide[0] / 2, at[0] + wide[0] / 2]), full[0]);
      y = closed(spans.map(({ at, wide }) => [at[1] - wide[1] / 2, at[1] + wide[1] / 2]), full[1]);
      size = [x(full[0]), y(full[1])];
    }
    data.bodies.forEach((body, number) => {
      body.at[0] = x(home[number][0]);
      body.at[1] = y(home[number][1]);
      boxes[number].setAttribute("transform", `translate(${body.at[0].toFixed(1)} ${body.at[1].toFixed(1)})`);
    });
    paths.forEach((path, number) => {
      const curve = path.querySelector(".route");
      if (curve) curve.setAttribute("d", state.folded.size ? curves[number].replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, one, two) => `${x(Number(one)).toFixed(1)} ${y(Number(two)).toFixed(1)}`) : curves[number]);
      all(".word", path).forEach((word) => { word.setAttribute("x", x(words[number][0])); word.setAttribute("y", y(words[number][1])); });
    });
    svg.setAttribute("viewBox", `0 0 ${size[0].toFixed(1)} ${size[1].toFixed(1)}`);
    zoom();
  };
  const zoom = () => {
    svg.setAttribute("width", (size[0] * state.scale).toFixed(1));
    svg.setAttribute("height", (size[1] * state.scale).toFixed(1));
  };
  $("larger").addEventListener("click", () => { state.scale = Math.min(4, state.scale * 1.25); zoom(); });
  $("smaller").addEventListener("click", () => { state.scale = Math.max(0.1, state.scale / 1.25); zoom(); });
  $("fit").addEventListener("click", () => { state.scale = Math.min(1, ($("canvas").clientWidth - 2) / size[0]); zoom(); });

  // A large structure opens at its top: branches are folded until some forty bodies are left.
  const foldTo = (most) => {
    state.folded = new Set(below.map((lower, number) => (lower.length ? number : -1)).filter((number) => number >= 0));
    if (!most) return;
    let count = unfolded().size;
    for (const number of [...unfolded()]) {
      const more = below[number].length;
      if (count + more > most) break;
      state.folded.delete(number);
      count = unfolded().size;
    }
  };
  if (data.bodies.length > 60) foldTo(40);

  // On paper everything is shown; what was folded is folded again afterwards.
  let kept = null;
  // The sheets are copies of the whole diagram: they are made for the printer alone.
  window.addEventListener("beforeprint", () => {
    kept = state.folded;
    state.folded = new Set();
    draw();
    $("sheets").after($("sheets").content.cloneNode(true));
  });
  window.addEventListener("afterprint", () => {
    if (kept) state.folded = kept;
    kept = null;
    all(".sheets").forEach((sheets) => sheets.remove());
    draw();
  });

  // On a narrow screen the findings and the table come first, also for those who hear the page.
  const narrow = window.matchMedia("screen and (max-width: 40rem)");
  const order = () => {
    const words = [$("findings"), $("table")];
    if (narrow.matches) $("diagram").before(...words); else $("diagram").after(...words);
  };
  narrow.addEventListener("change", order);
  order();

  // The second layer: the same boxes at the same places, to be dragged, panned and zoomed with vis-network.
  let network = null;
  const label = (number) => {
    const parts = all(".part:not(.off)", boxes[number]).map((part) => all("text", part).map((line) => line.textContent).join(" "));
    const found = foundOf[number].filter((one) => inFrame(one.shown) && !one.waived && !one.gone).length;
    return [data.bodies[number].name, ...parts, found ? `${found} finding${found === 1 ? "" : "s"}` : ""].filter(Boolean).join("\n");
  };
  const free = () => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    const ink = dark ? "#f0f1f3" : "#1b1b1b";
    const fill = dark ? "#1f2733" : "#f3f6fa";
    const edge = dark ? "#c9d4e3" : "#28323f";
    const nodes = new vis.DataSet(data.bodies.map((body, number) => ({
      id: number, label: label(number), x: body.at[0], y: body.at[1], shape: "box", margin: 8,
      widthConstraint: { maximum: 170 }, color: { background: fill, border: edge, highlight: { background: fill, border: "#b3261e" } }, font: { color: ink, size: 13 },
    })));
    const edges = new vis.DataSet(data.links.map((link, number) => {
      const curve = paths[number].querySelector(".route");
      const dashes = curve && curve.getAttribute("stroke-dasharray");
      return { id: number, from: link.from, to: link.to, arrows: { to: { enabled: link.relation !== "works_with", scaleFactor: 0.7 } }, dashes: dashes ? dashes.split(" ").map(Number) : false, color: { color: edge, highlight: "#b3261e" }, smooth: false };
    }));
    const made = new vis.Network($("free"), { nodes, edges }, { physics: false, autoResize: true, interaction: { dragNodes: true, zoomView: true, keyboard: false } });
    made.on("selectNode", ({ nodes: [number] }) => open(number));
    const canvas = $("free").querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "The same diagram, to be moved with a mouse or a finger. The table says the same in words.");
    $("free").querySelectorAll("[tabindex]").forEach((element) => element.removeAttribute("tabindex"));
    return {
      nodes, edges, network: made,
      update() {
        nodes.update(data.bodies.map((_, number) => ({ id: number, label: label(number), hidden: !shown.has(number) })));
        edges.update(data.links.map((_, number) => ({ id: number, hidden: paths[number].matches(".filtered, .off") })));
      },
    };
  };
  // vis-network is packed: a script element with this very text is one of the two that the policy of the page allows.
  const unpacked = async () => {
    const bytes = Uint8Array.from(atob($("packed").textContent), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
  };
  $("free-on").addEventListener("click", async () => {
    if (!network && !window.vis) await unpacked();
    const on = $("loose").hidden;
    $("loose").hidden = !on;
    $("free-on").textContent = on ? "Back to the fixed diagram" : "Move boxes freely";
    $("canvas").hidden = on;
    if (on && !network) { network = free(); network.update(); network.network.fit(); }
  });
  draw();
  if (svg.clientWidth > $("canvas").clientWidth * 1.6) state.scale = 0.8;
  zoom();
})();
