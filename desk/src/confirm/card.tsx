/** One proposal beside what its document says, with what can be answered. */
import { useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Act } from "../acts";
import type { Draft, Proposal, Table } from "../protocol";
import { AnsweringPart, useAnswering, type Answers } from "./answering";
import { Change } from "./change";
import { isConfirmed } from "./groups";

export interface CardProps {
  proposal: Proposal;
  /** The others that answer the same question. */
  beside: readonly Proposal[];
  draft: Draft;
  tables: readonly Table[];
  /** Why the row cannot be read. */
  faults: readonly string[];
  isCurrent: boolean;
  act: Act;
  /** The card has been answered: the keyboard goes on. */
  made: (row: number) => void;
}

/** Keys that answer the card that has the focus. */
const KEYS: Readonly<Record<string, "yes" | "no" | "change">> = { y: "yes", n: "no", c: "change" };

export function Card(props: CardProps): JSX.Element {
  const { proposal, beside, faults, act, made } = props;
  const { row, answer, message } = proposal;
  const article = useRef<HTMLElement>(null);
  const [isChanging, setIsChanging] = useState(false);
  const answering = useAnswering(act, () => {
    setIsChanging(false);
    made(row);
  });
  const isOpen = answer === "";
  const give = (given: "yes" | "no" | ""): void => void answering.answer({ answers: [{ row, answer: given }], cells: {} });
  const others = beside.filter((each) => each.answer === "");
  const only = (): void => {
    const no = others.map((each) => ({ row: each.row, answer: "no" as const }));
    void answering.answer({ answers: [{ row, answer: "yes" }, ...no], cells: {} });
  };
  const back = (): void => article.current?.focus();
  const close = (): void => {
    setIsChanging(false);
    back();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = KEYS[event.key.toLowerCase()];
    if (key === undefined || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (key === "change") setIsChanging(!isChanging);
    else if (key === "yes" && answering.also !== "") void answering.agree();
    else if (answer !== key && !(key === "yes" && isConfirmed(proposal))) give(key);
  };
  const id = `proposal-${row}`;
  return (
    <article
      ref={article}
      id={id}
      class={`proposal ${answer || "open"}`}
      data-proposal={row}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-labelledby={`${id}-message`}
      aria-describedby={isOpen ? `${id}-says` : undefined}
      onKeyDown={onKeyDown}
    >
      {isOpen || isChanging ? <Both {...{ id, proposal }} /> : <Folded {...{ id, proposal }} />}
      {faults.map((fault) => (
        <p class="fault" key={fault}>
          {fault}
        </p>
      ))}
      <div class="acts">
        {isOpen ? (
          <>
            <Button words="Yes" {...{ message }} class="main" act={() => give("yes")} />
            <Button words="No" {...{ message }} act={() => give("no")} />
          </>
        ) : (
          <Button words={answer === "no" ? "Bring back" : "Take back"} {...{ message }} act={() => give("")} />
        )}
        <Button words="Change" {...{ message }} expanded={isChanging} act={() => setIsChanging(!isChanging)} />
        {isOpen && others.length > 0 && (
          <Button words={`Yes, and no to the other${others.length > 1 ? "s" : ""}`} {...{ message }} act={only} />
        )}
      </div>
      {isChanging && (
        <Change
          {...props}
          close={close}
          save={(cells: Answers["cells"]) => void answering.answer({ answers: [{ row, answer: "yes" }], cells })}
        />
      )}
      <AnsweringPart
        {...{ id, answering, back }}
        agree={isConfirmed(proposal) && !isChanging ? "Take all of this back" : "Yes to all of this"}
      />
    </article>
  );
}

/** What is proposed, and beside it what the document says. */
function Both({ id, proposal }: { id: string; proposal: Proposal }): JSX.Element {
  const { message, proposed, says, document, place } = proposal;
  return (
    <div class="proposal-both">
      <div>
        <p class="proposal-message" id={`${id}-message`}>
          {message}
        </p>
        {proposed !== "" && <p class="rule">It was proposed as: {proposed}</p>}
      </div>
      <figure id={`${id}-says`}>
        {says === "" ? <p>No sentence of a document says so.</p> : <blockquote>{says}</blockquote>}
        <figcaption>{[document, place].filter(Boolean).join(", ")}</figcaption>
      </figure>
      <span data-end={proposal.row} />
    </div>
  );
}

/** What was answered, on a line. */
function Folded({ id, proposal }: { id: string; proposal: Proposal }): JSX.Element {
  const words = { yes: "Yes", change: "Changed", no: "No", "": "" }[proposal.answer];
  return (
    <p class="proposal-message" id={`${id}-message`}>
      <strong class="answered">{words}</strong> {proposal.message}
    </p>
  );
}

interface ButtonProps {
  words: string;
  message: string;
  class?: string;
  expanded?: boolean;
  act: () => void;
}

/** A button that is heard with the proposal that it is for: else all of them would be called the same. */
function Button({ words, message, expanded, act, ...look }: ButtonProps): JSX.Element {
  return (
    <button type="button" class={look.class} aria-label={`${words}: ${message}`} aria-expanded={expanded} onClick={act}>
      {words}
    </button>
  );
}

/** Whether letters are written there. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
