import { start } from "./shared/dom";
import { age } from "./portal/age";
import { live, REFRESHED } from "./portal/live";
import { myTown } from "./portal/my-town";
import { installWorker, renew } from "./portal/registration";
import { subscribe } from "./portal/subscribe";
import { who } from "./portal/who";

const modules = { age, live, "my-town": myTown, subscribe, who };
start(modules);
document.addEventListener(REFRESHED, () => start(modules));

// The page informs without it; a refused or failed worker is no reason to say anything.
installWorker()?.then((worker) => renew(worker)).catch(() => undefined);
