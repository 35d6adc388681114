// Thousands marks while an amount is typed, in whatever digits it is typed; the caret stays between the same digits.
const digits = /[0-9۰-۹٠-٩]/g;
const plain = /^-?[0-9۰-۹٠-٩,٬\s]*([.٫][0-9۰-۹٠-٩]*)?$/;

document.addEventListener("input", ({ target, isComposing }) => isComposing || group(target));
for (const early of document.querySelectorAll("[data-grouped]")) if (early.value !== early.defaultValue) group(early);

function group(target) {
  if (!target.matches?.("[data-grouped]") || !plain.test(target.value)) return;
  const behind = (target.value.slice(target.selectionStart).match(digits) ?? []).length;
  const [whole, mark = "", rest = ""] = target.value.replace(/[,٬\s]/g, "").split(/([.٫])/);
  const sign = /[۰-۹٠-٩]/.test(whole) ? "٬" : ",";
  const text = whole.replace(/(?<=[0-9۰-۹٠-٩])(?=([0-9۰-۹٠-٩]{3})+$)/g, sign) + mark + rest;
  if (text === target.value) return;
  target.value = text;
  let at = text.length;
  for (let left = behind; left > 0 && at > 0; at--) if (text[at - 1].match(digits)) left--;
  if (target === document.activeElement) target.setSelectionRange(at, at);
}
