/** Something that the file does not say, with a form to answer it where it stands. */
import { useId, useState } from "preact/hooks";
import type { Question } from "../protocol";
import { AnswerField, type Draft } from "./answers";
import { type Deeds, Refused, Show } from "./deeds";
import { WhatIfs } from "./whatifs";

interface Props {
  /** Its own among the questions. */
  item: string;
  question: Question;
  deeds: Deeds;
}

export function QuestionItem({ item, question, deeds }: Props) {
  const [wasOpened, setWasOpened] = useState(false); // forms with lists of all bodies are made where they are wanted
  return (
    <li data-item={item}>
      <p>{question.message}</p>
      {question.who_knows !== "" && <p class="rule">Who may know: {question.who_knows}</p>}
      <div class="acts">
        <Show bodies={question.bodies} deeds={deeds} />
        {question.can_be_recorded ? (
          <details onToggle={() => setWasOpened(true)}>
            <summary>
              Answer<span class="unseen">: {question.message}</span>
            </summary>
            {wasOpened && <AnswerForm question={question} deeds={deeds} />}
          </details>
        ) : (
          <p class="rule">{question.how}</p>
        )}
        <WhatIfs whatIfs={question.what_ifs} deeds={deeds} />
      </div>
    </li>
  );
}

const EMPTY: Draft = { text: "", isForEach: false };

/** A refused answer stays as it was written, with why below it. */
function AnswerForm({ question, deeds }: { question: Question; deeds: Deeds }) {
  const id = useId();
  const [draft, setDraft] = useState(EMPTY);
  const [source, setSource] = useState("");
  const [refused, setRefused] = useState<readonly string[]>([]);

  async function record(event: Event): Promise<void> {
    event.preventDefault();
    const answer = draft.text;
    if (answer.trim() === "") {
      setRefused(["Write an answer first."]);
      return;
    }
    const { key, about } = question;
    const edit = { do: "answer", key, about, answer, source } as const;
    const why = await deeds.attempt(edit, `Your answer is recorded: ${question.message}`);
    setRefused(why);
    if (why.length === 0) setDraft(EMPTY); // of some of its bodies it may still be open
  }

  return (
    <form class="answer" onSubmit={(event) => void record(event)}>
      <AnswerField
        id={`${id}-answer`}
        question={question}
        draft={draft}
        describedBy={`${id}-why ${id}-how`}
        isRefused={refused.length > 0}
        write={setDraft}
      />
      <p class="rule" id={`${id}-how`}>
        {question.how}
      </p>
      <Refused id={`${id}-why`} sentences={refused} />
      <label for={`${id}-source`}>Where is it written? (optional)</label>
      <input
        id={`${id}-source`}
        value={source}
        placeholder="Minutes of May 2026"
        onInput={(event) => setSource(event.currentTarget.value)}
      />
      <button type="submit">Record</button>
    </form>
  );
}
