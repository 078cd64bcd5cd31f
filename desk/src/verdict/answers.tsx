/** What is written in answer to a question: by choosing, in a line, or in a line for each body. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Question } from "../protocol";

/** So few choices stand as buttons; more of them are offered below the field. */
const AS_BUTTONS = 5;

/** An answer as it stands in the form. */
export interface Draft {
  text: string;
  /** Whether there is a line for each body that the question is about. */
  isForEach: boolean;
}

interface Props {
  id: string;
  question: Question;
  draft: Draft;
  /** Ids of what describes the field. */
  describedBy: string;
  isRefused: boolean;
  write(draft: Draft): void;
}

/** The field of an answer, with its choices. */
export function AnswerField({ id, question, draft, describedBy, isRefused, write }: Props) {
  const { text, isForEach } = draft;
  const field = useFocusWhereOther(isForEach);
  const isFew = question.choices.length <= AS_BUTTONS;
  const list = `${id}-list`;
  const shared = { id, value: text, "aria-describedby": describedBy, "aria-invalid": isRefused, autocomplete: "off" };
  const put = (written: string): void => write({ text: written, isForEach });
  return (
    <>
      <label for={id}>Answer</label>
      {isFew && !isForEach && <Choices choices={question.choices} chosen={text} choose={put} />}
      {isForEach ? (
        <textarea {...shared} ref={field} rows={rowsOf(text)} onInput={(event) => put(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          ref={field}
          list={isFew ? undefined : list}
          onInput={(event) => put(event.currentTarget.value)}
        />
      )}
      {!isFew && (
        <datalist id={list}>
          {question.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <ForEach question={question} isForEach={isForEach} write={write} />
    </>
  );
}

/** The field that takes the keyboard when another comes in its place. */
function useFocusWhereOther(isForEach: boolean) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const before = useRef(isForEach);
  useLayoutEffect(() => {
    if (before.current !== isForEach && isForEach) field.current?.focus();
    before.current = isForEach;
  }, [isForEach]);
  return field;
}

interface ChoicesProps {
  choices: readonly string[];
  chosen: string;
  choose(text: string): void;
}

function Choices({ choices, chosen, choose }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <div class="choices">
      {choices.map((choice) => (
        <button type="button" key={choice} aria-pressed={chosen === choice} onClick={() => choose(choice)}>
          {choice}
        </button>
      ))}
    </div>
  );
}

/** Where a question is about several: whether the answer is for all of them, and a line for each where it is not. */
function ForEach({ question, isForEach, write }: Pick<Props, "question" | "write"> & { isForEach: boolean }) {
  const { about } = question;
  if (about.length < 2) return null;
  if (isForEach) return <p class="rule">Leave a line as it is where you do not know the answer.</p>;
  const lines = about.map((name) => `${name}: `).join("\n");
  return (
    <p class="rule">
      Your answer is for all {about.length} that are named.{" "}
      <button type="button" onClick={() => write({ text: lines, isForEach: true })}>
        Answer each on its own
      </button>
    </p>
  );
}

function rowsOf(answer: string): number {
  return Math.min(answer.split("\n").length + 1, 12);
}
