/** Where the choice of a theme is kept: `light`, `dark`, or nothing for the system's. */
export const THEME_KEY = "weft.theme";

/** Runs before the first paint, so that no page flashes in the other theme. */
export const themeScript = `try{const t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
