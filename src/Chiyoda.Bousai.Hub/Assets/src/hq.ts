import { start } from "./shared/dom";
import { age, clockFace, countdownFace } from "./hq/clocks";
import { live, REFRESHED } from "./hq/live";

const modules = { age, clock: clockFace, countdown: countdownFace, live };
start(modules);
document.addEventListener(REFRESHED, () => start(modules));
