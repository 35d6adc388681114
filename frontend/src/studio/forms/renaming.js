// Renaming a key everywhere it is read: a dialog that lists the places, then one change of the whole draft.
const SOON = 250;
let wait, asking;

/** Open the dialog for a saved field; what was typed meanwhile is saved first, so that nothing is renamed on an older state. */
export async function startRenaming(room, keeper, field) {
  const dialog = document.getElementById("renaming");
  if (!dialog || !await keeper.now()) return;
  const form = dialog.querySelector("form"), key = form.elements.key;
  form.elements.component.value = field.id;
  key.value = field.key.split(".").at(-1);
  key.oninput = () => {
    clearTimeout(wait);
    asking = null; // what is on its way answers an earlier key
    document.getElementById("renaming-do").disabled = true;
    wait = setTimeout(() => places(form, room.dataset.path), SOON);
  };
  dialog.showModal();
  key.select();
  await places(form, room.dataset.path);
}

async function places(form, path) {
  const query = new URLSearchParams({ path, component: form.elements.component.value, key: form.elements.key.value });
  const mine = asking = fetch(`${form.elements.key.dataset.places}?${query}`);
  const answer = await mine.catch(() => null), words = answer?.ok ? await answer.text() : "";
  if (asking !== mine) return;
  const list = document.getElementById("renaming-places");
  list.innerHTML = words;
  const key = form.elements.key, wrong = list.querySelector("#renaming-error");
  key.setAttribute("aria-invalid", Boolean(wrong));
  wrong ? key.setAttribute("aria-describedby", wrong.id) : key.removeAttribute("aria-describedby");
  document.getElementById("renaming-do").disabled = !list.querySelector("[data-fits=yes]");
}
