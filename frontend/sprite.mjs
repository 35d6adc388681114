// The icon sprite: every lucide icon named in icons.txt and our own state glyphs, as symbols in one SVG.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const disc = '<circle cx="7" cy="7" r="7" fill="currentColor"/>';
const ring = '<circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const inside = (d) => `<path d="${d}" fill="none" stroke="var(--hole, var(--surface))" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`;
const drawn = (d) => `<path d="${d}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
const dot = (x, y) => `<circle cx="${x}" cy="${y}" r=".9" fill="currentColor"/>`;
const glyphs = {
  draft: '<circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 1.9"/>',
  open: ring,
  waiting: ring + dot(4.3, 7) + dot(7, 7) + dot(9.7, 7),
  attention: disc + inside("M7 3.6v4") + '<circle cx="7" cy="10.2" r="1" fill="var(--hole, var(--surface))"/>',
  now: ring + '<path d="M7 3.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor"/>',
  paused: ring + drawn("M5.4 5v4M8.6 5v4"),
  done: disc + inside("m4.2 7.2 2 2 3.7-4"),
  refused: ring + drawn("m5.1 5.1 3.8 3.8M8.9 5.1 5.1 8.9"),
  withdrawn: ring + drawn("M4.2 6.6h4a1.6 1.6 0 0 1 0 3.2H7M5.9 4.8 4.1 6.6l1.8 1.8"),
  failed: '<path d="M7 .8c.5 0 .9.3 1.1.7l5.6 10c.4.8-.1 1.8-1.1 1.8H1.4c-1 0-1.5-1-1.1-1.8l5.6-10c.2-.4.6-.7 1.1-.7z" fill="currentColor"/>'
    + inside("M7 4.8v3.4") + '<circle cx="7" cy="10.8" r="1" fill="var(--hole, var(--surface))"/>',
  late: disc + inside("M7 3.6V7l2.3 1.4"),
};

export function drawSprite(here) {
  const names = readFileSync(join(here, "icons.txt"), "utf8").split(/\s+/).filter(Boolean);
  const icons = names.map((name) => symbol(name, 24, lucide(here, name)));
  const states = Object.entries(glyphs).map(([name, body]) => symbol("state-" + name, 14, body));
  const logo = readFileSync(join(here, "src/logo.svg"), "utf8").match(/<g .*<\/g>/s)[0];
  return `<svg xmlns="http://www.w3.org/2000/svg">${[symbol("logo", 24, logo), ...icons, ...states].join("")}</svg>`;
}

function lucide(here, name) {
  const svg = readFileSync(join(here, "node_modules/lucide-static/icons", name + ".svg"), "utf8");
  return svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "");
}

function symbol(name, size, body) {
  const look = size === 24 ? ' fill="none" stroke-linecap="round" stroke-linejoin="round"' : "";
  return `<symbol id="${name}" viewBox="0 0 ${size} ${size}"${look}>${body}</symbol>`;
}
