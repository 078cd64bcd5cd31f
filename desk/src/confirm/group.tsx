/** The proposals about one body, one below the other, and what can be answered for all of them. */
import type { JSX } from "preact";
import type { Act } from "../acts";
import type { Draft, Table } from "../protocol";
import { AnsweringPart, useAnswering } from "./answering";
import { Card } from "./card";
import { countsOf, plainlyOpen, type Group, type Item } from "./groups";

interface Props {
  group: Group;
  /** Its own among the groups. */
  id: string;
  draft: Draft;
  tables: readonly Table[];
  faults: ReadonlyMap<number, readonly string[]>;
  current: number | null;
  /** The rows that have been on the screen. */
  seen: ReadonlySet<number>;
  act: Act;
  made: (row: number) => void;
}

export function GroupPart(props: Props): JSX.Element {
  const { group, id } = props;
  const { open } = countsOf(group.proposals);
  return (
    <section class="confirm-group" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        {group.about} <span class="sheet-count">{open === 0 ? "done" : `${open} to go`}</span>
      </h3>
      <ol>
        {group.items.map((item) => (
          <li key={item.proposals[0]?.row}>
            <ItemPart {...props} item={item} />
          </li>
        ))}
      </ol>
      <AllOfIt {...props} />
    </section>
  );
}

/** A proposal; with a question, all that answer it side by side. */
function ItemPart({ item, ...props }: Props & { item: Item }): JSX.Element {
  const cards = item.proposals.map((proposal) => (
    <Card
      key={proposal.row}
      proposal={proposal}
      beside={item.proposals.filter((each) => each !== proposal)}
      draft={props.draft}
      tables={props.tables}
      faults={props.faults.get(proposal.row) ?? []}
      isCurrent={props.current === proposal.row}
      act={props.act}
      made={props.made}
    />
  ));
  if (item.question === "") return <>{cards}</>;
  return (
    <div class="confirm-question">
      <p>
        <strong>Question:</strong> {item.question}
      </p>
      <div class={cards.length > 1 ? "confirm-beside" : ""}>{cards}</div>
    </div>
  );
}

/** Answers for all that is still open of a body. Yes waits until a person has had all of it before their eyes. */
function AllOfIt({ group, id, seen, act, made }: Props): JSX.Element | null {
  const answering = useAnswering(act, ({ answers }) => made(answers.at(-1)?.row ?? -1));
  const open = plainlyOpen(group);
  if (open.length < 2) return null;
  const unseen = open.filter(({ row }) => !seen.has(row)).length;
  const give = (answer: "yes" | "no"): void =>
    void answering.answer({ answers: open.map(({ row }) => ({ row, answer })), cells: {} });
  return (
    <div class="confirm-all">
      <div class="acts">
        <button
          type="button"
          aria-disabled={unseen > 0}
          aria-describedby={`${id}-unseen`}
          onClick={() => unseen === 0 && give("yes")}
        >
          Yes to these {open.length}
          <span class="unseen"> about {group.about}</span>
        </button>
        <button type="button" onClick={() => give("no")}>
          No to these {open.length}
          <span class="unseen"> about {group.about}</span>
        </button>
        <span class="rule" id={`${id}-unseen`}>
          {unseen > 0 && `Read all of them first: ${unseen} not shown yet.`}
        </span>
      </div>
      <AnsweringPart {...{ id, answering }} agree="Yes to all of this" />
    </div>
  );
}
