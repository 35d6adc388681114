/** The token that every request with consequences carries. */
export const csrf = () => document.querySelector("meta[name=csrf]")?.content ?? "";
