// A toast says one sentence, one at a time.
export function toast(text, wrong) {
  document.querySelectorAll(".toast").forEach((old) => old.remove());
  const bar = document.createElement("div");
  bar.className = "toast" + (wrong ? " wrong" : "");
  bar.setAttribute("role", wrong ? "alert" : "status");
  bar.textContent = text;
  document.body.append(bar);
  setTimeout(() => bar.remove(), wrong ? 10000 : 5000);
}

// A sentence that came with the page goes as well.
document.querySelectorAll("#bars .toast").forEach((bar) => setTimeout(() => bar.remove(), bar.matches(".wrong") ? 10000 : 5000));
document.addEventListener("toast", ({ detail }) => toast(detail.value ?? detail.text, detail.wrong));
