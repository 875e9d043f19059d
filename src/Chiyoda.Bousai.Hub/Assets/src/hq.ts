import { start } from "./shared/dom";
import { age, elapsed } from "./hq/clocks";
import { live, REFRESHED } from "./hq/live";

const modules = { age, elapsed, live };
start(modules);
document.addEventListener(REFRESHED, () => start(modules));
