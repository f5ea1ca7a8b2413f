import type { Port } from "#host/port.ts";

/** Two ends of one line, in one thread; messages arrive in a later microtask, as on a real one. */
export function createPair<A, B>(): [Port<A, B>, Port<B, A>] {
  const left = createEnd<B>();
  const right = createEnd<A>();
  const close = (): void => {
    left.closed();
    right.closed();
  };
  return [
    { post: right.deliver, onMessage: left.onMessage, onClose: left.onClose, close },
    { post: left.deliver, onMessage: right.onMessage, onClose: right.onClose, close },
  ];
}

function createEnd<In>() {
  const messages: ((message: In) => void)[] = [];
  const closes: (() => void)[] = [];
  return {
    deliver: (message: In): void =>
      queueMicrotask(() => {
        for (const listener of messages) listener(message);
      }),
    onMessage: (listener: (message: In) => void): void => void messages.push(listener),
    onClose: (listener: () => void): void => void closes.push(listener),
    closed: (): void => {
      for (const listener of closes.splice(0)) listener();
    },
  };
}
