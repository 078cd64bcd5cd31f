/** How the keyboard goes from cell to cell: Enter goes down, arrows go where they are not needed in a text. */

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Go on to the next cell, where the key asks for it. `beyond` is called where it is not among the rows shown. */
export function moveBetweenCells(event: KeyboardEvent, beyond: (cell: Control, step: number) => void): void {
  const cell = event.target;
  const step = STEPS[event.key];
  if (!isCell(cell) || step === undefined || event.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (!leaves(cell, event.key)) return;
  event.preventDefault();
  const [down, right] = step;
  const next = neighbour(cell, down, right);
  if (next !== null) takeFocus(next);
  else if (down !== 0) beyond(cell, down);
}

/** Choose the text of a cell that was reached by Tab: typing puts another in its place, as in a spreadsheet. */
export function chooseAll(event: KeyboardEvent): void {
  if (event.key === "Tab" && event.target instanceof HTMLTextAreaElement) event.target.select();
}

/** Choose the text of a cell that a click leads to, as a spreadsheet does; a second click goes into the text. */
export function chooseClicked(event: MouseEvent): void {
  const cell = event.target;
  if (!isCell(cell) || cell instanceof HTMLSelectElement || cell === document.activeElement) return;
  event.preventDefault(); // the click would set the caret after it
  cell.focus();
  cell.select();
}

/** Put the focus on a cell, with all its text chosen. */
export function takeFocus(cell: HTMLElement): void {
  cell.focus();
  if (cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement) cell.select();
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function leaves(cell: Control, key: string): boolean {
  if (key === "Enter") return true;
  const upOrDown = key === "ArrowUp" || key === "ArrowDown";
  if (cell instanceof HTMLSelectElement) return !upOrDown; // these choose among the words
  const all = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
  return all || (upOrDown && cell instanceof HTMLInputElement && !cell.hasAttribute("list"));
}

function neighbour(cell: Control, down: number, right: number): HTMLElement | null {
  const box = cell.closest("td");
  let row = box?.closest("tr") ?? null;
  if (box === null || row === null) return null;
  if (down !== 0) row = (down > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLTableRowElement | null;
  return row?.cells[box.cellIndex + right]?.querySelector<HTMLElement>("[data-cell]") ?? null;
}

function isCell(target: EventTarget | null): target is Control {
  return target instanceof HTMLElement && target.hasAttribute("data-cell");
}
