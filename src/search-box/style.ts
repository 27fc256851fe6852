/** Looks come from the page; a page changes them through the custom properties named here. */
const STYLE = `
dateline-search { display: block; position: relative; }
dateline-search .dateline-list {
  position: absolute; z-index: 1000; top: var(--dateline-top, 100%); inset-inline-start: var(--dateline-start, 0);
  box-sizing: border-box; width: max-content; min-width: var(--dateline-width, 100%);
  max-width: max(var(--dateline-width, 100%), min(32rem, var(--dateline-room, 100%))); margin: 4px 0 0; padding: 4px; list-style: none;
  max-height: min(26rem, 70vh); overflow-y: auto; text-align: start;
  border: 1px solid var(--dateline-border, GrayText); border-radius: var(--dateline-radius, 6px);
  background: var(--dateline-background, Canvas); color: var(--dateline-color, CanvasText);
  box-shadow: 0 8px 24px rgb(0 0 0 / 18%);
}
dateline-search .dateline-list[hidden] { display: none; }
dateline-search .dateline-option {
  display: flex; gap: 1em; justify-content: space-between; align-items: baseline;
  margin: 0; padding: 0.5em 0.65em; border-radius: calc(var(--dateline-radius, 6px) - 2px); cursor: pointer;
}
dateline-search .dateline-option[aria-selected='true'] {
  background: var(--dateline-active-background, Highlight); color: var(--dateline-active-color, HighlightText);
}
dateline-search .dateline-note { flex: none; font-size: 0.8125em; opacity: 0.8; }
dateline-search .dateline-said {
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
`;

const sheets = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();

/** Adds the box's style to the document or shadow root it stands in, once; this works under any style-src. */
export function adoptStyle(root: Document | ShadowRoot): void {
  if (sheets.has(root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  sheets.set(root, sheet);
  // First, so that the page's own rules win.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}
