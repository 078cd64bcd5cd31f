// What the page gives its parts.
import type { Edit } from "./protocol";

/** Makes a change. The promise is kept with why it was refused; with nothing where it was made. */
export type Act = (edit: Edit) => Promise<readonly string[]>;

/** Takes a change back, or makes it again; kept as that of `Act`. */
export type Step = () => Promise<readonly string[]>;
