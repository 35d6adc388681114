// The undo bar counts its seconds and waits while looked at. One at a time.
const digits = (n) => n.toLocaleString(document.documentElement.lang === "ar" ? "ar-EG" : document.documentElement.lang);

function count(bar) {
  bar.dataset.counting = 1;
  document.querySelectorAll(".undo-bar[data-seconds]").forEach((other) => other !== bar && other.remove());
  const whole = bar.dataset.seconds * 10;
  let left = whole;
  const timer = setInterval(() => {
    if (!bar.isConnected) return clearInterval(timer);
    if (bar.matches(":hover, :focus-within")) return;
    bar.querySelector("progress").value = --left / whole;
    bar.querySelector("[data-left]").textContent = digits(Math.ceil(left / 10));
    if (left <= 0) bar.remove();
  }, 100);
}

const all = () => document.querySelectorAll(".undo-bar[data-seconds]:not([data-counting])").forEach(count);
document.addEventListener("htmx:after:swap", all);
all();
