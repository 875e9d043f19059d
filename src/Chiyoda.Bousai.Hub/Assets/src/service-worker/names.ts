/** What this browser registered, for the worker; under the scope, never fetched from the network. */
export const KEEP_CACHE = "bousai-keep";
export const KEEP_PATH = "/_kept/subscription";
/** The messages that came in. */
export const SEEN_PATH = "/_kept/messages";
/** Pages, style and script for the hour without a network. The number changes when the kept form does. */
export const PAGE_CACHE = "bousai-pages-1";
