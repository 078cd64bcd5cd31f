/** All that the file does not say, folded where there are facts above it. */
import { useState } from "preact/hooks";
import type { Question, Verdict } from "../protocol";
import type { Deeds } from "./deeds";
import { QuestionItem } from "./question";
import { counted, wrongIn } from "./said";

export function Questions({ verdict, deeds }: { verdict: Verdict; deeds: Deeds }) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { questions } = verdict;
  if (questions.length === 0) return null;
  const isOpen = chosen ?? wrongIn(verdict).length === 0;
  return (
    <details class="fold" open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          setChosen(!isOpen);
        }}
      >
        <h3>{`${counted(questions.length, "question")} the file leaves open`}</h3>
      </summary>
      <ol class="asked">
        {keyed(questions).map(([key, question]) => (
          <QuestionItem key={key} item={`question ${key}`} question={question} deeds={deeds} />
        ))}
      </ol>
    </details>
  );
}

/** Each question with a key of its own: those that rules of others ask have one key together. */
function keyed(questions: readonly Question[]): [string, Question][] {
  const seen = new Map<string, number>();
  return questions.map((question) => {
    const number = (seen.get(question.key) ?? 0) + 1;
    seen.set(question.key, number);
    return [`${question.key} ${number}`, question];
  });
}
