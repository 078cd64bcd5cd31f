// The page comes to life: the engine starts while the page can be read already.
import { h, render } from "preact";
import "../../govgraph/diagram/templates/page.css";
import "./desk.css";
import { App } from "./app";
import { startEngine } from "./engine";
import { Start } from "./starting";

const mount = document.getElementById("desk");
if (mount) {
  const start = new Start();
  const engine = startEngine((stage, share) => start.say(stage, share));
  engine.started.then(
    () => start.end(),
    (error: unknown) => start.fail(error instanceof Error ? error.message : String(error)),
  );
  render(h(App, { engine, start }), mount);
}
