/** Before anything is open: what this is, how far the start is, and how to begin. */
import { useEffect, useState } from "preact/hooks";
import type { Engine } from "./engine";
import type { Example } from "./protocol";
import type { Stage } from "./starting";
import type { Working } from "./working";

interface Props {
  engine: Engine;
  stage: Stage;
  working: Working;
  choose(): void;
}

export function StartScreen({ engine, stage, working, choose }: Props) {
  return (
    <main class="desk-start">
      <h1>Who is heard, and who answers to whom?</h1>
      <p class="desk-lead">
        govgraph reads how your boards, committees and groups fit together. It says where parent carers, or any group
        that should be heard, have no seat, and where nobody answers for what is decided.
      </p>
      <p>
        <strong>Nothing leaves this computer.</strong> All of govgraph is in this one file. It cannot connect to
        anything, and it keeps nothing when you close it, unless you save it.
      </p>
      <Progress stage={stage} />
      <section class="desk-drop" aria-labelledby="desk-begin">
        <h2 id="desk-begin">Open what you have</h2>
        <p>Drop a workbook here, or a file of YAML, JSON or CSV, or several that belong together.</p>
        <p>
          No such file yet? Drop the documents that you have, such as terms of reference: Word (.docx), web pages (.html),
          Markdown or text. govgraph proposes what they seem to say, and you confirm it sentence by sentence.
        </p>
        <p>
          <button type="button" class="desk-main" onClick={choose}>
            Choose a file
          </button>
        </p>
        {working.busy && <p>Opening it ...</p>}
      </section>
      <Others {...{ engine, stage, working }} />
    </main>
  );
}

function Progress({ stage }: { stage: Stage }) {
  if (stage.broken) return null;
  const percent = Math.round(100 * stage.share);
  return (
    <div class="desk-progress">
      <p id="desk-stage">{stage.ready ? "Ready." : `${stage.words} ...`}</p>
      <progress max={100} value={percent} aria-labelledby="desk-stage" />
      {!stage.ready && <p class="rule">You can choose a file already. It opens when govgraph is ready.</p>}
    </div>
  );
}

function Others({ engine, stage, working }: Omit<Props, "choose">) {
  const [examples, setExamples] = useState<Example[]>([]);
  useEffect(() => {
    if (stage.ready) void engine.examples().then(setExamples, () => undefined);
  }, [engine, stage.ready]);
  return (
    <section aria-labelledby="desk-other">
      <h2 id="desk-other">Or begin without a file</h2>
      <ul class="desk-examples">
        {examples.map((example) => (
          <li key={example.key}>
            <button type="button" onClick={() => void working.example(example.key)}>
              {example.title}
            </button>
            <p>{example.about}</p>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => void working.blank()}>
            Begin with empty tables
          </button>
          <p>Type in your boards and groups, who answers to whom, and who sits where.</p>
        </li>
      </ul>
    </section>
  );
}
