// The proposals of a draft as they are shown: body by body, and those side by side that answer one question.
import type { Draft, Proposal } from "../protocol";

/** Proposals that are shown together: one, or several that answer the same question. */
export interface Item {
  question: string;
  proposals: Proposal[];
}

/** All that is proposed of one body. */
export interface Group {
  about: string;
  items: Item[];
  proposals: Proposal[];
}

export type Show = "all" | "open" | "yes" | "no";

/** What is looked at; an empty text is all of them. */
export interface Filter {
  about: string;
  document: string;
  show: Show;
}

export interface Counts {
  all: number;
  yes: number;
  no: number;
  open: number;
}

export function isConfirmed({ answer }: Proposal): boolean {
  return answer === "yes" || answer === "change";
}

export function countsOf(proposals: readonly Proposal[]): Counts {
  const yes = proposals.filter(isConfirmed).length;
  const no = proposals.filter(({ answer }) => answer === "no").length;
  return { all: proposals.length, yes, no, open: proposals.length - yes - no };
}

/** How many proposals nobody has answered. */
export function openIn(draft: Draft | null): number {
  return draft === null ? 0 : countsOf(draft.proposals).open;
}

/** The groups in the order of the sheet: a body stands where it is first proposed. */
export function groupsOf(proposals: readonly Proposal[], filter: Filter): Group[] {
  const groups = new Map<string, Group>();
  const done = new Set<number>();
  const byRow = new Map(proposals.map((proposal) => [proposal.row, proposal]));
  for (const proposal of proposals) {
    if (done.has(proposal.row) || !isWanted(proposal, filter)) continue;
    const together = answeringTheSame(proposal, byRow).filter((each) => isWanted(each, filter) && !done.has(each.row));
    for (const { row } of together) done.add(row);
    const key = proposal.about.toLocaleLowerCase();
    const group = groups.get(key) ?? { about: proposal.about, items: [], proposals: [] };
    groups.set(key, group);
    group.items.push({ question: proposal.question, proposals: together });
    group.proposals.push(...together);
  }
  return [...groups.values()];
}

function answeringTheSame({ row, beside }: Proposal, byRow: ReadonlyMap<number, Proposal>): Proposal[] {
  return [row, ...beside].sort((one, other) => one - other).flatMap((each) => byRow.get(each) ?? []);
}

function isWanted(proposal: Proposal, { about, document, show }: Filter): boolean {
  if (about !== "" && proposal.about.toLocaleLowerCase() !== about.toLocaleLowerCase()) return false;
  if (document !== "" && proposal.document !== document) return false;
  if (show === "all") return true;
  if (show === "yes") return isConfirmed(proposal);
  return show === "open" ? proposal.answer === "" : proposal.answer === "no";
}

/** What may be confirmed at one go: what is open and asks nothing. */
export function plainlyOpen({ proposals }: Group): Proposal[] {
  return proposals.filter(({ answer, question }) => answer === "" && question === "");
}

/** The rows of the groups, in the order in which they are shown. */
export function rowsIn(groups: readonly Group[]): number[] {
  return groups.flatMap(({ proposals }) => proposals.map(({ row }) => row));
}
