// A picture that can be used: the very tools of the board-pack page, with what the desk adds to a chosen body.
import { closeBody, lightBodies, listenToChoices, openBody } from "../../../govgraph/diagram/templates/page/choosing.js";
import { type Context, find, inFrame, makeContext } from "../../../govgraph/diagram/templates/page/context.js";
import { listenToCopies } from "../../../govgraph/diagram/templates/page/copying.js";
import { draw } from "../../../govgraph/diagram/templates/page/drawing.js";
import { boxCount } from "../../../govgraph/diagram/templates/page/folding.js";
import { listenToKeys } from "../../../govgraph/diagram/templates/page/keys.js";
import { FEW, LARGE } from "../../../govgraph/diagram/templates/page/main.js";
import { isNarrow } from "../../../govgraph/diagram/templates/page/media.js";
import { foldTo, listenToTools } from "../../../govgraph/diagram/templates/page/tools.js";
import { READABLE, READABLE_IN_HAND, fit, listenToZoom } from "../../../govgraph/diagram/templates/page/zoom.js";
import type { Picture } from "../protocol";
import { type Kept, goBack, keep, setTools } from "./kept";

/** What the desk does with a body. */
export interface Acts {
  onChoose(body: string | null): void;
  onRemove(body: string): void;
  onEdit(body: string): void;
}

/** The one sheet of styles for the picture: the policy of the page lets no other be made. */
const sheet = new CSSStyleSheet();
let look = "";

function adopt(css: string): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  if (css !== look) sheet.replaceSync(css); // else the font would be read anew
  look = css;
}

/** A picture in the page. Its listeners are all inside its place, and go with what stands there. */
export class LivePicture {
  private readonly context: Context;
  private isSettled = false;

  constructor(private readonly place: HTMLElement, picture: Picture, private readonly acts: () => Acts, kept: Kept | null) {
    adopt(picture.look);
    // Not the place itself, whose listeners would outlive this picture.
    const inside = document.createElement("div");
    inside.className = "desk-diagram";
    inside.innerHTML = picture.html; // made by the engine's own templates, which escape all data
    place.replaceChildren(inside);
    this.context = makeContext(document, {
      place: inside,
      data: JSON.parse(picture.data),
      look: picture.look,
      onChosen: (body) => this.hear(body),
    });
    this.listen();
    const { data } = this.context;
    const earlier = kept && data.bodies.some((body) => kept.bodies.has(body.key)) ? kept : null;
    if (earlier) this.restore(earlier);
    else this.begin();
    this.isSettled = true;
  }

  /** What is to be kept for the next picture; nothing of one that has left the page already. */
  kept(): Kept | null {
    return this.context.svg.isConnected ? keep(this.context, this.place) : null;
  }

  /** Light some bodies and bring them into view; the details of another close. */
  light(bodies: readonly string[]): void {
    const numbers = bodies.map((body) => this.numberOf(body)).filter((number) => number >= 0);
    closeBody(this.context, { focus: false });
    lightBodies(this.context, numbers);
  }

  /** Open the details of a body, or close them. */
  choose(body: string | null): void {
    const { state } = this.context;
    const number = body === null ? -1 : this.numberOf(body);
    if (number === (state.chosen ?? -1)) return;
    this.isSettled = false; // whoever asks for it need not be told: the two would answer each other for ever
    if (number < 0) closeBody(this.context, { focus: false });
    else openBody(this.context, number, { focus: false });
    this.isSettled = true;
  }

  private numberOf(key: string): number {
    return this.context.data.bodies.findIndex((body) => body.key === key);
  }

  private listen(): void {
    const { context } = this;
    listenToTools(context);
    listenToZoom(context);
    listenToChoices(context);
    listenToKeys(context);
    listenToCopies(context);
    this.addButton("desk-remove-body", "Remove this body", (body) => this.acts().onRemove(body));
    this.addButton("desk-edit-body", "Edit", (body) => this.acts().onEdit(body));
  }

  private addButton(id: string, words: string, act: (body: string) => void): void {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", id, textContent: words });
    button.addEventListener("click", () => {
      const { chosen } = this.context.state;
      if (chosen !== null) act(this.context.data.bodies[chosen].key);
    });
    find(this.context, "chosen").querySelector(".buttons")?.append(" ", button);
  }

  private hear(body: string): void {
    const { chosen } = this.context.state;
    const isGone = chosen !== null && inFrame(this.context, this.context.data.bodies[chosen].gone);
    for (const id of ["desk-remove-body", "desk-edit-body"]) find(this.context, id).hidden = isGone;
    if (this.isSettled) this.acts().onChoose(body || null);
  }

  private begin(): void {
    const { context } = this;
    if (boxCount(context.data.bodies.length, context.data.lists) > LARGE) foldTo(context, FEW);
    draw(context);
    fit(context, isNarrow(context) ? READABLE_IN_HAND : READABLE);
  }

  private restore(kept: Kept): void {
    const { context } = this;
    setTools(context, kept);
    context.data.bodies.forEach((body, number) => {
      if (kept.folded.has(body.key)) context.state.folded.add(number);
    });
    context.state.scale = kept.scale;
    find(context, "tools").querySelector("#sides")?.dispatchEvent(new Event("change"));
    context.data.bodies.forEach((body, number) => {
      if (kept.lit.has(body.key) && inFrame(context, body.shown)) context.state.lit.add(number);
    });
    draw(context);
    const number = kept.chosen === null ? -1 : this.numberOf(kept.chosen);
    if (number >= 0 && inFrame(context, context.data.bodies[number].shown)) openBody(context, number, { focus: false });
    goBack(context, kept);
  }
}
