/** The whole page: what is open with its verdict, or how to begin. */
import { useEffect, useRef } from "preact/hooks";
import { Bar } from "./bar";
import { Broken } from "./broken";
import type { Engine } from "./engine";
import { filesChosen, filesDropped, type Opened } from "./files";
import { useSaving } from "./saving";
import { useShortcuts } from "./shortcuts";
import { StartScreen } from "./start_screen";
import { useStage, type Start } from "./starting";
import { Work } from "./work";
import { useWorking } from "./working";

const FILES = ".xlsx,.xlsm,.ods,.yaml,.yml,.json,.csv,.docx,.html,.htm,.md,.txt";
const UNREADABLE = "The browser could not read this. Close it in other programs, or choose it again.";
const LEAVE = "What you changed is not saved. Open another file all the same?";

export function App({ engine, start }: { engine: Engine; start: Start }) {
  const stage = useStage(start);
  const working = useWorking(engine);
  const saving = useSaving(working);
  const picker = useRef<HTMLInputElement>(null);
  const { state } = working;
  const isUnsaved = state?.changed ?? false;

  const choose = (): void => picker.current?.click();
  const mayLeave = (): boolean => !isUnsaved || confirm(LEAVE);
  const begin = (begun: () => Promise<unknown>): void => {
    if (mayLeave()) void begun();
  };
  const openRead = async (reading: Promise<Opened>): Promise<void> => {
    try {
      const opened = await reading;
      begin(() => working.open(opened));
    } catch {
      working.refuse([UNREADABLE]);
    }
  };
  const openChosen = async (input: HTMLInputElement): Promise<void> => {
    const { files } = input;
    if (files && files.length > 0) {
      await openRead(filesChosen(files));
    }
    input.value = ""; // the same file may be chosen again
  };
  const openDropped = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
    await openRead(filesDropped(event.dataTransfer));
  };

  useWarning(isUnsaved);
  useShortcuts({ undo: working.undo, redo: working.redo, save: saving.save, open: choose });
  useEffect(() => {
    document.title = state ? `${isUnsaved ? "* " : ""}${state.title} – govgraph desk` : "govgraph desk";
  }, [state, isUnsaved]);

  return (
    <div class="desk" onDragOver={(event) => event.preventDefault()} onDrop={(event) => void openDropped(event)}>
      <input
        ref={picker}
        type="file"
        id="desk-files"
        multiple
        hidden
        accept={FILES}
        onChange={(event) => void openChosen(event.currentTarget)}
      />
      {state && <Bar {...{ state, saving, choose }} working={{ ...working, close: () => mayLeave() && working.close() }} />}
      <p class="desk-status" role="status">
        {working.status}
      </p>
      <Broken why={stage.broken || working.broken} state={state} />
      <Refusals sentences={working.refused} dismiss={() => working.refuse([])} />
      {state ? (
        <Work key={working.opening} {...{ engine, state, working }} />
      ) : (
        <StartScreen {...{ engine, stage, working, choose }} />
      )}
      <Foot />
    </div>
  );
}

/** Ask before the page is left with work that is not saved. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = true; // some browsers look at this alone
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}

/** Why something could not be done, until something else is done. */
function Refusals({ sentences, dismiss }: { sentences: readonly string[]; dismiss: () => void }) {
  return (
    <div role="alert" class="desk-refused">
      {sentences.length > 0 && (
        <div>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <button type="button" onClick={dismiss}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}

function Foot() {
  const show = (): void => document.querySelector<HTMLDialogElement>("#about")?.showModal();
  return (
    <footer class="desk-foot">
      <p>Nothing that you open leaves this computer. Nothing is kept when you close this page, unless you save it.</p>
      <button type="button" onClick={show}>
        About, and licences
      </button>
    </footer>
  );
}
