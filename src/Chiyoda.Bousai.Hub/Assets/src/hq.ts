import { start } from "./shared/dom";
import { areaMap } from "./hq/area-map";
import { age, elapsed } from "./hq/clocks";
import { copy } from "./hq/copy";
import { fitting } from "./hq/fitting";
import { live, REFRESHED } from "./hq/live";
import { passkey } from "./hq/passkey";

const modules = { age, "area-map": areaMap, copy, elapsed, fitting, live, passkey };
start(modules);
document.addEventListener(REFRESHED, () => start(modules));
