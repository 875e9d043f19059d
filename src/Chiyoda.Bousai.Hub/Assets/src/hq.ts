import { start } from "./shared/dom";
import { areaMap } from "./hq/area-map";
import { age, elapsed } from "./hq/clocks";
import { copy } from "./hq/copy";
import { live, REFRESHED } from "./hq/live";
import { passkey } from "./hq/passkey";

const modules = { age, "area-map": areaMap, copy, elapsed, live, passkey };
start(modules);
document.addEventListener(REFRESHED, () => start(modules));
