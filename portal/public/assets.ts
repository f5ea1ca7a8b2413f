import { openStylesheet } from "../pages/stylesheet.ts";

export const { text: stylesheet, path: stylesheetPath } = openStylesheet(
  new URL("style.css", import.meta.url),
  "/aset/publik",
);

/** Two lanes and a step from one to the other. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0e5a8a"/><path d="M9 6v20M23 6v20M9 20h7v-8h7" fill="none" stroke="#fff" stroke-width="3"/></svg>`;
