// What somebody did with a picture, kept from one picture to the next: by the ids of bodies and by words, for numbers
// change wherever a body comes or goes.
import type { Context } from "../../../govgraph/diagram/templates/page/context.js";
import { find } from "../../../govgraph/diagram/templates/page/context.js";

export interface Kept {
  bodies: Set<string>;
  folded: Set<string>;
  chosen: string | null;
  lit: Set<string>;
  scale: number;
  at: [left: number, top: number];
  /** The state of each tool, by its words. */
  tools: Map<string, string | boolean>;
  isMenuOpen: boolean;
  focus: Focus;
}

/** Where the keyboard was: on a body, on another part of the picture, or elsewhere. */
type Focus = { body: string } | { id: string } | null;

type Tool = HTMLInputElement | HTMLSelectElement;

const toolsOf = (context: Context): Tool[] => [...find(context, "tools").querySelectorAll<Tool>("input, select")];

/** The words of a tool, which are the same from one picture to the next. */
const wordsOf = (tool: Tool): string => `${tool.name || tool.id}: ${tool.closest("label")?.textContent?.trim() ?? ""}`;

/** What is chosen, ticked or typed in a tool: in words, for numbers of groups and values may change. */
function stateOf(tool: Tool): string | boolean {
  if (tool instanceof HTMLSelectElement) return tool.selectedOptions[0]?.textContent ?? "";
  return ["checkbox", "radio"].includes(tool.type) ? tool.checked : tool.value;
}

function setTool(tool: Tool, state: string | boolean): void {
  if (tool instanceof HTMLSelectElement) {
    const index = [...tool.options].findIndex((option) => option.textContent === state);
    if (index >= 0) tool.selectedIndex = index;
  } else if (typeof state === "boolean") tool.checked = state;
  else tool.value = state;
}

const canvasOf = (context: Context): HTMLElement => find(context, "canvas");

function focusOf(context: Context, place: HTMLElement): Focus {
  const active = document.activeElement;
  if (!active || !place.contains(active)) return null;
  const number = context.boxes.findIndex((box) => box === active);
  return number >= 0 ? { body: context.data.bodies[number].key } : { id: active.id };
}

/** What is to be kept of a picture. */
export function keep(context: Context, place: HTMLElement): Kept {
  const keyOf = (number: number): string => context.data.bodies[number].key;
  const { state } = context;
  const { scrollLeft, scrollTop } = canvasOf(context);
  return {
    bodies: new Set(context.data.bodies.map((body) => body.key)),
    folded: new Set([...state.folded].map(keyOf)),
    chosen: state.chosen === null ? null : keyOf(state.chosen),
    lit: new Set([...state.lit].map(keyOf)),
    scale: state.scale,
    at: [scrollLeft, scrollTop],
    tools: new Map(toolsOf(context).map((tool) => [wordsOf(tool), stateOf(tool)])),
    isMenuOpen: find(context, "more").hasAttribute("open"),
    focus: focusOf(context, place),
  };
}

/** Set the tools of a new picture as those of the one before were. */
export function setTools(context: Context, kept: Kept): void {
  for (const tool of toolsOf(context)) {
    const state = kept.tools.get(wordsOf(tool));
    if (state !== undefined) setTool(tool, state);
  }
  find(context, "more").toggleAttribute("open", kept.isMenuOpen);
}

/** Bring a new picture to where the one before stood, and the keyboard to where it was. */
export function goBack(context: Context, kept: Kept): void {
  canvasOf(context).scrollTo({ left: kept.at[0], top: kept.at[1], behavior: "instant" });
  if (kept.focus) focusFirst([elementOf(context, kept.focus), find(context, "close"), find(context, "search")]);
}

function elementOf(context: Context, focus: NonNullable<Focus>): HTMLElement | null {
  if ("id" in focus) return focus.id ? find(context, focus.id) : null;
  return context.boxes[context.data.bodies.findIndex((body) => body.key === focus.body)] ?? null;
}

/** Set the keyboard on the first of some elements that can be seen. */
function focusFirst(elements: readonly (HTMLElement | null)[]): void {
  elements.find((element) => element?.checkVisibility())?.focus({ preventScroll: true });
}
