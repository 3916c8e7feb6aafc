const withCredentials = /^([a-z+]+:\/\/)([^@/?]*)@/i;

/** `esdb://ada:secret@host:2113` → true. */
export function hasCredentials(connectionString: string): boolean {
  return withCredentials.test(connectionString);
}

/** The same address without who and with which password, for wherever it can be seen. */
export function withoutCredentials(connectionString: string): string {
  return connectionString.replace(withCredentials, '$1');
}

/** What is wrong with an address, in a sentence; undefined when nothing is. */
export function connectionStringProblem(text: string): string | undefined {
  if (/^(?:esdb|kurrentdb|kdb)(?:\+discover)?:\/\/\S+$/i.test(text)) return undefined;
  return 'A connection string begins with esdb:// or kurrentdb://, as in esdb://localhost:2113?tls=false';
}
