import type { Json } from '../../src/base/json.ts';

/** The little that VS Code gives a webview: a way to talk and a memory that survives a restart. */
interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  function acquireVsCodeApi(): WebviewApi;
}

/** The extension host as seen from a page: typed messages both ways. Only the host can post to a webview. */
export interface Host<FromPage, ToPage = unknown> {
  send(message: FromPage): void;
  /** Calls back with whatever the host sends, until the page is gone. */
  onMessage(listener: (message: ToPage) => void): void;
  /** Remembers a small piece of data over restarts; give it a schema number. */
  remember(state: Json): void;
  remembered(): unknown;
}

/** VS Code hands its API out once per page, so call this once. */
export function connect<FromPage, ToPage = unknown>(): Host<FromPage, ToPage> {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    onMessage: (listener) => window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => listener(data)),
    remember: (state) => api.setState(state),
    remembered: () => api.getState(),
  };
}
