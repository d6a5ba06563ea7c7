"use strict";
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const bar = document.querySelector("progress");
  const way = document.documentElement.dir === "rtl" ? -1 : 1;
  let shown = 0;
  const show = (number) => {
    slides[shown].classList.remove("shown");
    shown = Math.max(0, Math.min(slides.length - 1, number));
    slides[shown].classList.add("shown");
    bar.value = (shown + 1) / slides.length;
    history.replaceState(null, "", "#" + slides[shown].id);
  };
  const asked = () => {
    const target = document.getElementById(location.hash.slice(1));
    const slide = target && target.closest(".slide");
    return slide ? slides.indexOf(slide) : shown;
  };
  const moves = {
    ArrowRight: way, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1,
    ArrowLeft: -way, ArrowUp: -1, PageUp: -1, Backspace: -1, Home: -Infinity, End: Infinity,
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in moves)) return;
    if (event.target.closest && event.target.closest("a")) return;
    event.preventDefault();
    show(shown + moves[event.key]);
  });
  addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    const from = way > 0 ? event.clientX : innerWidth - event.clientX;
    show(shown + (from < innerWidth / 3 ? -1 : 1));
  });
  let start = null;
  addEventListener("touchstart", (event) => { start = event.changedTouches[0].clientX; }, { passive: true });
  addEventListener("touchend", (event) => {
    const moved = way * (event.changedTouches[0].clientX - start);
    if (Math.abs(moved) > 40) show(shown + (moved < 0 ? 1 : -1));
  });
  addEventListener("hashchange", () => show(asked()));
  document.documentElement.classList.add("live");
  show(asked());
})();
