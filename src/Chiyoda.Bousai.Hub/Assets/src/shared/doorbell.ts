import { HubConnectionBuilder, HttpTransportType, LogLevel } from "@microsoft/signalr";
import { readRing, reconnectDelay, type Ring } from "./live";

export interface Doorbell {
  /** Ends the connection; nothing is called afterwards. */
  stop(): void;
}

export interface DoorbellEvents {
  /** Somebody rang. */
  onRing(ring: Ring): void;
  /** Connected for the first time or again: what was rung meanwhile is unknown. */
  onOpen(): void;
  /** The line is gone; it is being called again. */
  onClose(): void;
}

/** The one event of `/live/public` and `/live/staff`. */
const RING = "ring";

/** Listens at `path` and keeps calling again, with jitter and a ceiling, until it is stopped. */
export function listen(path: string, events: DoorbellEvents): Doorbell {
  let stopped = false;
  const connection = new HubConnectionBuilder()
    .withUrl(path, { transport: HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (context) => reconnectDelay(context.previousRetryCount, Math.random()) })
    .configureLogging(LogLevel.None)
    .build();

  connection.on(RING, (value: unknown) => {
    const ring = readRing(value);
    if (ring && !stopped) events.onRing(ring);
  });
  connection.onreconnecting(() => { if (!stopped) events.onClose(); });
  connection.onreconnected(() => { if (!stopped) events.onOpen(); });

  // The first call is not covered by automatic reconnect.
  const call = async (attempt: number): Promise<void> => {
    if (stopped) return;
    try {
      await connection.start();
      if (!stopped) events.onOpen();
    } catch {
      if (stopped) return;
      events.onClose();
      setTimeout(() => void call(attempt + 1), reconnectDelay(attempt, Math.random()));
    }
  };
  connection.onclose(() => { if (!stopped) { events.onClose(); void call(0); } });
  void call(0);

  return {
    stop() {
      stopped = true;
      void connection.stop();
    },
  };
}
