/** The parts of a service worker's global scope that are used; the DOM library and the worker library cannot be mixed. */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly WindowClientLike[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  // Each event has its own shape; the listener states it.
  addEventListener<E>(type: string, listener: (event: E) => void): void;
}

export interface WindowClientLike {
  readonly url: string;
  focus(): Promise<unknown>;
}

export interface ExtendableEventLike {
  waitUntil(work: Promise<unknown>): void;
}

export interface PushEventLike extends ExtendableEventLike {
  readonly data: { text(): string } | null;
}

export interface NotificationEventLike extends ExtendableEventLike {
  readonly notification: Notification;
}

export interface SubscriptionChangeEventLike extends ExtendableEventLike {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}

export interface FetchEventLike extends ExtendableEventLike {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
