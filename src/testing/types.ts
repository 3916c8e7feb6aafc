/** A fresh event store in memory, behind a server of its own that every EventStoreDB client understands. */
export interface TestEventStore extends AsyncDisposable {
  /** For the clients: `esdb://127.0.0.1:54321?tls=false`. */
  readonly connectionString: string;
  readonly port: number;
  /** Ends the server and forgets every event. Stopping twice is harmless; `await using` does it by itself. */
  stop(): Promise<void>;
}

export interface TestEventStoreOptions {
  /** Any free one unless told otherwise. */
  readonly port?: number;
  /** In PEM, for `localhost`: calls are encrypted and need a user, the first of whom is `admin` with `changeit`. */
  readonly tls?: { readonly certificate: Uint8Array; readonly key: Uint8Array };
}

/** Rejects with a sentence when the port cannot be had. */
export type StartEventStore = (options?: TestEventStoreOptions) => Promise<TestEventStore>;
