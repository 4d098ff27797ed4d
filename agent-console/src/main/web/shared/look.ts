/** How the pages look on this machine, besides their language: for eyes that need more contrast or larger writing. */
export type Look = { readonly contrast: "usual" | "high" | "dark"; readonly large: boolean };

const place = "vw-console-look";
const usual: Look = { contrast: "usual", large: false };

/** What was chosen on this machine before. */
export function chosenLook(): Look {
  const [contrast, size] = (localStorage.getItem(place) ?? "").split(" ");
  return {
    contrast: contrast === "high" || contrast === "dark" ? contrast : usual.contrast,
    large: size === "large",
  };
}

export function chooseLook(look: Look): void {
  localStorage.setItem(place, `${look.contrast} ${look.large ? "large" : "usual"}`);
  wear(look);
}

/** The tokens follow these two marks of the page. */
export function wear(look: Look): void {
  const { dataset } = document.documentElement;
  if (look.contrast === "usual") delete dataset["contrast"];
  else dataset["contrast"] = look.contrast;
  if (look.large) dataset["size"] = "elder";
  else delete dataset["size"];
}
