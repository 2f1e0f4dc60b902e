"use strict";
// Without this script everything can still be read: it lights up what belongs together, and filters.

document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (value) => (value ? value.split(" ") : []);
  const rail = document.querySelector(".sources");

  // Lighting: the innermost source of what the pointer or the focus is on, wherever it occurs, and findings.

  let lit = [];
  let now = null;

  const light = (element) => {
    const marked = element instanceof Element ? element.closest("[data-s], [data-f]") : null;
    if (marked === now) return;
    now = marked;
    for (const one of lit) one.classList.remove("lit");
    lit = marked ? belonging(marked) : [];
    for (const one of lit) one.classList.add("lit");
    const card = lit.find((one) => one.matches(".card"));
    if (card && !card.contains(marked)) reveal(card);
  };

  const belonging = (marked) => {
    const [source] = words(marked.dataset.s);
    const selectors = words(marked.dataset.f).map((number) => `[data-f~="${number}"]`);
    if (source) selectors.push(`[data-s~="${source}"]`, `[data-about="${source}"]`);
    return all(selectors.join(","));
  };

  // Only within the column of sources, and only where that scrolls by itself: the page stays where it is.
  const reveal = (card) => {
    if (rail.scrollHeight <= rail.clientHeight) return;
    const top = card.offsetTop - rail.offsetTop;
    const visible = top >= rail.scrollTop && top + card.offsetHeight <= rail.scrollTop + rail.clientHeight;
    if (!visible) rail.scrollTop = top - 48;
  };

  document.addEventListener("mouseover", (event) => light(event.target));
  document.documentElement.addEventListener("mouseleave", () => light(document.activeElement));
  document.addEventListener("focusin", (event) => light(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") light(null);
  });

  // Filters: findings by severity and source, and the article by source.

  const boxes = all("input[name=severity]");
  const only = document.getElementById("only");
  const shown = document.getElementById("shown");
  const notes = all(".note");
  // Words that are attributed to nobody have no source, and belong to no other one either.
  const sourced = all("[data-s], .m.cue, .m.content");

  const filter = () => {
    const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const source = only ? only.value : "";
    for (const box of boxes) document.documentElement.classList.toggle(`no-${box.value}`, !box.checked);
    for (const note of notes) {
      const level = [...levels].some((value) => note.classList.contains(value));
      note.hidden = !level || (source !== "" && note.dataset.about !== source);
    }
    for (const one of sourced) {
      one.classList.toggle("faded", source !== "" && !words(one.dataset.s).includes(source));
    }
    const count = notes.filter((note) => !note.hidden).length;
    shown.textContent = notes.length ? `${count} of ${notes.length} findings shown` : "";
  };

  for (const control of [...boxes, only]) if (control) control.addEventListener("change", filter);
  filter();

  // The workings, one and all; all are on paper.

  const workings = all("details.working");
  const button = document.getElementById("workings");

  if (button) {
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-pressed") !== "true";
      for (const working of workings) working.open = open;
      button.setAttribute("aria-pressed", String(open));
    });
  }
});
