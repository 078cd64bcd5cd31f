/** What a change did to what is wrong, in words for a screen reader, and the words of counts. */
import type { Fact, State, Verdict } from "../protocol";

/** Where a sentence ends: the word before the stop has three letters or more, so that `St.` ends none. */
const FIRST_SENTENCE = /^.*?[\p{Ll}\d)”]{3}[.?!](?=\s|$)/su;

/** What changed between two states: at most two sentences. */
export function said(before: State, after: State): string {
  if (after.faults.length > 0) return `${unreadable(after)}.`;
  if (after.verdict === null) return "";
  if (before.verdict === null) return after.verdict.headline;
  const sentences = changes(before.verdict, after.verdict);
  if (sentences.length > 0) return sentences.join(" ");
  const left = after.verdict.questions.length;
  if (left !== before.verdict.questions.length) return `The file leaves ${counted(left, "question")} open.`;
  const isSame = sameKeys(wrongIn(before.verdict), wrongIn(after.verdict));
  return isSame ? "What is wrong has not changed." : "What is wrong has changed.";
}

/** All that is wrong, whether it was so before or not. */
export function wrongIn(verdict: Verdict): Fact[] {
  return [...verdict.facts, ...verdict.known];
}

/** Whether it says what is new and what is gone; as opened, nothing is. */
export function isCompared(verdict: Verdict): boolean {
  return verdict.known.length > 0 || verdict.gone.length > 0 || verdict.facts.some((fact) => fact.new);
}

/** `Since you opened it: nothing new, 1 no longer found, 6 still wrong.` */
export function sinceOpened(verdict: Verdict): string {
  const wrong = wrongIn(verdict);
  const fresh = wrong.filter((fact) => fact.new).length;
  const counts = [
    fresh === 0 ? "nothing new is wrong" : `${fresh} new`,
    verdict.gone.length === 0 ? "" : `${verdict.gone.length} no longer found`,
    wrong.length === fresh ? "" : `${wrong.length - fresh} still wrong`,
  ];
  return `Since you opened it: ${counts.filter(Boolean).join(", ")}.`;
}

/** `This cannot be read yet: 3 cells to mend`. */
export function unreadable(state: State): string {
  const place = state.kind === "text" ? "place" : "cell";
  return `This cannot be read yet: ${counted(state.faults.length, place)} to mend`;
}

/** Where there is no verdict, and nothing to mend: a draft of which nothing is confirmed. */
export function nothingYet(state: State): string {
  return state.draft === null ? "" : "Nothing is confirmed yet, so there is nothing to check";
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A sentence for what is gone, new or found again: the first two of them. Each fact is told as it is now. */
function changes(before: Verdict, after: Verdict): string[] {
  const were = keysOf(wrongIn(before));
  const are = keysOf(wrongIn(after));
  const came = wrongIn(after).filter((fact) => fact.findings.some((key) => !were.has(key)));
  const went = after.gone.filter((fact) => fact.findings.some((key) => were.has(key) && !are.has(key)));
  const withdrawn = wrongIn(before).filter((fact) => fact.new && !fact.findings.some((key) => are.has(key)));
  const sentences = [
    listed("No longer found", [...went, ...withdrawn]),
    listed("New", came.filter((fact) => fact.new)),
    listed("Found again", came.filter((fact) => !fact.new)),
  ];
  return sentences.filter(Boolean).slice(0, 2);
}

function keysOf(facts: readonly Fact[]): Set<string> {
  return new Set(facts.flatMap((fact) => fact.findings));
}

function sameKeys(these: readonly Fact[], others: readonly Fact[]): boolean {
  const [before, after] = [keysOf(these), keysOf(others)];
  return before.size === after.size && [...before].every((key) => after.has(key));
}

/** The first by its first sentence, and how many there are beside it. */
function listed(heading: string, [first, ...others]: readonly Fact[]): string {
  if (first === undefined) return "";
  const sentence = (FIRST_SENTENCE.exec(first.message)?.[0] ?? first.message).replace(/\.$/, "");
  return `${heading}: ${sentence}${others.length > 0 ? `, and ${others.length} more` : ""}.`;
}
