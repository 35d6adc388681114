// The card of what happened when files were brought: closed once, it stays away from this draft.
document.querySelector(".brought [data-told]")?.addEventListener("click", ({ currentTarget }) => {
  document.cookie = `brought=${currentTarget.dataset.told}; path=${location.pathname}; max-age=31536000; samesite=lax`;
  currentTarget.closest(".brought").remove();
});
