// "3 h ago" stays true while the page stands open.
const root = document.documentElement;
const words = new Intl.RelativeTimeFormat(root.lang === "ar" ? "ar-EG" : root.lang, { style: "narrow" });
const steps = [["day", 86400], ["hour", 3600], ["minute", 60]];

export function renew() {
  document.querySelectorAll("time[data-ago]").forEach((time) => {
    const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
    const [unit, size] = steps.find(([, size]) => -seconds >= size) ?? [];
    if (unit && -seconds < 30 * 86400) time.textContent = words.format(Math.trunc(seconds / size), unit).replace(/(\d)([a-z])/, "$1 $2");
  });
}
